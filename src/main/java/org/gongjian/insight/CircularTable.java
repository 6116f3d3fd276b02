package org.gongjian.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the problems of a month; confidential reports are never among them. */
@Repository
class CircularTable {

	private final JdbcClient jdbc;

	CircularTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One line: how many were registered and closed in the month, and how many are open
	 * at its end.
	 *
	 * @param key the category or the code of a department
	 */
	record Line(String key, long registered, long closed, long open) {
	}

	/** By category, in the order of the codes. */
	List<Line> byCategory(Instant from, Instant to) {
		return lines("category", "", from, to);
	}

	/** By the department that leads, in the order of the codes: nobody is ranked. */
	List<Line> byDepartment(Instant from, Instant to) {
		return lines("lead_department", " and lead_department is not null", from, to);
	}

	private List<Line> lines(String column, String more, Instant from, Instant to) {
		return this.jdbc.sql("""
				select %s as line,
				  sum(case when registered_at >= :from then 1 else 0 end) as registered,
				  sum(case when closed_at >= :from and closed_at < :to then 1 else 0 end) as closed,
				  sum(case when closed_at is null or closed_at >= :to then 1 else 0 end) as still_open
				from problem
				where not confidential and registered_at < :to and (closed_at is null or closed_at >= :from)
				""".formatted(column) + more + " group by " + column + " order by " + column)
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.query((row, number) -> new Line(row.getString("line"), row.getLong("registered"), row.getLong("closed"),
					row.getLong("still_open")))
			.list();
	}

	/**
	 * What was closed in the month.
	 *
	 * @param solved confirmed as resolved; what was explained is not counted as solved
	 * @param answered how many said whether they are satisfied
	 * @param satisfied of these at least basically
	 * @param firstTime solved without rework
	 * @param byBranch solved by the paired branch
	 */
	record Closed(long all, long solved, long explained, long answered, long satisfied, long firstTime, long byBranch) {
	}

	Closed closed(Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*) as total,
				  sum(case when state = 'CLOSED_RESOLVED' then 1 else 0 end) as solved,
				  sum(case when state = 'CLOSED_EXPLAINED' then 1 else 0 end) as explained,
				  sum(case when satisfaction is not null then 1 else 0 end) as answered,
				  sum(case when satisfaction >= 3 then 1 else 0 end) as satisfied,
				  sum(case when state = 'CLOSED_RESOLVED' and rework_count = 0 then 1 else 0 end) as first_time,
				  sum(case when state = 'CLOSED_RESOLVED' and ladder = 'L1' then 1 else 0 end) as by_branch
				from problem where not confidential and closed_at >= :from and closed_at < :to
				""")
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.query(CircularTable::closed)
			.single();
	}

	private static Closed closed(ResultSet row, int number) throws SQLException {
		return new Closed(row.getLong("total"), row.getLong("solved"), row.getLong("explained"),
				row.getLong("answered"), row.getLong("satisfied"), row.getLong("first_time"), row.getLong("by_branch"));
	}

	/** First responses owed in the month and those of them given in time. */
	long[] responses(Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*), sum(case when c.state = 'MET' and c.ended_at <= c.due_at then 1 else 0 end)
				from sla_clock c join problem p on p.case_number = c.subject
				where not p.confidential and c.kind = 'RESPONSE' and c.due_at >= :from and c.due_at < :to
				""")
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	/** A problem on the parked list, 挂账. */
	record Parked(String number, Bilingual title, String organisation, String reason, LocalDate review) {
	}

	/** What is parked, the nearest promised review first. */
	List<Parked> parked(int limit) {
		return this.jdbc.sql("""
				select p.case_number, p.title, p.reporter_org, k.reason, k.promised_review
				from problem p join problem_parking k on k.case_number = p.case_number and k.ended_at is null
				where p.state = 'PARKED' and not p.confidential
				order by k.promised_review, p.case_number limit :limit
				""")
			.param("limit", limit)
			.query((row, number) -> new Parked(row.getString("case_number"), Bilingual.ofTitle(row.getString("title")),
					row.getString("reporter_org"), row.getString("reason"),
					row.getObject("promised_review", LocalDate.class)))
			.list();
	}

}
