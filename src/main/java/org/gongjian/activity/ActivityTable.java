package org.gongjian.activity;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code activity}. A change of state names the states it leaves. */
@Repository
class ActivityTable {

	private final JdbcClient jdbc;

	ActivityTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Activity> find(String handle) {
		return this.jdbc.sql("select * from activity where number = :handle or case_number = :handle")
			.param("handle", handle)
			.query(ActivityTable::map)
			.optional();
	}

	Optional<Activity> byId(UUID id) {
		return this.jdbc.sql("select * from activity where id = :id")
			.param("id", id)
			.query(ActivityTable::map)
			.optional();
	}

	Optional<Activity> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from activity where case_number = :case")
			.param("case", caseNumber)
			.query(ActivityTable::map)
			.optional();
	}

	/** The activity of a case, locked until the end of the transaction. */
	Optional<Activity> lockOfCase(String caseNumber) {
		return this.jdbc.sql("select * from activity where case_number = :case for update")
			.param("case", caseNumber)
			.query(ActivityTable::map)
			.optional();
	}

	void insert(Activity activity) {
		this.jdbc
			.sql("""
					insert into activity (id, number, case_number, title, title_en, pairing, host_org, activity_type, pillar,
					  theme_party_day, place, place_kind, starts_at, ends_at, day_note, status, risk, approval_level, participants,
					  minors, budget, plan_row, edition, incident, proposed_at, search_key, provenance, evidence, version)
					values (:id, :number, :case, :title, :titleEn, :pairing, :host, :type, :pillar, :party, :place, :kind, :start,
					  :end, :note, :status, :risk, :level, :people, :minors, :budget, :plan, :edition, false, :proposed, :search,
					  :provenance, :evidence, 0)
					""")
			.params(values(activity))
			.update();
	}

	/** Takes over what was proposed or changed, unless the activity is over. */
	boolean propose(Activity activity) {
		return this.jdbc
			.sql("""
					update activity
					set title = :title, title_en = :titleEn, pairing = :pairing, host_org = :host, activity_type = :type,
					  pillar = :pillar, theme_party_day = :party, place = :place, place_kind = :kind, starts_at = :start, ends_at = :end,
					  status = :status, risk = :risk, approval_level = :level, participants = :people, minors = :minors,
					  budget = :budget, plan_row = :plan, edition = :edition, search_key = :search, version = version + 1
					where id = :id and status in (:ahead)
					""")
			.params(values(activity))
			.param("ahead", names(ActivityStatus.AHEAD))
			.update() == 1;
	}

	private static Map<String, Object> values(Activity activity) {
		var values = new HashMap<String, Object>();
		values.put("id", activity.id());
		values.put("number", activity.number());
		values.put("case", activity.caseNumber());
		values.put("title", activity.title().zh());
		values.put("titleEn", activity.title().en().equals(activity.title().zh()) ? null : activity.title().en());
		values.put("pairing", activity.pairing());
		values.put("host", activity.hostOrg());
		values.put("type", activity.type());
		values.put("pillar", activity.pillar());
		values.put("party", activity.themePartyDay());
		values.put("place", activity.place());
		values.put("kind", activity.placeKind());
		values.put("start", Moments.stored(activity.startsAt()));
		values.put("end", Moments.stored(activity.endsAt()));
		values.put("note", activity.dayNote());
		values.put("status", activity.status().name());
		values.put("risk", activity.risk());
		values.put("level", activity.level());
		values.put("people", activity.participants());
		values.put("minors", activity.minors());
		values.put("budget", activity.budget());
		values.put("plan", activity.planRow());
		values.put("edition", activity.edition());
		values.put("proposed", Moments.stored(activity.proposedAt()));
		values.put("search", searchKey(activity));
		values.put("provenance", activity.provenance());
		values.put("evidence", activity.evidence());
		return values;
	}

	/** Moves an activity on, unless it is in no state to. */
	boolean move(UUID id, Collection<ActivityStatus> from, ActivityStatus to, String reason) {
		return this.jdbc.sql("""
				update activity set status = :to, reason = coalesce(:reason, reason), version = version + 1
				where id = :id and status in (:from)
				""")
			.param("to", to.name())
			.param("reason", reason)
			.param("id", id)
			.param("from", names(from))
			.update() == 1;
	}

	/** Publishes it under a number that it keeps. */
	boolean publish(UUID id, String number, String searchKey, BigDecimal approvedAmount, Instant at) {
		return this.jdbc
			.sql("""
					update activity set status = 'PUBLISHED', number = :number, search_key = :search, approved_amount = :approved,
					  published_at = coalesce(published_at, :at), version = version + 1
					where id = :id and status in ('UNDER_REVIEW', 'APPROVED', 'POSTPONED')
					""")
			.param("id", id)
			.param("number", number)
			.param("search", searchKey)
			.param("approved", approvedAmount)
			.param("at", Moments.stored(at))
			.update() == 1;
	}

	/** Takes over what was recorded and accepted. */
	boolean confirm(UUID id, BigDecimal cost, Attendance attendance, Integer score, LocalDate on) {
		return this.jdbc
			.sql("""
					update activity set status = 'CONFIRMED', actual_cost = :cost, attendance_rate = :rate, attended = :came,
					  score = :score, confirmed_on = :on, version = version + 1
					where id = :id and status = 'PUBLISHED'
					""")
			.param("id", id)
			.param("cost", cost)
			.param("rate", attendance.rate())
			.param("came", attendance.everybody())
			.param("score", score)
			.param("on", on)
			.update() == 1;
	}

	void incident(UUID id) {
		this.jdbc.sql("update activity set incident = true, version = version + 1 where id = :id")
			.param("id", id)
			.update();
	}

	/**
	 * Where what a case says comes from: {@code D} for a fill-in of the demonstration.
	 */
	void provenance(String caseNumber, String provenance) {
		this.jdbc.sql("update activity set provenance = :provenance where case_number = :number")
			.param("provenance", provenance)
			.param("number", caseNumber)
			.update();
	}

	static List<String> names(Collection<ActivityStatus> states) {
		return states.stream().map(Enum::name).toList();
	}

	static String searchKey(Activity activity) {
		String all = String.join(" ", text(activity.number()), text(activity.caseNumber()), activity.title().en(),
				activity.title().zh(), text(activity.place()), text(activity.pairing()));
		return ((all.length() > 600) ? all.substring(0, 600) : all).toLowerCase(Locale.ROOT);
	}

	private static String text(String value) {
		return (value == null) ? "" : value;
	}

	static Activity map(ResultSet row, int line) throws SQLException {
		String zh = row.getString("title");
		String en = row.getString("title_en");
		Instant start = Moments.read(row, "starts_at");
		return new Activity(row.getObject("id", UUID.class), row.getString("number"), row.getString("case_number"),
				new Bilingual((en == null) ? zh : en, zh), row.getString("pairing"), row.getString("host_org"),
				row.getString("activity_type"), row.getString("pillar"), row.getBoolean("theme_party_day"),
				row.getString("place"), row.getString("place_kind"), start, Moments.read(row, "ends_at"),
				row.getString("day_note"), ActivityStatus.valueOf(row.getString("status")), row.getString("risk"),
				row.getString("approval_level"), row.getObject("participants", Integer.class), row.getBoolean("minors"),
				row.getBigDecimal("budget"), row.getBigDecimal("approved_amount"), row.getBigDecimal("actual_cost"),
				row.getObject("attendance_rate", Integer.class), row.getObject("score", Integer.class),
				row.getObject("plan_row", UUID.class), row.getInt("edition"), row.getBoolean("incident"),
				row.getString("reason"), row.getObject("confirmed_on", LocalDate.class),
				Moments.read(row, "proposed_at"), row.getString("provenance"), row.getString("evidence"));
	}

}
