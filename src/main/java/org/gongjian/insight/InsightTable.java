package org.gongjian.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in the tables of other rooms; writes nothing. */
@Repository
class InsightTable {

	private static final String PAIR_OF = " (cast(:org as varchar(20)) is null or government_org = :org"
			+ " or enterprise_org = :org) ";

	/**
	 * Of the organisation asked for, and not reserved for a role. PostgreSQL reads such a
	 * list once; beside an {@code or} it would look for each row anew with
	 * {@code exists}.
	 */
	private static final String CASE_OF = " %1$s not in (select number from case_file where reserved_for is not null)"
			+ " and (cast(:org as varchar(20)) is null or %1$s in (select f.number from case_file f"
			+ " join case_party p on p.case_id = f.id where p.org = :org)) ";

	private final JdbcClient jdbc;

	InsightTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many pairings there are in each state. */
	Map<String, Long> pairings(String org) {
		return counts("select status as name, count(*) as total from pairing where" + PAIR_OF + "group by status", org);
	}

	/** How many plaques with a number there are in each state. */
	Map<String, Long> plaques(String org) {
		return counts("""
				select state as name, count(*) as total from plaque
				where number is not null and (cast(:org as varchar(20)) is null or organisation = :org)
				group by state
				""", org);
	}

	/** A pair that has done nothing together for some time. */
	record Quiet(String number, String government, String enterprise, LocalDate since) {
	}

	/** Pairs in force without a confirmed activity since a day, longest first. */
	List<Quiet> quiet(String org, LocalDate since, int limit) {
		return this.jdbc.sql("""
				select number, government_org, enterprise_org, coalesce(last_activity_on, in_force_on) as since
				from pairing
				where status in ('IN_FORCE', 'EXPIRING') and coalesce(last_activity_on, in_force_on) < :since and
				""" + PAIR_OF + "order by 4, number limit :limit")
			.param("org", org)
			.param("since", since)
			.param("limit", limit)
			.query((row, number) -> new Quiet(row.getString("number"), row.getString("government_org"),
					row.getString("enterprise_org"), row.getObject("since", LocalDate.class)))
			.list();
	}

	/** How many pairs are quiet since a day. */
	long quiet(String org, LocalDate since) {
		return this.jdbc.sql("""
				select count(*) from pairing
				where status in ('IN_FORCE', 'EXPIRING') and coalesce(last_activity_on, in_force_on) < :since and
				""" + PAIR_OF).param("org", org).param("since", since).query(Long.class).single();
	}

	/** How many enterprise organisations are paired, and how many there are. */
	long[] pairedEnterprises() {
		return this.jdbc
			.sql("""
					select (select count(distinct enterprise_org) from pairing where status in ('IN_FORCE', 'EXPIRING', 'SUSPENDED')),
					  (select count(*) from organisation where side = 'ENTERPRISE' and active)
					from (values (1)) one(x)
					""")
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	/** A step and a number. */
	record Step(String process, String step, Bilingual name, long value, long overdue) {
	}

	/** The cases of a process: how many there are and how many of them run. */
	record Cases(String process, long all, long open) {
	}

	/** How many cases of each process there are. */
	List<Cases> cases(String org) {
		return this.jdbc.sql("""
				select process, count(*) as total, sum(case when status = 'open' then 1 else 0 end) as running
				from case_file where
				""" + CASE_OF.formatted("case_file.number") + "group by process order by process")
			.param("org", org)
			.query((row, number) -> new Cases(row.getString("process"), row.getLong("total"), row.getLong("running")))
			.list();
	}

	/** Where cases wait now: the steps with open tasks, most first. */
	List<Step> waiting(String org, Instant now, int limit) {
		return this.jdbc
			.sql("""
					select process, step, max(step_name) as name, count(*) as total,
					  sum(case when due_at < :now then 1 else 0 end) as overdue
					from work_item where state = 'OPEN' and
					""" + CASE_OF.formatted("case_number")
					+ "group by process, step order by 4 desc, process, step limit :limit")
			.param("org", org)
			.param("now", Moments.stored(now))
			.param("limit", limit)
			.query((row, number) -> new Step(row.getString("process"), row.getString("step"),
					Bilingual.ofName(row.getString("name")), row.getLong("total"), row.getLong("overdue")))
			.list();
	}

	/** How many tasks are open, and how many of them are late. */
	long[] open(String org, Instant now) {
		return this.jdbc.sql("""
				select count(*), sum(case when due_at < :now then 1 else 0 end) from work_item where state = 'OPEN' and
				""" + CASE_OF.formatted("case_number"))
			.param("org", org)
			.param("now", Moments.stored(now))
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	/** Half of the tasks decided since a moment took at most so many hours; by step. */
	List<Step> medians(String org, Instant since, int limit) {
		return this.jdbc
			.sql("""
					select process, step, max(step_name) as name, count(*) as total,
					  percentile_cont(0.5) within group (order by extract(epoch from (decided_at - created_at))) as median
					from work_item where state = 'DONE' and decided_at >= :since and
					"""
					+ CASE_OF.formatted("case_number")
					+ "group by process, step order by 5 desc, process, step limit :limit")
			.param("org", org)
			.param("since", Moments.stored(since))
			.param("limit", limit)
			.query((row, number) -> new Step(row.getString("process"), row.getString("step"),
					Bilingual.ofName(row.getString("name")), Math.round(row.getDouble("median") / 3600),
					row.getLong("total")))
			.list();
	}

	/** Clocks of a kind: met in time, met late, overdue now, running in time. */
	record Clocks(long inTime, long late, long overdue, long running) {

		long owed() {
			return this.inTime + this.late + this.overdue;
		}

	}

	Clocks clocks(String kind, String org, Instant now) {
		return this.jdbc.sql("""
				select sum(case when state = 'MET' and ended_at <= due_at then 1 else 0 end) as in_time,
				  sum(case when state = 'MET' and ended_at > due_at then 1 else 0 end) as late,
				  sum(case when state = 'RUNNING' and due_at < :now then 1 else 0 end) as overdue,
				  sum(case when state = 'PAUSED' or state = 'RUNNING' and due_at >= :now then 1 else 0 end) as running
				from sla_clock where kind = :kind and
				""" + CASE_OF.formatted("subject"))
			.param("kind", kind)
			.param("org", org)
			.param("now", Moments.stored(now))
			.query((row, number) -> new Clocks(row.getLong("in_time"), row.getLong("late"), row.getLong("overdue"),
					row.getLong("running")))
			.single();
	}

	/** Follow-up tasks that are open, and those of them that are late. */
	long[] followUps(String org, LocalDate today) {
		return this.jdbc.sql("""
				select count(*), sum(case when due_on < :today then 1 else 0 end) from follow_up
				where state = 'OPEN' and (cast(:org as varchar(20)) is null or organisation = :org)
				""")
			.param("org", org)
			.param("today", today)
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	private Map<String, Long> counts(String sql, String org) {
		var counts = new LinkedHashMap<String, Long>();
		this.jdbc.sql(sql).param("org", org).query((row) -> {
			counts.put(row.getString("name"), row.getLong("total"));
		});
		return counts;
	}

}
