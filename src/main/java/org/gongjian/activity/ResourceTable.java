package org.gongjian.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResourceTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	ResourceTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Resource> find(UUID id) {
		return this.jdbc.sql("select * from resource where id = :id")
			.param("id", id)
			.query(ResourceTable::map)
			.optional();
	}

	/** The resource, locked until the end of the transaction. */
	Optional<Resource> lock(UUID id) {
		return this.jdbc.sql("select * from resource where id = :id for update")
			.param("id", id)
			.query(ResourceTable::map)
			.optional();
	}

	/**
	 * A page by name.
	 * @param kind or empty for all
	 * @param bookable only those that can be booked now
	 * @param afterName the name of the last row of the page before, empty at first
	 */
	List<Resource> page(String pattern, String kind, boolean bookable, String afterName, UUID afterId, int limit) {
		return this.jdbc.sql("""
				select * from resource
				where (name > :name or (name = :name and id > :id)) and search_key like :pattern escape '!'
				  and (:kind = '' or kind = :kind) and (not :bookable or (bookable and active))
				order by name, id
				limit :limit
				""")
			.param("name", afterName)
			.param("id", afterId)
			.param("pattern", pattern)
			.param("kind", kind)
			.param("bookable", bookable)
			.param("limit", limit)
			.query(ResourceTable::map)
			.list();
	}

	void insert(Resource resource) {
		this.jdbc
			.sql("""
					insert into resource (id, kind, owner_org, name, capacity, contact, note, bookable, active, search_key, provenance,
					  created_by, created_at, updated_by, updated_at, version)
					values (:id, :kind, :owner, :name, :capacity, :contact, :note, :bookable, :active, :search, :provenance,
					  :by, :at, :by, :at, 0)
					""")
			.params(values(resource))
			.update();
	}

	/** Changes it, unless somebody did so since. */
	boolean update(Resource resource) {
		return this.jdbc
			.sql("""
					update resource set kind = :kind, owner_org = :owner, name = :name, capacity = :capacity, contact = :contact,
					  note = :note, bookable = :bookable, active = :active, search_key = :search, updated_by = :by, updated_at = :at,
					  version = version + 1
					where id = :id and version = :version
					""")
			.params(values(resource))
			.update() == 1;
	}

	private java.util.Map<String, Object> values(Resource resource) {
		var values = new java.util.HashMap<String, Object>();
		values.put("id", resource.id());
		values.put("kind", resource.kind());
		values.put("owner", resource.ownerOrg());
		values.put("name", resource.name());
		values.put("capacity", resource.capacity());
		values.put("contact", resource.contact());
		values.put("note", resource.note());
		values.put("bookable", resource.bookable());
		values.put("active", resource.active());
		values.put("search", (resource.name() + " " + resource.ownerOrg()).toLowerCase(Locale.ROOT));
		values.put("provenance", resource.provenance());
		values.put("by", resource.updatedBy());
		values.put("at", Moments.stored(this.clock.instant()));
		values.put("version", resource.version());
		return values;
	}

	private static Resource map(ResultSet row, int line) throws SQLException {
		return new Resource(row.getObject("id", UUID.class), row.getString("kind"), row.getString("owner_org"),
				row.getString("name"), row.getObject("capacity", Integer.class), row.getString("contact"),
				row.getString("note"), row.getBoolean("bookable"), row.getBoolean("active"),
				row.getString("provenance"), row.getString("updated_by"), Moments.read(row, "updated_at"),
				row.getInt("version"));
	}

}
