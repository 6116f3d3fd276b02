package org.gongjian.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Moments;
import org.gongjian.shared.OneRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code follow_up}. */
@Repository
class FollowUpTable {

	private final JdbcClient jdbc;

	FollowUpTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds one, unless it is there already. */
	boolean insert(FollowUp task, String key, Instant at) {
		Map<String, Object> row = new HashMap<>();
		row.put("id", task.id());
		row.put("kind", task.kind());
		row.put("source", task.source());
		row.put("content", task.content());
		row.put("organisation", task.organisation());
		row.put("role", task.role());
		row.put("due_on", task.due());
		row.put("state", "OPEN");
		row.put("created_at", Moments.stored(at));
		row.put("version", 0);
		return OneRow.insert(this.jdbc, "follow_up", Map.of("source_key", key), row);
	}

	/** Opens one again with another day. */
	void reopen(String key, LocalDate due, String content) {
		this.jdbc.sql("""
				update follow_up set state = 'OPEN', due_on = :due, content = :content, feedback = null, done_by = null,
				  done_at = null, version = version + 1
				where source_key = :key
				""").param("key", key).param("due", due).param("content", content).update();
	}

	/** Nothing of a source is to be done any more. */
	void drop(String source, Instant at) {
		this.jdbc.sql("""
				update follow_up set state = 'DROPPED', done_by = 'system', done_at = :at, version = version + 1
				where source = :source and state = 'OPEN'
				""").param("source", source).param("at", Moments.stored(at)).update();
	}

	/** Ends one, unless somebody else did. */
	boolean end(UUID id, String state, String feedback, String by, Instant at, int version) {
		return this.jdbc
			.sql("""
					update follow_up set state = :state, feedback = :feedback, done_by = :by, done_at = :at, version = version + 1
					where id = :id and version = :version and state = 'OPEN'
					""")
			.param("id", id)
			.param("state", state)
			.param("feedback", feedback)
			.param("by", by)
			.param("at", Moments.stored(at))
			.param("version", version)
			.update() == 1;
	}

	Optional<FollowUp> find(UUID id) {
		return this.jdbc.sql("select * from follow_up where id = :id")
			.param("id", id)
			.query(FollowUpTable::map)
			.optional();
	}

	/** Those of a source, in order of their days. */
	List<FollowUp> of(String source, String kind) {
		return this.jdbc.sql("select * from follow_up where source = :source and kind = :kind order by due_on, id")
			.param("source", source)
			.param("kind", kind)
			.query(FollowUpTable::map)
			.list();
	}

	/**
	 * A page in order of the days.
	 * @param actor whose, or {@code null} for everybody's
	 */
	List<FollowUp> page(Actor actor, FollowUpFilter filter, LocalDate from, UUID after, int limit) {
		var parameters = new HashMap<String, Object>();
		var sql = new StringBuilder(
				"select * from follow_up where (due_on > :from or (due_on = :from and id > :after))");
		if (filter.state() != null) {
			sql.append(" and state = :state");
			parameters.put("state", filter.state());
		}
		if (filter.organisation() != null) {
			sql.append(" and organisation = :of");
			parameters.put("of", filter.organisation());
		}
		if (filter.before() != null) {
			sql.append(" and due_on < :before");
			parameters.put("before", filter.before());
		}
		parameters.put("from", from);
		parameters.put("after", after);
		parameters.put("limit", limit);
		if (actor != null) {
			sql.append(" and (organisation in (:organisations) or role in (:roles))");
			parameters.put("organisations", actor.organisations().isEmpty() ? List.of("") : actor.organisations());
			parameters.put("roles", actor.roles().isEmpty() ? List.of("") : actor.roles());
		}
		return this.jdbc.sql(sql.append(" order by due_on, id limit :limit").toString())
			.params(parameters)
			.query(FollowUpTable::map)
			.list();
	}

	private static FollowUp map(ResultSet row, int number) throws SQLException {
		return new FollowUp(row.getObject("id", UUID.class), row.getString("kind"), row.getString("source"),
				row.getString("content"), row.getString("organisation"), row.getString("role"),
				row.getObject("due_on", LocalDate.class), row.getString("state"), row.getString("feedback"),
				row.getString("done_by"), Moments.read(row, "done_at"), row.getInt("version"));
	}

}
