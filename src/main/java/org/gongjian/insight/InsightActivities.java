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

/** Counts activities and planned activities; writes nothing. */
@Repository
class InsightActivities {

	/** The three pillars of co-building, and what else an activity may serve. */
	static final List<String> PILLARS = List.of("TEAM", "ACTIVITY", "APPEAL", "ORGANISATION", "RESOURCE");

	private static final String OF = " (cast(:org as varchar(20)) is null or a.id in (select o.activity"
			+ " from activity_organisation o where o.organisation = :org)) ";

	private static final String HELD = " a.confirmed_on is not null and ";

	private static final String PLANNED = """
			from annual_plan_row r join pairing p on p.id = r.pairing
			where p.status in ('IN_FORCE', 'EXPIRING') and r.staged_case is null and r.plan_month <= :month
			  and (cast(:org as varchar(20)) is null or p.government_org = :org or p.enterprise_org = :org)
			""";

	private static final String EXECUTED = """
			exists (select 1 from activity a where a.plan_row = r.id and a.confirmed_on is not null)
			""";

	private final JdbcClient jdbc;

	InsightActivities(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Approved and not over, and over without a record. */
	long[] open(String org, Instant now) {
		return this.jdbc.sql("""
				select sum(case when status = 'APPROVED' or status = 'PUBLISHED' and ends_at > :now then 1 else 0 end),
				  sum(case when status = 'RECORDING' or status = 'PUBLISHED' and starts_at <= :now and ends_at <= :now
				    then 1 else 0 end)
				from activity a where
				""" + OF)
			.param("org", org)
			.param("now", Moments.stored(now))
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	/**
	 * How many confirmed activities since a day serve each pillar; one may serve several.
	 */
	Map<String, Long> pillars(String org, LocalDate since) {
		var sums = new StringBuilder("select 0 as none");
		PILLARS.forEach((pillar) -> sums.append(", sum(case when ',' || replace(a.pillar, ' ', '') || ',' like '%,")
			.append(pillar)
			.append(",%' then 1 else 0 end) as in_")
			.append(pillar));
		return this.jdbc.sql(sums + " from activity a where a.confirmed_on >= :since and" + HELD + OF)
			.param("org", org)
			.param("since", since)
			.query((row, number) -> {
				var counts = new LinkedHashMap<String, Long>();
				for (String pillar : PILLARS) {
					counts.put(pillar, row.getLong("in_" + pillar));
				}
				return counts;
			})
			.single();
	}

	/** An activity that was confirmed. */
	record Held(String number, Bilingual title, LocalDate on) {
	}

	/**
	 * Confirmed activities of a pillar since a day, newest first, from before a number.
	 */
	List<Held> held(String org, String pillar, LocalDate since, LocalDate before, String number, int limit) {
		return this.jdbc.sql("""
				select a.number, a.title, a.title_en, a.confirmed_on from activity a
				where ',' || replace(a.pillar, ' ', '') || ',' like :pillar and a.confirmed_on >= :since
				  and (a.confirmed_on < :before or (a.confirmed_on = :before and a.number > :number)) and
				""" + OF + "order by a.confirmed_on desc, a.number limit :limit")
			.param("org", org)
			.param("pillar", "%," + pillar + ",%")
			.param("since", since)
			.param("before", before)
			.param("number", number)
			.param("limit", limit)
			.query((row, index) -> new Held(row.getString("number"),
					new Bilingual(row.getString("title_en"), row.getString("title")),
					row.getObject("confirmed_on", LocalDate.class)))
			.list();
	}

	/** Planned until a month, and executed of these. */
	long[] plan(String org, String month) {
		return this.jdbc.sql("select count(*), sum(case when " + EXECUTED + " then 1 else 0 end) " + PLANNED)
			.param("org", org)
			.param("month", month)
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.single();
	}

	/** A planned activity that was not executed. */
	record Missing(String pairing, String month, String theme) {
	}

	/** What was planned until a month and not executed, oldest first. */
	List<Missing> missing(String org, String month, int limit) {
		return this.jdbc
			.sql("select p.number, r.plan_month, r.theme " + PLANNED + " and not " + EXECUTED
					+ " order by r.plan_month, p.number, r.row_no limit :limit")
			.param("org", org)
			.param("month", month)
			.param("limit", limit)
			.query((row, number) -> new Missing(row.getString("number"), row.getString("plan_month"),
					row.getString("theme")))
			.list();
	}

}
