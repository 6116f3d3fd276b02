package org.gongjian.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code saved_filter}. */
@Repository
class SavedFilterTable {

	private final JdbcClient jdbc;

	SavedFilterTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(SavedFilter filter) {
		this.jdbc.sql("""
				insert into saved_filter (id, username, name, view_name, query, place, initial)
				values (:id, :user, :name, :view, :query, :place, :initial)
				""")
			.param("id", filter.id())
			.param("user", filter.username())
			.param("name", filter.name())
			.param("view", filter.view())
			.param("query", filter.query())
			.param("place", filter.place())
			.param("initial", filter.initial())
			.update();
	}

	List<SavedFilter> of(String username) {
		return this.jdbc.sql("select * from saved_filter where username = :user order by place, id")
			.param("user", username)
			.query(SavedFilterTable::map)
			.list();
	}

	Optional<SavedFilter> find(UUID id) {
		return this.jdbc.sql("select * from saved_filter where id = :id")
			.param("id", id)
			.query(SavedFilterTable::map)
			.optional();
	}

	boolean rename(UUID id, String username, String name) {
		return this.jdbc.sql("update saved_filter set name = :name where id = :id and username = :user")
			.param("name", name)
			.param("id", id)
			.param("user", username)
			.update() == 1;
	}

	void place(UUID id, int place) {
		this.jdbc.sql("update saved_filter set place = :place where id = :id")
			.param("place", place)
			.param("id", id)
			.update();
	}

	/** Makes one filter of a list the one it opens with, or none for {@code null}. */
	void initial(String username, String view, UUID id) {
		this.jdbc
			.sql("""
					update saved_filter set initial = (id = coalesce(cast(:id as uuid), id) and cast(:id as uuid) is not null)
					where username = :user and view_name = :view
					""")
			.param("id", id, java.sql.Types.OTHER)
			.param("user", username)
			.param("view", view)
			.update();
	}

	boolean delete(UUID id, String username) {
		return this.jdbc.sql("delete from saved_filter where id = :id and username = :user")
			.param("id", id)
			.param("user", username)
			.update() == 1;
	}

	private static SavedFilter map(java.sql.ResultSet row, int number) throws java.sql.SQLException {
		return new SavedFilter(row.getObject("id", UUID.class), row.getString("username"), row.getString("name"),
				row.getString("view_name"), row.getString("query"), row.getInt("place"), row.getBoolean("initial"));
	}

}
