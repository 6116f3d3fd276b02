package org.gongjian.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of cases; writes nothing. */
@Repository
class CaseListTable {

	private static final String COLUMNS = """
			f.*,
			(select string_agg(p.org, ',' order by p.org) from case_party p where p.case_id = f.id) as parties,
			(select string_agg(distinct w.step_name, '|') from work_item w
			  where w.case_number = f.number and w.state = 'OPEN') as waiting,
			(select min(w.due_at) from work_item w where w.case_number = f.number and w.state = 'OPEN') as due_at
			""";

	/** Of reserved cases only those of the reader's roles and the reader's own. */
	private static final String OPEN_TO = """
			and (f.reserved_for is null or f.reserved_for in (:roles) or f.initiator = :user)
			""";

	private final JdbcClient jdbc;

	CaseListTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<CaseRow> requests(String username, Narrowing narrowing, Cursor after, int limit) {
		return this.jdbc.sql("select " + COLUMNS + ", f.opened_at as sorted_at from case_file f " + """
				where f.initiator = :user
				  and (f.opened_at < :at or (f.opened_at = :at and f.number > :id))
				""" + narrowing.sql() + """
				order by f.opened_at desc, f.number
				fetch first :limit rows only
				""")
			.param("user", username)
			.param("at", InboxTable.time(after.at()))
			.param("id", after.id())
			.params(narrowing.parameters())
			.param("limit", limit)
			.query((row, index) -> map(row))
			.list();
	}

	List<CaseRow> copied(Sight sight, Narrowing narrowing, Cursor after, int limit) {
		return this.jdbc.sql("select " + COLUMNS + """
				, y.at as sorted_at from case_copy y join case_file f on f.number = y.case_number
				where y.username = :user and (y.at < :at or (y.at = :at and f.number > :id))
				""" + OPEN_TO + narrowing.sql() + """
				order by y.at desc, f.number
				fetch first :limit rows only
				""")
			.param("user", sight.username())
			.param("roles", sight.roles())
			.param("at", InboxTable.time(after.at()))
			.param("id", after.id())
			.params(narrowing.parameters())
			.param("limit", limit)
			.query((row, index) -> map(row))
			.list();
	}

	int countRequests(String username, Narrowing narrowing) {
		return count("case_file f where f.initiator = :user", new Sight(false, username, Set.of(), Set.of()),
				narrowing);
	}

	int countCopied(Sight sight, Narrowing narrowing) {
		return count("case_copy y join case_file f on f.number = y.case_number where y.username = :user", sight,
				narrowing);
	}

	private int count(String from, Sight sight, Narrowing narrowing) {
		return this.jdbc
			.sql("select count(*) from (select 1 from " + from + " " + OPEN_TO + narrowing.sql()
					+ " fetch first :limit rows only) counted")
			.param("user", sight.username())
			.param("roles", sight.roles())
			.params(narrowing.parameters())
			.param("limit", Count.LIMIT + 1)
			.query(Integer.class)
			.single();
	}

	/**
	 * The cases a person may see: all for people of the zone, else of their organisations
	 * and own.
	 */
	List<CaseRow> visible(Sight sight, Narrowing narrowing, String status, String party, Cursor after, int limit) {
		return this.jdbc.sql("select " + COLUMNS + ", f.opened_at as sorted_at from case_file f " + """
				where (:all or f.initiator = :user
				    or exists (select 1 from case_party p where p.case_id = f.id and p.org in (:orgs)))
				""" + OPEN_TO + """
				  and (cast(:status as varchar(20)) is null or f.status = :status)
				  and (cast(:party as varchar(20)) is null
				    or exists (select 1 from case_party p where p.case_id = f.id and p.org = :party))
				  and (f.opened_at < :at or (f.opened_at = :at and f.number > :id))
				""" + narrowing.sql() + """
				order by f.opened_at desc, f.number
				fetch first :limit rows only
				""")
			.param("all", sight.all())
			.param("user", sight.username())
			.param("orgs", sight.organisations())
			.param("roles", sight.roles())
			.param("status", status)
			.param("party", party)
			.param("at", InboxTable.time(after.at()))
			.param("id", after.id())
			.params(narrowing.parameters())
			.param("limit", limit)
			.query((row, index) -> map(row))
			.list();
	}

	/** How far a person's eyes reach. */
	record Sight(boolean all, String username, Set<String> organisations, Set<String> roles) {

		Sight {
			organisations = organisations.isEmpty() ? Set.of("-") : organisations;
			roles = roles.isEmpty() ? Set.of("-") : roles;
		}

	}

	private static CaseRow map(ResultSet row) throws SQLException {
		return new CaseRow(row.getString("number"), row.getString("process"),
				new Bilingual(row.getString("title_en"), row.getString("title_zh")), row.getString("status"),
				row.getString("outcome"), row.getString("initiator"), split(row.getString("parties"), ","),
				InboxTable.instant(row, "opened_at"), InboxTable.instant(row, "closed_at"),
				InboxTable.instant(row, "sorted_at"),
				split(row.getString("waiting"), "\\|").stream().map(Bilingual::ofName).toList(),
				InboxTable.instant(row, "due_at"));
	}

	private static List<String> split(String text, String by) {
		return (text == null || text.isEmpty()) ? List.of() : Arrays.asList(text.split(by));
	}

}
