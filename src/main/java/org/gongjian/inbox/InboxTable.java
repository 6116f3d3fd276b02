package org.gongjian.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.gongjian.approval.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads people's lists from their own index ranges; writes nothing. */
@Repository
class InboxTable {

	private static final String NARROWED = """
			and (cast(:process as varchar(64)) is null or s.process = :process)
			and (cast(:since as timestamp with time zone) is null or s.due_at >= :since)
			and (cast(:until as timestamp with time zone) is null or s.due_at < :until)
			and (cast(:like as varchar(400)) is null or lower(w.case_number) like :like escape '!'
			  or lower(w.title_en) like :like escape '!' or lower(w.title_zh) like :like escape '!'
			  or lower(w.step_name) like :like escape '!')
			""";

	private final JdbcClient jdbc;

	InboxTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Row> page(String username, View view, Filter filter, Span due, Cursor after, int limit) {
		return this.jdbc.sql("""
				select w.*, s.view_name, s.sorted_at,
				  (select count(*) from case_comment c join case_file f on f.id = c.case_id
				    where f.number = w.case_number) as comments,
				  (select count(*) from attachment a where a.case_number = w.case_number) as attachments,
				  (select count(*) from work_item r where r.case_number = w.case_number and r.decision = 'RETURN')
				    as returns
				from work_share s join work_item w on w.id = s.task_id
				where s.username = :user and s.view_name in (:shares)
				  and (s.sorted_at < :at or (s.sorted_at = :at and s.task_id > :id))
				""" + NARROWED + """
				order by s.sorted_at desc, s.task_id
				fetch first :limit rows only
				""")
			.param("user", username)
			.param("shares", view.shares())
			.param("at", time(after.at()))
			.param("id", after.id())
			.param("process", filter.process())
			.param("since", time(due.since()))
			.param("until", time(due.until()))
			.param("like", filter.like())
			.param("limit", limit)
			.query((row, index) -> new Row(WorkRows.item(row), row.getString("view_name"), instant(row, "sorted_at"),
					row.getInt("comments"), row.getInt("attachments"), row.getInt("returns")))
			.list();
	}

	int count(String username, View view, Filter filter, Span due) {
		return this.jdbc.sql("""
				select count(*) from (
				  select 1 from work_share s join work_item w on w.id = s.task_id
				  where s.username = :user and s.view_name in (:shares)
				""" + NARROWED + """
				  fetch first :limit rows only) counted
				""")
			.param("user", username)
			.param("shares", view.shares())
			.param("process", filter.process())
			.param("since", time(due.since()))
			.param("until", time(due.until()))
			.param("like", filter.like())
			.param("limit", Count.LIMIT + 1)
			.query(Integer.class)
			.single();
	}

	/** A stretch of time; either end may be open. */
	record Span(Instant since, Instant until) {
	}

	static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

}
