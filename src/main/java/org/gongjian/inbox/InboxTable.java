package org.gongjian.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gongjian.approval.WorkRows;
import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads people's lists from their own index ranges; writes nothing. */
@Repository
class InboxTable {

	private static final String FROM = """
			from work_share s join work_item w on w.id = s.task_id join case_file f on f.number = w.case_number
			""";

	private static final String COUNTED = """
			(select count(*) from (select 1 from work_share s join work_item w on w.id = s.task_id
			   join case_file f on f.number = w.case_number
			  where s.username = :user and s.view_name in (:shares) %s fetch first :most rows only) counted)
			""";

	private final JdbcClient jdbc;

	InboxTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A page, and with each row how many there are in all: one statement. */
	List<Row> page(String username, View view, Narrowing narrowing, Cursor after, Locale locale, int limit) {
		Sort sort = after.sort();
		String column = sort.column(locale);
		List<String> ranges = new ArrayList<>();
		view.shares().forEach((share) -> ranges.add(range(share, column, narrowing, after)));
		StatementSpec statement = this.jdbc.sql("select page.*, w.*, "
				+ "f.fact_en, f.fact_zh, who.name_en as who_en, who.name_zh as who_zh, "
				+ "coalesce(away.name_en, page.acting_for) as away_en, coalesce(away.name_zh, page.acting_for) as away_zh, "
				+ """
						  (select count(*) from case_comment c where c.case_id = f.id) as comments,
						  (select count(*) from attachment a where a.case_number = w.case_number) as attachments,
						  (select count(*) from work_item r where r.case_number = w.case_number and r.decision = 'RETURN')
						    as returns,
						"""
				+ COUNTED.formatted(narrowing.sql()) + " as counted from (select * from ("
				+ String.join(" union all ", ranges) + ") ranges order by sort_key " + sort.direction() + ", task_id "
				+ sort.idDirection() + " fetch first :limit rows only) page join work_item w on w.id = page.task_id"
				+ " join case_file f on f.number = w.case_number"
				+ " left join person_name who on who.username = w.requested_by"
				+ " left join person_name away on away.username = page.acting_for order by page.sort_key "
				+ sort.direction() + ", page.task_id " + sort.idDirection());
		return place(statement, after).param("user", username)
			.param("shares", view.shares())
			.param("limit", limit)
			.param("most", Count.LIMIT + 1)
			.params(narrowing.parameters())
			.query((row, index) -> row(row, sort))
			.list();
	}

	/** One share of a list, along its index. */
	private static String range(String share, String column, Narrowing narrowing, Cursor after) {
		Sort sort = after.sort();
		String beyond = after.first() ? "" : """
				 and (%1$s %2$s cast(:key as %3$s) or (%1$s = cast(:key as %3$s) and s.task_id %4$s :id))
				""".formatted("s." + column, sort.beyond(), sort.type(), sort.idBeyond());
		return "(select s.task_id, s.view_name, s.acting_for, s." + column + " as sort_key " + FROM
				+ "where s.username = :user and s.view_name = '" + share + "'" + beyond + narrowing.sql()
				+ "order by s." + column + " " + sort.direction() + ", s.task_id " + sort.idDirection()
				+ " fetch first :limit rows only)";
	}

	private static StatementSpec place(StatementSpec statement, Cursor after) {
		if (after.first()) {
			return statement;
		}
		return statement.param("id", after.id()).param("key", after.sort().time() ? time(after.at()) : after.key());
	}

	private static Row row(ResultSet row, Sort sort) throws SQLException {
		String key = sort.time() ? instant(row, "sort_key").toString() : row.getString("sort_key");
		String requester = row.getString("who_zh");
		String fact = row.getString("fact_en");
		return new Row(WorkRows.item(row), row.getString("view_name"), key,
				(requester == null) ? null : new Bilingual(row.getString("who_en"), requester),
				(fact == null) ? null : new Bilingual(fact, row.getString("fact_zh")), away(row),
				row.getInt("comments"), row.getInt("attachments"), row.getInt("returns"), row.getInt("counted"));
	}

	private static Bilingual away(ResultSet row) throws SQLException {
		String away = row.getString("away_zh");
		return (away == null) ? null : new Bilingual(row.getString("away_en"), away);
	}

	int count(String username, View view, Narrowing narrowing) {
		return this.jdbc.sql("select " + COUNTED.formatted(narrowing.sql()))
			.param("user", username)
			.param("shares", view.shares())
			.param("most", Count.LIMIT + 1)
			.params(narrowing.parameters())
			.query(Integer.class)
			.single();
	}

	static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

}
