package org.gongjian.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind figures about cases; writes nothing. */
@Repository
class CaseRows {

	/**
	 * Of the organisation asked for, and not reserved for a role: as they are counted.
	 */
	private static final String OF = " (cast(:org as varchar(20)) is null or exists (select 1 from case_party p"
			+ " where p.case_id = f.id and p.org = :org))" + " and f.reserved_for is null ";

	private static final String TASK = """
			select w.id, f.number, f.title_en, f.title_zh, w.step_name, w.created_at, w.due_at, w.decided_at
			from work_item w join case_file f on f.number = w.case_number
			where (:step = '' or w.process = :process and w.step = :step) and
			""";

	private final JdbcClient jdbc;

	CaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A case and since when it waits.
	 *
	 * @param id the row it stands for
	 * @param detail a step, or the kind of a clock
	 */
	record Row(String id, String number, Bilingual title, Bilingual detail, Instant since, Instant due, String state) {
	}

	/** Open tasks, longest waiting first: of one step, all of them, or only late ones. */
	List<Row> waiting(String org, String process, String step, boolean all, Instant now, Place after, int limit) {
		return this.jdbc.sql(TASK + """
				w.state = 'OPEN' and (:all or w.due_at < :now)
				and (w.created_at > :at or (w.created_at = :at and w.id > :id)) and
				""" + OF + "order by w.created_at, w.id limit :limit")
			.params(task(org, process, step, after, limit))
			.param("all", all || step != null)
			.param("now", Moments.stored(now))
			.query((row, number) -> task(row, "created_at", "due_at"))
			.list();
	}

	/**
	 * What was decided at a step since a moment, first things first, and when it had
	 * come.
	 */
	List<Row> done(String org, String process, String step, Instant since, Place after, int limit) {
		return this.jdbc.sql(TASK + """
				w.state = 'DONE' and w.decided_at >= :since
				and (w.decided_at > :at or (w.decided_at = :at and w.id > :id)) and
				""" + OF + "order by w.decided_at, w.id limit :limit")
			.params(task(org, process, step, after, limit))
			.param("since", Moments.stored(since))
			.query((row, number) -> task(row, "decided_at", "created_at"))
			.list();
	}

	private static Map<String, Object> task(String org, String process, String step, Place after, int limit) {
		var parameters = new HashMap<String, Object>();
		parameters.put("org", org);
		parameters.put("process", (process == null) ? "" : process);
		parameters.put("step", (step == null) ? "" : step);
		parameters.put("at", Moments.stored(after.at()));
		parameters.put("id", after.id());
		parameters.put("limit", limit);
		return parameters;
	}

	private static Row task(ResultSet row, String since, String due) throws SQLException {
		return new Row(row.getString("id"), row.getString("number"),
				new Bilingual(row.getString("title_en"), row.getString("title_zh")),
				Bilingual.ofName(row.getString("step_name")), Moments.read(row, since), Moments.read(row, due), null);
	}

	/** Clocks that are owed, by their due date; only the late ones if wished. */
	List<Row> clocks(String org, String kind, boolean late, Instant now, Place after, int limit) {
		return this.jdbc.sql("""
				select c.id, f.number, f.title_en, f.title_zh, c.started_at, c.due_at, c.state
				from sla_clock c join case_file f on f.number = c.subject
				where c.kind = :kind and (c.due_at > :at or (c.due_at = :at and cast(c.id as varchar(40)) > :id))
				  and (:late = false or c.state = 'RUNNING' and c.due_at < :now) and c.state <> 'CANCELLED' and
				""" + OF + "order by c.due_at, cast(c.id as varchar(40)) limit :limit")
			.param("org", org)
			.param("kind", kind)
			.param("late", late)
			.param("now", Moments.stored(now))
			.param("at", Moments.stored(after.at()))
			.param("id", after.id())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getString("id"), row.getString("number"),
					new Bilingual(row.getString("title_en"), row.getString("title_zh")), null,
					Moments.read(row, "started_at"), Moments.read(row, "due_at"), row.getString("state")))
			.list();
	}

	/** A place in such a list. */
	record Place(Instant at, String id) {

		/** The place a cursor says; the beginning for anything else. */
		static Place of(String cursor) {
			int cut = (cursor == null) ? -1 : cursor.indexOf('_');
			try {
				return (cut < 0) ? new Place(Instant.EPOCH, "")
						: new Place(Instant.parse(cursor.substring(0, cut)), cursor.substring(cut + 1));
			}
			catch (DateTimeException unreadable) {
				return new Place(Instant.EPOCH, "");
			}
		}

		static String after(Instant at, String id) {
			return at + "_" + id;
		}

	}

}
