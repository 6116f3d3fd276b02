package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code breach}. */
@Repository
class BreachTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	BreachTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Breach breach) {
		this.jdbc.sql("""
				insert into breach (id, organisation, kind, found_on, source, note, recorded_by, recorded_at, version)
				values (:id, :organisation, :kind, :on, :source, :note, :by, :at, 0)
				""")
			.param("id", breach.id())
			.param("organisation", breach.organisation())
			.param("kind", breach.kind().name())
			.param("on", breach.foundOn())
			.param("source", breach.source())
			.param("note", breach.note())
			.param("by", breach.recordedBy())
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** Whether one is open, or was found since a day. */
	boolean serious(String organisation, LocalDate since) {
		return this.jdbc
			.sql("""
					select count(*) from breach where organisation = :organisation and (settled_on is null or found_on >= :since)
					""")
			.param("organisation", organisation)
			.param("since", since)
			.query(Integer.class)
			.single() > 0;
	}

	Optional<Breach> find(UUID id) {
		return this.jdbc.sql("select * from breach where id = :id").param("id", id).query(BreachTable::map).optional();
	}

	/** A page, newest first. */
	List<Breach> page(LocalDate before, UUID beforeId, int limit) {
		return this.jdbc
			.sql("""
					select * from breach where (found_on, id) < (:before, :beforeId) order by found_on desc, id desc limit :limit
					""")
			.param("before", before)
			.param("beforeId", beforeId)
			.param("limit", limit)
			.query(BreachTable::map)
			.list();
	}

	/** Settles an open one of that version. */
	boolean settle(UUID id, LocalDate on, String how, int version) {
		return this.jdbc.sql("""
				update breach set settled_on = :on, settlement = :how, version = version + 1
				where id = :id and settled_on is null and version = :version
				""").param("on", on).param("how", how).param("id", id).param("version", version).update() == 1;
	}

	private static Breach map(ResultSet row, int number) throws SQLException {
		return new Breach(row.getObject("id", UUID.class), row.getString("organisation"),
				Breach.Kind.valueOf(row.getString("kind")), row.getObject("found_on", LocalDate.class),
				row.getString("source"), row.getString("note"), row.getObject("settled_on", LocalDate.class),
				row.getString("settlement"), row.getString("recorded_by"), row.getInt("version"));
	}

}
