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

/** The table {@code ceremony}. */
@Repository
class CeremonyTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	CeremonyTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(UUID id, CeremonyForm.Planned planned, String provenance, String by) {
		this.jdbc.sql("""
				insert into ceremony (id, title, place, planned_on, note, state, award_started, provenance, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :title, :place, :plannedOn, :note, 'PLANNED', false, :provenance, :by, :at, :by, :at, 0)
				""")
			.param("id", id)
			.param("title", planned.title())
			.param("place", planned.place())
			.param("plannedOn", planned.on())
			.param("note", planned.note())
			.param("provenance", provenance)
			.param("by", by)
			.param("at", now())
			.update();
	}

	/** Changes a ceremony that is still to come, unless somebody else did since. */
	boolean change(UUID id, CeremonyForm.Planned planned, int version, String by) {
		return this.jdbc
			.sql("""
					update ceremony set title = :title, place = :place, planned_on = :plannedOn, note = :note, updated_by = :by,
					  updated_at = :at, version = version + 1
					where id = :id and version = :version and state = 'PLANNED'
					""")
			.param("id", id)
			.param("title", planned.title())
			.param("place", planned.place())
			.param("plannedOn", planned.on())
			.param("note", planned.note())
			.param("version", version)
			.param("by", by)
			.param("at", now())
			.update() == 1;
	}

	Optional<Ceremony> find(UUID id) {
		return this.jdbc.sql("select * from ceremony where id = :id")
			.param("id", id)
			.query(CeremonyTable::map)
			.optional();
	}

	/**
	 * The ceremony, locked until the end of the transaction: a batch that asks whether it
	 * was held and the screen that holds it wait for each other.
	 */
	Optional<Ceremony> lock(UUID id) {
		return this.jdbc.sql("select * from ceremony where id = :id for update")
			.param("id", id)
			.query(CeremonyTable::map)
			.optional();
	}

	/** A planned ceremony takes place, once. */
	boolean hold(UUID id, LocalDate on, String by) {
		return this.jdbc
			.sql("""
					update ceremony set state = 'HELD', held_on = :on, updated_by = :by, updated_at = :at, version = version + 1
					where id = :id and state = 'PLANNED'
					""")
			.param("id", id)
			.param("on", on)
			.param("by", by)
			.param("at", now())
			.update() == 1;
	}

	boolean cancel(UUID id, String by) {
		return this.jdbc.sql("""
				update ceremony set state = 'CANCELLED', updated_by = :by, updated_at = :at, version = version + 1
				where id = :id and state = 'PLANNED'
				""").param("id", id).param("by", by).param("at", now()).update() == 1;
	}

	/** A page, latest first, from before a day and an id. */
	List<Ceremony> page(LocalDate before, UUID beforeId, int limit) {
		return this.jdbc.sql("""
				select * from ceremony where planned_on < :before or (planned_on = :before and id < :id)
				order by planned_on desc, id desc
				limit :limit
				""")
			.param("before", before)
			.param("id", beforeId)
			.param("limit", limit)
			.query(CeremonyTable::map)
			.list();
	}

	/** Ceremonies still to come whose title contains a text, soonest first. */
	List<Ceremony> planned(String pattern, int limit) {
		return this.jdbc.sql("""
				select * from ceremony where state = 'PLANNED' and lower(title) like :pattern escape '!'
				order by planned_on, id
				limit :limit
				""").param("pattern", pattern).param("limit", limit).query(CeremonyTable::map).list();
	}

	/** Ceremonies planned between two days whose plaques nobody has proposed yet. */
	List<Ceremony> withoutAward(LocalDate from, LocalDate until) {
		return this.jdbc.sql("""
				select * from ceremony
				where state = 'PLANNED' and award_started = false and planned_on >= :from and planned_on <= :until
				order by planned_on, id
				""").param("from", from).param("until", until).query(CeremonyTable::map).list();
	}

	/** Notes that the award was started; only the first of two nodes is told yes. */
	boolean awardStarted(UUID id) {
		return this.jdbc.sql("update ceremony set award_started = true where id = :id and award_started = false")
			.param("id", id)
			.update() == 1;
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static Ceremony map(ResultSet row, int number) throws SQLException {
		return new Ceremony(row.getObject("id", UUID.class), row.getString("title"), row.getString("place"),
				row.getObject("planned_on", LocalDate.class), row.getString("state"),
				row.getObject("held_on", LocalDate.class), row.getString("note"), row.getString("provenance"),
				row.getString("updated_by"), row.getObject("updated_at", OffsetDateTime.class).toInstant(),
				row.getInt("version"));
	}

}
