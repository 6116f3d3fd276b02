package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code problem}. Changes are made under the lock of the case. */
@Repository("enterpriseProblemTable")
class ProblemTable {

	/** How high it ever went, kept when it comes down again. */
	private static final String HIGHEST = "highest = case when highest < :value then :value else highest end";

	private final JdbcClient jdbc;

	private final Clock clock;

	ProblemTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Problem problem) {
		this.jdbc
			.sql("""
					insert into problem (case_number, title, reporter_org, paired_org, pairing, kind, category, severity, ladder,
					  state, confidential, channel, source_ref, reporter_name, reporter_phone, dispatch_count, rework_count,
					  charge_count, was_parked, answered, registered_at, search_key, provenance, version)
					values (:number, :title, :org, :paired, :pairing, :kind, :category, :severity, 'L1',
					  'REGISTERED', :confidential, :channel, :source, :name, :phone, 0, 0, 0, false, false, :at, :key,
					  :provenance, 0)
					""")
			.param("number", problem.number())
			.param("title", problem.title())
			.param("org", problem.reporterOrg())
			.param("paired", problem.pairedOrg())
			.param("pairing", problem.pairing())
			.param("kind", problem.kind())
			.param("category", problem.category())
			.param("severity", problem.severity())
			.param("confidential", problem.confidential())
			.param("channel", problem.channel())
			.param("source", problem.sourceRef())
			.param("name", problem.reporterName())
			.param("phone", problem.reporterPhone())
			.param("at", time(problem.registeredAt()))
			.param("key", (problem.number() + " " + problem.title()).toLowerCase(Locale.ROOT))
			.param("provenance", problem.provenance())
			.update();
	}

	Optional<Problem> find(String number) {
		return this.jdbc.sql("select * from problem where case_number = :number")
			.param("number", number)
			.query(ProblemTable::map)
			.optional();
	}

	/** What the assessment found. */
	void assessed(String number, String category, String severity, String level, String pairedOrg, String pairing) {
		this.jdbc
			.sql("""
					update problem set category = :category, severity = :severity, ladder = :level, paired_org = :paired,
					  highest = case when highest < :level then :level else highest end, pairing = :pairing, version = version + 1
					where case_number = :number
					""")
			.param("category", category)
			.param("severity", severity)
			.param("level", level)
			.param("paired", pairedOrg)
			.param("pairing", pairing)
			.param("number", number)
			.update();
	}

	void state(String number, ProblemState state) {
		set(number, "state = :value", state.name());
	}

	void level(String number, String level) {
		set(number, "ladder = :value, " + HIGHEST, level);
	}

	void dispatched(String number, String lead) {
		set(number, "dispatch_count = dispatch_count + 1, lead_department = :value", lead);
	}

	void lead(String number, String lead) {
		set(number, "lead_department = :value", lead);
	}

	void reworked(String number) {
		set(number, "rework_count = rework_count + 1, answered = :value", false);
	}

	void charged(String number) {
		set(number, "charge_count = charge_count + 1, ladder = :value, " + HIGHEST, "L4");
	}

	void answered(String number, Integer satisfaction) {
		this.jdbc.sql("""
				update problem set answered = true, satisfaction = :satisfaction, version = version + 1
				where case_number = :number
				""").param("satisfaction", satisfaction).param("number", number).update();
	}

	void duplicateOf(String number, String other) {
		set(number, "duplicate_of = :value", other);
	}

	void parked(String number, LocalDate until) {
		set(number, "was_parked = true, state = 'PARKED', parked_until = :value", until);
	}

	void resumed(String number) {
		set(number, "parked_until = :value", null);
	}

	void responded(String number) {
		set(number, "responded_at = coalesce(responded_at, :value)", time(this.clock.instant()));
	}

	void replied(String number, String resultClass, String text) {
		this.jdbc.sql("""
				update problem set replied_at = :at, result_class = :class, result_text = :text, version = version + 1
				where case_number = :number
				""")
			.param("at", time(this.clock.instant()))
			.param("class", resultClass)
			.param("text", text)
			.param("number", number)
			.update();
	}

	void result(String number, String resultClass) {
		set(number, "result_class = :value", resultClass);
	}

	/** Closes the problem; opening it again takes the day away. */
	void closed(String number, ProblemState state) {
		this.jdbc.sql(
				"update problem set state = :state, closed_at = :at, version = version + 1 where case_number = :number")
			.param("state", state.name())
			.param("at", state.closed() ? time(this.clock.instant()) : null)
			.param("number", number)
			.update();
	}

	void provenance(String number, String provenance) {
		set(number, "provenance = :value", provenance);
	}

	/** Calls it otherwise. */
	void title(String number, String title) {
		set(number, "title = :value", title);
	}

	/** Waits for the next joint meeting. */
	void onAgenda(String number) {
		level(number, "L3");
		set(number, "on_agenda = :value", true);
	}

	void offAgenda(String number) {
		set(number, "on_agenda = :value", false);
	}

	/** Problems that wait for a joint meeting, oldest first. */
	List<Problem> waitingForMeeting() {
		return this.jdbc.sql("""
				select * from problem where on_agenda and state = 'ESCALATED_L3' order by registered_at, case_number
				""").query(ProblemTable::map).list();
	}

	/** The problems handled under another number. */
	List<Problem> duplicatesOf(String number) {
		return this.jdbc.sql("select * from problem where duplicate_of = :number order by case_number")
			.param("number", number)
			.query(ProblemTable::map)
			.list();
	}

	private void set(String number, String what, Object value) {
		this.jdbc.sql("update problem set " + what + ", version = version + 1 where case_number = :number")
			.param("value", value)
			.param("number", number)
			.update();
	}

	static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

	static Problem map(ResultSet row, int index) throws SQLException {
		return new Problem(row.getString("case_number"), row.getString("title"), row.getString("reporter_org"),
				row.getString("paired_org"), row.getString("pairing"), row.getString("kind"), row.getString("category"),
				row.getString("severity"), row.getString("ladder"), ProblemState.valueOf(row.getString("state")),
				row.getBoolean("confidential"), row.getString("channel"), row.getString("source_ref"),
				row.getString("reporter_name"), row.getString("reporter_phone"), row.getString("lead_department"),
				row.getInt("dispatch_count"), row.getInt("rework_count"), row.getInt("charge_count"),
				row.getBoolean("was_parked"), row.getBoolean("answered"), row.getString("result_class"),
				row.getString("result_text"), row.getObject("satisfaction", Integer.class),
				row.getString("duplicate_of"), row.getObject("parked_until", LocalDate.class),
				instant(row, "registered_at"), instant(row, "responded_at"), instant(row, "replied_at"),
				instant(row, "closed_at"), row.getString("provenance"), row.getInt("version"));
	}

}
