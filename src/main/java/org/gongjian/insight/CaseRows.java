package org.gongjian.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind figures about cases; writes nothing. */
@Repository
class CaseRows {

	/** Of the organisation asked for, and not kept from this reader. */
	private static final String OF = " (cast(:org as varchar(20)) is null or exists (select 1 from case_party p"
			+ " where p.case_id = f.id and p.org = :org))"
			+ " and (f.reserved_for is null or f.initiator = :user or f.reserved_for in (:roles)) ";

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

	/** Open tasks, longest waiting first; of one step, or all late ones. */
	List<Row> waiting(Actor actor, String org, String process, String step, Instant now, Place after, int limit) {
		var parameters = new HashMap<String, Object>(reader(actor));
		parameters.put("org", org);
		parameters.put("at", Moments.stored(after.at()));
		parameters.put("id", after.id());
		parameters.put("limit", limit);
		String which = " and w.due_at < :now";
		if (step == null) {
			parameters.put("now", Moments.stored(now));
		}
		else {
			which = " and w.process = :process and w.step = :step";
			parameters.put("process", process);
			parameters.put("step", step);
		}
		return this.jdbc.sql("""
				select w.id, f.number, f.title_en, f.title_zh, w.step_name, w.created_at, w.due_at
				from work_item w join case_file f on f.number = w.case_number
				where w.state = 'OPEN' and (w.created_at > :at or (w.created_at = :at and w.id > :id))
				""" + which + " and" + OF + "order by w.created_at, w.id limit :limit")
			.params(parameters)
			.query((row, number) -> new Row(row.getString("id"), row.getString("number"),
					new Bilingual(row.getString("title_en"), row.getString("title_zh")),
					Bilingual.ofName(row.getString("step_name")), Moments.read(row, "created_at"),
					Moments.read(row, "due_at"), null))
			.list();
	}

	/** Clocks that are owed, by their due date; only the late ones if wished. */
	List<Row> clocks(Actor actor, String org, String kind, boolean late, Instant now, Place after, int limit) {
		return this.jdbc.sql("""
				select c.id, f.number, f.title_en, f.title_zh, c.started_at, c.due_at, c.state
				from sla_clock c join case_file f on f.number = c.subject
				where c.kind = :kind and (c.due_at > :at or (c.due_at = :at and cast(c.id as varchar(40)) > :id))
				  and (:late = false or c.state = 'RUNNING' and c.due_at < :now) and c.state <> 'CANCELLED' and
				""" + OF + "order by c.due_at, cast(c.id as varchar(40)) limit :limit")
			.params(reader(actor))
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

	private static Map<String, Object> reader(Actor actor) {
		return Map.of("user", actor.username(), "roles", actor.roles().isEmpty() ? List.of("") : actor.roles());
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
