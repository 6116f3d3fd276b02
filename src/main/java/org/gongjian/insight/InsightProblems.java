package org.gongjian.insight;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts problems; writes nothing. */
@Repository
class InsightProblems {

	/**
	 * Of the organisation asked for, as its list shows them; confidential ones are in no
	 * figure.
	 */
	static final String OF = " not q.confidential and (cast(:org as varchar(20)) is null"
			+ " or q.reporter_org = :org or q.lead_department = :org"
			+ " or q.case_number in (select f.number from case_file f"
			+ " join case_party p on p.case_id = f.id where p.org = :org)) ";

	private final JdbcClient jdbc;

	InsightProblems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many problems there are in each state. */
	Map<String, Long> states(String org) {
		var counts = new LinkedHashMap<String, Long>();
		this.jdbc.sql("select state, count(*) as total from problem q where" + OF + "group by state")
			.param("org", org)
			.query((row) -> {
				counts.put(row.getString("state"), row.getLong("total"));
			});
		return counts;
	}

	/**
	 * Closed problems: those answered, those whose answer was at least basically
	 * satisfied, those resolved, those of them resolved by the paired branch, and those
	 * never sent back for more work.
	 */
	record Closed(long answered, long satisfied, long resolved, long byBranch, long atFirst) {
	}

	Closed closed(String org) {
		return this.jdbc.sql("""
				select sum(case when satisfaction is not null then 1 else 0 end) as answered,
				  sum(case when satisfaction >= 3 then 1 else 0 end) as satisfied,
				  sum(case when state = 'CLOSED_RESOLVED' then 1 else 0 end) as resolved,
				  sum(case when state = 'CLOSED_RESOLVED' and ladder = 'L1' then 1 else 0 end) as by_branch,
				  sum(case when state = 'CLOSED_RESOLVED' and rework_count = 0 then 1 else 0 end) as at_first
				from problem q where closed_at is not null and
				""" + OF)
			.param("org", org)
			.query((row, number) -> new Closed(row.getLong("answered"), row.getLong("satisfied"),
					row.getLong("resolved"), row.getLong("by_branch"), row.getLong("at_first")))
			.single();
	}

}
