package org.gongjian.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of activities as a person may see them. */
@Repository
class ActivityListTable {

	private static final String SEEN = """
			(:everybody
			  or exists (select 1 from activity_organisation s where s.activity = a.id and s.organisation in (:orgs))
			  or exists (select 1 from activity_pairing c join pairing r on r.number = c.pairing
			    where c.activity = a.id and (r.government_org in (:orgs) or r.enterprise_org in (:orgs))))
			""";

	private static final String NARROWED = """
			(:org = '' or exists (select 1 from activity_organisation o where o.activity = a.id and o.organisation = :org))
			and (:pairing = '' or exists (select 1 from activity_pairing p where p.activity = a.id and p.pairing = :pairing))
			""";

	private static final String SELECT = """
			select a.*, h.name_en as host_en, h.name_zh as host_zh
			from activity a left join organisation h on h.code = a.host_org
			""";

	private final JdbcClient jdbc;

	ActivityListTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of the register, newest first. */
	List<ActivityRow> page(ActivityFilter filter, Collection<String> organisations, Instant now, Instant before,
			UUID beforeId, int limit) {
		return this.jdbc.sql(SELECT + "where " + SEEN + " and " + NARROWED + """
				and (a.proposed_at < :before or (a.proposed_at = :before and a.id > :beforeId))
				and a.search_key like :text escape '!'
				and (:status = '' or :status = case when a.status <> 'PUBLISHED' or a.starts_at > :now then a.status
				  when a.ends_at > :now then 'IN_PROGRESS' else 'RECORDING' end
				  or :status = 'AHEAD' and (a.status = 'APPROVED' or a.status = 'PUBLISHED' and a.ends_at > :now))
				order by a.proposed_at desc, a.id
				limit :limit
				""")
			.params(seen(filter, organisations))
			.param("now", Moments.stored(now))
			.param("before", Moments.stored(before))
			.param("beforeId", beforeId)
			.param("text", filter.pattern())
			.param("status", filter.status())
			.param("limit", limit)
			.query(ActivityListTable::map)
			.list();
	}

	/**
	 * What stands in the calendar and touches a span, by start. It is not sorted by the
	 * column itself: PostgreSQL would read everything that began before in its order.
	 */
	List<ActivityRow> between(ActivityFilter filter, Collection<String> organisations, Instant from, Instant to,
			int most) {
		return this.jdbc.sql(SELECT + "where " + SEEN + " and " + NARROWED + """
				and a.status in (:states) and a.starts_at < :to and a.ends_at >= :from
				order by a.starts_at + interval '0' second, a.id
				limit :most
				""")
			.params(seen(filter, organisations))
			.param("states", ActivityTable.names(ActivityStatus.PUBLIC))
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.param("most", most)
			.query(ActivityListTable::map)
			.list();
	}

	/** What took place on a day that is not stated; for a month its note names. */
	List<ActivityRow> undated(ActivityFilter filter, Collection<String> organisations, Instant from, Instant to,
			int most) {
		return this.jdbc.sql(SELECT + "where " + SEEN + " and " + NARROWED + """
				and a.starts_at is null and a.proposed_at >= :from and a.proposed_at < :to
				order by a.number
				limit :most
				""")
			.params(seen(filter, organisations))
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.param("most", most)
			.query(ActivityListTable::map)
			.list();
	}

	private static Map<String, Object> seen(ActivityFilter filter, Collection<String> organisations) {
		var values = new HashMap<String, Object>();
		values.put("everybody", organisations == null);
		values.put("orgs", (organisations == null || organisations.isEmpty()) ? List.of("") : organisations);
		values.put("org", filter.organisation());
		values.put("pairing", filter.pairing());
		return values;
	}

	private static ActivityRow map(ResultSet row, int line) throws SQLException {
		String en = row.getString("host_en");
		return new ActivityRow(ActivityTable.map(row, line),
				(en == null) ? null : new Bilingual(en, row.getString("host_zh")));
	}

}
