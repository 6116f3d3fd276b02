package org.gongjian.problem;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.gongjian.shared.RowCursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads pages of the register. Confidential rows are in none of them but those of their
 * initiator and of discipline inspection.
 */
@Repository
class ProblemListTable {

	private static final String SEEN = """
			(:everybody or p.reporter_org in (:orgs)
			  or exists (select 1 from case_file f join case_party c on c.case_id = f.id
			    where f.number = p.case_number and c.org in (:orgs)))
			and (not p.confidential or :discipline
			  or exists (select 1 from case_file f where f.number = p.case_number and f.initiator = :user))
			""";

	private final JdbcClient jdbc;

	ProblemListTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How far a person's eyes reach. */
	record Sight(boolean all, Collection<String> organisations, boolean discipline, String username) {
	}

	/** One page of the register, newest first. */
	List<Problem> page(ProblemFilter filter, Sight sight, RowCursor after, int limit) {
		return this.jdbc.sql("select p.* from problem p where " + SEEN + """
				and (p.registered_at < :at or (p.registered_at = :at and p.case_number > :id))
				and (:state = '' or p.state = :state)
				and (:severity = '' or p.severity = :severity)
				and (:category = '' or p.category = :category)
				and (:org = '' or p.reporter_org = :org or p.lead_department = :org
				  or exists (select 1 from case_file g join case_party d on d.case_id = g.id
				    where g.number = p.case_number and d.org = :org))
				and (not :open or p.state not like 'CLOSED!_%' escape '!')
				and p.search_key like :text escape '!'
				order by p.registered_at desc, p.case_number
				fetch first :limit rows only
				""")
			.param("everybody", sight.all())
			.param("orgs", sight.organisations().isEmpty() ? List.of("-") : sight.organisations())
			.param("discipline", sight.discipline())
			.param("user", sight.username())
			.param("at", ProblemTable.time(after.at()))
			.param("id", after.id())
			.param("state", (filter.state() == null) ? "" : filter.state().name())
			.param("severity", filter.severity())
			.param("category", filter.category())
			.param("org", filter.organisation())
			.param("open", filter.open())
			.param("text", filter.pattern())
			.param("limit", limit)
			.query(ProblemTable::map)
			.list();
	}

	/** Open problems under a pairing, oldest first. */
	List<String> openOf(String pairing) {
		return this.jdbc.sql("""
				select case_number from problem
				where pairing = :pairing and state not like 'CLOSED!_%' escape '!' order by case_number
				""").param("pairing", pairing).query(String.class).list();
	}

	/**
	 * What somebody sees of the problems of a pairing, newest first; confidential ones
	 * are left out.
	 */
	List<Problem> ofPairing(String pairing, Sight sight, int limit) {
		return this.jdbc.sql("select p.* from problem p where " + SEEN + """
				and p.pairing = :pairing and not p.confidential
				order by p.registered_at desc, p.case_number fetch first :limit rows only
				""")
			.param("everybody", sight.all())
			.param("orgs", sight.organisations().isEmpty() ? List.of("-") : sight.organisations())
			.param("discipline", sight.discipline())
			.param("user", sight.username())
			.param("pairing", pairing)
			.param("limit", limit)
			.query(ProblemTable::map)
			.list();
	}

	/** What was closed of a pairing from one day to another, how many of it solved. */
	record Closed(int all, int solved) {
	}

	Closed closed(String pairing, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					select count(*) as everything, count(case when state = 'CLOSED_RESOLVED' then 1 end) as solved from problem
					where pairing = :pairing and not confidential and state in ('CLOSED_RESOLVED', 'CLOSED_EXPLAINED')
					  and cast(closed_at as date) between :from and :to
					""")
			.param("pairing", pairing)
			.param("from", from)
			.param("to", to)
			.query((row, index) -> new Closed(row.getInt("everything"), row.getInt("solved")))
			.single();
	}

	/** One page of the parked list: the review promised first comes first. */
	List<Problem> parked(Sight sight, int limit) {
		return this.jdbc
			.sql("select p.* from problem p where " + SEEN
					+ "and p.state = 'PARKED' order by p.parked_until, p.case_number fetch first :limit rows only")
			.param("everybody", sight.all())
			.param("orgs", sight.organisations().isEmpty() ? List.of("-") : sight.organisations())
			.param("discipline", sight.discipline())
			.param("user", sight.username())
			.param("limit", limit)
			.query(ProblemTable::map)
			.list();
	}

}
