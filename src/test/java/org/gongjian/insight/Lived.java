package org.gongjian.insight;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of one organisation, small enough to be counted by hand. */
final class Lived {

	static final String ORG = "IB9";

	private final JdbcClient jdbc;

	private final LocalDate today;

	Lived(JdbcClient jdbc, LocalDate today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/**
	 * What each figure of it is, as counted by hand: the value, how many are so, of how
	 * many.
	 */
	static Map<String, String> expected() {
		var all = new LinkedHashMap<String, String>();
		all.put("pairing-days", "12.0 0/2");
		all.put("pairing-first-go", "50 1/2");
		all.put("pairing-waivers", "1 0/1");
		all.put("pairing-renewed", "50 1/2");
		all.put("activity-days BRANCH", "4.0 0/1");
		all.put("activity-days DEPT", "2.0 0/1");
		all.put("activity-records", "50 1/2");
		all.put("activity-attendance", "80.00 0/1");
		all.put("activity-cost", "30.00 0/1");
		all.put("activity-score", "4.00 0/1");
		all.put("activity-appeal", "100 1/1");
		all.put("problem-days S3", "5.0 0/2");
		all.put("problem-levels L2", "2 0/2");
		all.put("problem-levels L4", "1 0/1");
		all.put("problem-contradicted", "50 1/2");
		all.put("problem-parked", "10.0 0/1");
		all.put("plaque-days", "12.0 0/1");
		all.put("plaque-proofs", "50 1/2");
		all.put("plaque-cost", "200.00 0/2");
		all.put("plaque-rectified", "100 1/1");
		all.put("plaque-wall", "100 1/1");
		return all;
	}

	void pairings() {
		pairing("JB-1991-001", "proposed_at = :a, in_force_on = :b, approved_on = :b, waiver = true,"
				+ " case_number = 'PB-1991-0001'", 20, 10);
		pairing("JB-1991-002", "proposed_at = :a, in_force_on = :b, approved_on = :b, case_number = 'PB-1991-0002'", 18,
				4);
		pairing("JB-1991-003", "status = 'EXPIRED', open_pair = null, term_end = :b", 0, 30);
		pairing("JB-1991-004", "status = 'RENEWED', open_pair = null, term_end = :b", 0, 40);
		pairing("JB-1991-005", "approved_on = :b, renewal = true, predecessor ="
				+ " (select id from pairing where number = 'JB-1991-004')", 0, 45);
	}

	private void pairing(String number, String set, int a, int b) {
		run("update pairing set " + set + " where number = '" + number + "'", a, b);
	}

	void activities() {
		String columns = """
				insert into activity (id, number, case_number, title, activity_type, pillar, theme_party_day, status, approval_level,
				  participants, minors, edition, incident, search_key, version, proposed_at, published_at, starts_at, ends_at,
				  confirmed_on, attendance_rate, score, actual_cost, attended) values (:id,""";
		run(columns
				+ " 'HB-1991-1', 'HB-1991-0001', 'x', 'WALK', 'TEAM, APPEAL', false, 'CONFIRMED', 'DEPT', 50, false, 1,"
				+ " false, 'x', 0, :a, :b, :b, :c, :d, 80, 4, 300, 10)", 52, 50);
		run(columns
				+ " 'HB-1991-2', 'HB-1991-0002', 'x', 'WALK', 'TEAM', false, 'NOT_EVIDENCED', 'BRANCH', 50, false, 1,"
				+ " false, 'x', 0, :a, :b, :b, :c, null, null, null, null, null)", 54, 50);
		run("insert into activity_organisation (activity, organisation, part) select id, 'IB9', 'HOST' from activity"
				+ " where number like 'HB-1991-%'", 0, 0);
		run("update work_item set process = 'activity-proposal', step = 'task-record', state = 'DONE', decided_at = :a,"
				+ " due_at = :b where case_number = 'HB-1991-0001'", 38, 37);
	}

	void problems() {
		problem("SB-1991-1", "'CLOSED_RESOLVED', false, 'L2', :a, :b", 34, 30);
		problem("SB-1991-2", "'CLOSED_EXPLAINED', false, 'L4', :a, :b", 36, 30);
		problem("SB-1991-3", "'CLOSED_RESOLVED', true, 'L4', :a, :b", 60, 30);
		problem("SB-1991-4", "'PARKED', false, 'L2', :a, null", 60, 30);
		for (String visit : new String[] { "'SB-1991-1', 'CONFIRMED'", "'SB-1991-2', 'NOT_CONFIRMED'",
				"'SB-1991-2', 'UNREACHABLE'", "'SB-1991-3', 'NOT_CONFIRMED'" }) {
			run("insert into return_visit (id, visited_at, visit_mode, visitor, case_number, result) values (:id, :a,"
					+ " 'PHONE', 'x', " + visit + ")", 29, 0);
		}
		run("insert into problem_parking (id, case_number, parked_at, reason, category, promised_review, signed_by,"
				+ " next_action) values (:id, 'SB-1991-4', :a, 'x', 'MONEY', :d, 'x', 'x')", 10, 0);
	}

	private void problem(String number, String rest, int a, int b) {
		run("""
				insert into problem (case_number, title, reporter_org, kind, category, severity, ladder, channel, dispatch_count,
				  rework_count, charge_count, was_parked, answered, search_key, version, state, confidential, highest,
				  registered_at, closed_at)
				values ('%s', 'x', 'IB9', 'HELP', 'ROADS', 'S3', 'L1', 'FORM', 0, 0, 0, false, true, 'x', 0, %s)
				"""
			.formatted(number, rest), a, b);
	}

	void plaques() {
		plaque("DB-1991-001", 150, ":e");
		plaque("DB-1991-002", 250, "null");
		run("insert into wall_check (id, plaque, checked_on, found, checked_by, recorded_at) values (:id, 'DB-1991-001', :d,"
				+ " 'MISSING', 'x', :a)", 3, 0);
		run("insert into plaque_measure (id, case_number, plaque, organisation, kind, state_before, extended, outcome,"
				+ " opened_at, closed_at, version) values (:id, 'NB-1991-1', 'DB-1991-001', 'IB9', 'RECTIFY', 'VALID', false,"
				+ " 'KEPT', :a, :b, 0)", 40, 20);
		run("insert into public_notice (id, batch, case_number, plaque_text, issuer, recipients, opened_at, closes_at,"
				+ " cancelled) values (:id, '7b8f2d30-0000-4000-8000-000000000001', 'DB-1991-9', 'x', 'x', 'IB9', :a, :b,"
				+ " false)", 30, 25);
		run("insert into objection (id, notice, number, organisation, raised_by, claim, state, raised_at, settled_at)"
				+ " select :id, id, 1, 'IB9', 'x', 'x', 'UPHELD', :a, :b from public_notice where case_number = 'DB-1991-9'",
				28, 26);
	}

	private void plaque(String number, int cost, String hung) {
		run("""
				insert into plaque (id, organisation, name_en, name_zh, number, sort_key, search_key, plaque_text, state, approved_at,
				  handed_on, cost, hung_on, created_at, updated_at, version)
				values (:id, 'IB9', 'x', 'x', '%1$s', '%1$s', 'x', 'x', 'VALID', :a, :d, %2$d, %3$s, :a, :a, 0)
				"""
			.formatted(number, cost, hung), 20, 8);
	}

	/**
	 * {@code :a} and {@code :b} so many days ago, {@code :c} ten days later, {@code :d}
	 * and {@code :e} the days.
	 */
	private void run(String sql, int a, int b) {
		boolean days = sql.startsWith("update pairing");
		this.jdbc.sql(sql)
			.param("id", UUID.randomUUID())
			.param("a", ago(a))
			.param("b", days ? this.today.minusDays(b) : ago(b))
			.param("c", ago(b - 10))
			.param("d", this.today.minusDays(b))
			.param("e", this.today.minusDays(b))
			.update();
	}

	private OffsetDateTime ago(int days) {
		return this.today.minusDays(days)
			.atTime(LocalTime.NOON)
			.atZone(Time.OFFICE)
			.toOffsetDateTime()
			.withOffsetSameInstant(ZoneOffset.UTC);
	}

}
