package org.gongjian.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.MetNames;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code action_log}, and its end as {@code case_file} has it. */
@Repository
class LogTable {

	private static final String INSERT = """
			insert into action_log (case_id, at, actor, acting_for, action, step, step_name, slot, task_id,
			  round, decision, remark, about, place, revision, data_hash, hash)
			values (:id, :at, :actor, :for, :action, :step, :name, :slot, :task, :round, :decision, :remark, :about,
			  :place, :revision, :data, :hash)
			""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	LogTable(NamedParameterJdbcOperations batches) {
		this.jdbc = JdbcClient.create(batches);
		this.batches = batches;
	}

	/**
	 * The end of a case's log.
	 *
	 * @param place how many lines there are
	 * @param hash the seal of the last
	 */
	record End(int place, String hash, int revision, String dataHash) {
	}

	void insert(UUID caseId, List<LogLine> lines) {
		if (!lines.isEmpty()) {
			this.batches.batchUpdate(INSERT,
					lines.stream().map((line) -> parameters(caseId, line)).toArray(SqlParameterSource[]::new));
		}
	}

	private static SqlParameterSource parameters(UUID caseId, LogLine line) {
		LogEntry entry = line.entry();
		return new MapSqlParameterSource("id", caseId).addValue("at", CaseTable.time(entry.at()))
			.addValue("actor", entry.actor())
			.addValue("for", entry.actingFor())
			.addValue("action", entry.action())
			.addValue("step", entry.step())
			.addValue("name", entry.stepName())
			.addValue("slot", entry.slot())
			.addValue("task", entry.task())
			.addValue("round", entry.round())
			.addValue("decision", entry.decision())
			.addValue("remark", entry.comment())
			.addValue("about", entry.about())
			.addValue("place", line.place())
			.addValue("revision", line.revision())
			.addValue("data", line.dataHash())
			.addValue("hash", line.hash());
	}

	/** The end that the case itself remembers: lines cut off there are missed. */
	Optional<End> end(UUID caseId) {
		return this.jdbc.sql("select log_place, log_hash, revision, data_hash from case_file where id = :id")
			.param("id", caseId)
			.query(LogTable::end)
			.optional();
	}

	List<LogEntry> all(UUID caseId) {
		return lines(caseId).stream().map(LogLine::entry).toList();
	}

	List<LogLine> lines(UUID caseId) {
		return this.jdbc.sql("""
				select l.*, a.name_en as actor_en, a.name_zh as actor_zh, b.name_en as about_en, b.name_zh as about_zh,
				  f.name_en as for_en, f.name_zh as for_zh
				from action_log l left join person_name a on a.username = l.actor
				  left join person_name b on b.username = l.about left join person_name f on f.username = l.acting_for
				where l.case_id = :id order by l.seq
				""").param("id", caseId).query(LogTable::line).list();
	}

	private static LogLine line(ResultSet row, int number) throws SQLException {
		MetNames.meet(row.getString("actor"), row.getString("actor_en"), row.getString("actor_zh"));
		MetNames.meet(row.getString("about"), row.getString("about_en"), row.getString("about_zh"));
		MetNames.meet(row.getString("acting_for"), row.getString("for_en"), row.getString("for_zh"));
		return new LogLine(row.getInt("place"), entry(row), row.getInt("revision"), row.getString("data_hash"),
				row.getString("hash"));
	}

	private static LogEntry entry(ResultSet row) throws SQLException {
		return new LogEntry(CaseTable.instant(row, "at"), row.getString("actor"), row.getString("acting_for"),
				row.getString("action"), row.getString("step"), row.getString("step_name"), row.getString("slot"),
				row.getString("task_id"), row.getInt("round"), row.getString("decision"), row.getString("remark"),
				row.getString("about"));
	}

	private static End end(ResultSet row, int number) throws SQLException {
		return new End(row.getInt("log_place"), row.getString("log_hash"), row.getInt("revision"),
				row.getString("data_hash"));
	}

}
