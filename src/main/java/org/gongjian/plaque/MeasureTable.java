package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code plaque_measure}: at most one runs for a plaque. */
@Repository
class MeasureTable {

	private static final String CASE = "case";

	private final JdbcClient jdbc;

	private final Clock clock;

	MeasureTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins one.
	 * @throws org.springframework.dao.DuplicateKeyException if another runs for the
	 * plaque
	 */
	void insert(String caseNumber, Plaque plaque, Measure.Kind kind, String reason) {
		this.jdbc
			.sql("""
					insert into plaque_measure (id, case_number, plaque, open_plaque, organisation, kind, state_before, reason, extended,
					  opened_at, version)
					values (:id, :case, :plaque, :plaque, :organisation, :kind, :before, :reason, false, :at, 0)
					""")
			.param("id", UUID.randomUUID())
			.param(CASE, caseNumber)
			.param("plaque", plaque.number())
			.param("organisation", plaque.organisation())
			.param("kind", kind.name())
			.param("before", plaque.state().name())
			.param("reason", reason)
			.param("at", time(this.clock.instant()))
			.update();
	}

	/** The measures of a case. */
	List<Measure> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from plaque_measure where case_number = :case order by plaque")
			.param(CASE, caseNumber)
			.query(MeasureTable::map)
			.list();
	}

	/** What was ever done about a plaque, newest first. */
	List<Measure> ofPlaque(String plaque) {
		return this.jdbc.sql("select * from plaque_measure where plaque = :plaque order by opened_at desc")
			.param("plaque", plaque)
			.query(MeasureTable::map)
			.list();
	}

	/** The measures of a case turn into another, on another ground. */
	void turn(String caseNumber, Measure.Kind kind, String reason) {
		this.jdbc.sql("""
				update plaque_measure set kind = :kind, reason = :reason, version = version + 1
				where case_number = :case and open_plaque is not null
				""").param("kind", kind.name()).param("reason", reason).param(CASE, caseNumber).update();
	}

	void rectify(String caseNumber, LocalDate until, boolean extended) {
		this.jdbc.sql("""
				update plaque_measure set rectify_until = :until, extended = :extended, version = version + 1
				where case_number = :case and open_plaque is not null
				""").param("until", until).param("extended", extended).param(CASE, caseNumber).update();
	}

	void decide(String caseNumber, String decision, String by, LocalDate on, Instant appealUntil) {
		this.jdbc
			.sql("""
					update plaque_measure set decision = :decision, decided_by = :by, decided_on = :on, appeal_until = :until,
					  version = version + 1
					where case_number = :case and open_plaque is not null
					""")
			.param("decision", decision)
			.param("by", by)
			.param("on", on)
			.param("until", time(appealUntil))
			.param(CASE, caseNumber)
			.update();
	}

	/** Notes an appeal, unless there is one or its time is over. */
	boolean appeal(UUID id, String by) {
		return this.jdbc.sql("""
				update plaque_measure set appealed_by = :by, appealed_at = :at, version = version + 1
				where id = :id and open_plaque is not null and appealed_at is null and appeal_until > :at
				""").param("by", by).param("at", time(this.clock.instant())).param("id", id).update() == 1;
	}

	void appealDecided(String caseNumber, String decision) {
		this.jdbc.sql("""
				update plaque_measure set appeal_decision = :decision, version = version + 1
				where case_number = :case and open_plaque is not null
				""").param("decision", decision).param(CASE, caseNumber).update();
	}

	void recovered(UUID id, String recovery, LocalDate on) {
		this.jdbc
			.sql("update plaque_measure set recovery = :how, recovered_on = :on, version = version + 1 where id = :id")
			.param("how", recovery)
			.param("on", on)
			.param("id", id)
			.update();
	}

	/** Ends one that runs. */
	boolean close(UUID id, String outcome) {
		return this.jdbc.sql("""
				update plaque_measure set outcome = :outcome, open_plaque = null, closed_at = :at, version = version + 1
				where id = :id and open_plaque is not null
				""").param("outcome", outcome).param("at", time(this.clock.instant())).param("id", id).update() == 1;
	}

	private static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

	private static Measure map(ResultSet row, int number) throws SQLException {
		return new Measure(row.getObject("id", UUID.class), row.getString("case_number"), row.getString("plaque"),
				row.getString("organisation"), Measure.Kind.valueOf(row.getString("kind")),
				PlaqueState.valueOf(row.getString("state_before")), row.getString("reason"),
				row.getObject("rectify_until", LocalDate.class), row.getString("decision"), row.getString("decided_by"),
				row.getObject("decided_on", LocalDate.class), instant(row, "appeal_until"),
				row.getString("appealed_by"), instant(row, "appealed_at"), row.getString("appeal_decision"),
				row.getString("recovery"), row.getObject("recovered_on", LocalDate.class), row.getString("outcome"),
				instant(row, "opened_at"));
	}

}
