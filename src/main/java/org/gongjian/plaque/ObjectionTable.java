package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code objection}. */
@Repository
class ObjectionTable {

	private final JdbcClient jdbc;

	ObjectionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Objection objection) {
		this.jdbc
			.sql("""
					insert into objection (id, notice, number, organisation, raised_by, objector, contact, claim, state, raised_at,
					  late)
					values (:id, :notice, :number, :organisation, :by, :objector, :contact, :claim, 'OPEN', :at, :late)
					""")
			.param("id", objection.id())
			.param("notice", objection.notice())
			.param("number", objection.number())
			.param("organisation", objection.organisation())
			.param("by", objection.raisedBy())
			.param("objector", objection.objector())
			.param("contact", objection.contact())
			.param("claim", objection.claim())
			.param("at", time(objection.raisedAt()))
			.param("late", objection.late())
			.update();
	}

	/** How many there are against a notice. */
	int count(UUID notice) {
		return this.jdbc.sql("select count(*) from objection where notice = :notice")
			.param("notice", notice)
			.query(Integer.class)
			.single();
	}

	Optional<Objection> find(UUID id) {
		return this.jdbc.sql("select * from objection where id = :id")
			.param("id", id)
			.query(ObjectionTable::map)
			.optional();
	}

	/** The objections to the notices of a case. */
	List<Objection> ofCase(String caseNumber) {
		return this.jdbc.sql("""
				select o.* from objection o join public_notice n on n.id = o.notice
				where n.case_number = :case
				order by o.raised_at, o.number
				""").param("case", caseNumber).query(ObjectionTable::map).list();
	}

	/** A page of those raised late, newest first, from before a moment and an id. */
	List<Objection> late(Instant before, UUID beforeId, int limit) {
		return this.jdbc.sql("""
				select * from objection
				where late = true and (raised_at < :before or (raised_at = :before and id < :id))
				order by raised_at desc, id desc fetch first :limit rows only
				""")
			.param("before", time(before))
			.param("id", beforeId)
			.param("limit", limit)
			.query(ObjectionTable::map)
			.list();
	}

	/** Settles an open one that was raised late. */
	boolean settleLate(UUID id, String state, String findings, Instant at, String by) {
		return this.jdbc.sql("""
				update objection set state = :state, findings = :findings, settled_at = :at, settled_by = :by
				where id = :id and state = 'OPEN' and late = true
				""")
			.param("id", id)
			.param("state", state)
			.param("findings", findings)
			.param("at", time(at))
			.param("by", by)
			.update() == 1;
	}

	/** Settles an open one. */
	boolean settle(UUID id, String state, String findings, Instant at) {
		return this.jdbc
			.sql("""
					update objection set state = :state, findings = :findings, settled_at = :at where id = :id and state = 'OPEN'
					""")
			.param("id", id)
			.param("state", state)
			.param("findings", findings)
			.param("at", time(at))
			.update() == 1;
	}

	private static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private static Objection map(ResultSet row, int number) throws SQLException {
		OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
		return new Objection(row.getObject("id", UUID.class), row.getObject("notice", UUID.class), row.getInt("number"),
				row.getString("organisation"), row.getString("raised_by"), row.getString("objector"),
				row.getString("contact"), row.getString("claim"), row.getString("state"), row.getString("findings"),
				row.getObject("raised_at", OffsetDateTime.class).toInstant(),
				(settled == null) ? null : settled.toInstant(), row.getBoolean("late"), row.getString("settled_by"));
	}

}
