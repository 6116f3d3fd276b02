package org.gongjian.inbox;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code phrase}. */
@Repository
class PhraseTable {

	private final JdbcClient jdbc;

	PhraseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Phrase> offered(String username, String language) {
		return this.jdbc.sql("""
				select id, username, content from phrase
				where username = :user or (username is null and language = :language)
				order by case when username is null then 1 else 0 end, place, id
				""")
			.param("user", username)
			.param("language", language)
			.query((row, index) -> new Phrase(row.getObject("id", UUID.class), row.getString("username") == null,
					row.getString("content")))
			.list();
	}

	/** Adds a phrase of a person, or of the house for {@code null}. */
	void insert(UUID id, String username, String language, String text, int place) {
		this.jdbc
			.sql("""
					insert into phrase (id, username, language, content, place) values (:id, :user, :language, :text, :place)
					""")
			.param("id", id)
			.param("user", username)
			.param("language", language)
			.param("text", text)
			.param("place", place)
			.update();
	}

	/** Whether a phrase is a person's, or of the house for {@code null}. */
	boolean holds(UUID id, String username) {
		return this.jdbc.sql("""
				select count(*) from phrase
				where id = :id and coalesce(username, '') = coalesce(cast(:user as varchar(100)), '')
				""").param("id", id).param("user", username).query(Integer.class).single() == 1;
	}

	void change(UUID id, String text) {
		this.jdbc.sql("update phrase set content = :text where id = :id").param("id", id).param("text", text).update();
	}

	boolean delete(UUID id, String username) {
		return this.jdbc.sql("delete from phrase where id = :id and username = :user")
			.param("id", id)
			.param("user", username)
			.update() == 1;
	}

	boolean deleteOfHouse(UUID id) {
		return this.jdbc.sql("delete from phrase where id = :id and username is null").param("id", id).update() == 1;
	}

}
