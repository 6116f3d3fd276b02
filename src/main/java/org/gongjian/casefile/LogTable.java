package org.gongjian.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LogTable {

	private final JdbcClient jdbc;

	LogTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID caseId, LogEntry entry, Instant at) {
		this.jdbc.sql("""
				insert into action_log (case_id, at, actor, acting_for, action, step, step_name, slot, task_id,
				  round, decision, remark, about)
				values (:id, :at, :actor, :for, :action, :step, :name, :slot, :task, :round, :decision, :remark, :about)
				""")
			.param("id", caseId)
			.param("at", CaseTable.time(at))
			.param("actor", entry.actor())
			.param("for", entry.actingFor())
			.param("action", entry.action())
			.param("step", entry.step())
			.param("name", entry.stepName())
			.param("slot", entry.slot())
			.param("task", entry.task())
			.param("round", entry.round())
			.param("decision", entry.decision())
			.param("remark", entry.comment())
			.param("about", entry.about())
			.update();
	}

	List<LogEntry> all(UUID caseId) {
		return this.jdbc.sql("select * from action_log where case_id = :id order by seq")
			.param("id", caseId)
			.query((row, index) -> new LogEntry(CaseTable.instant(row, "at"), row.getString("actor"),
					row.getString("acting_for"), row.getString("action"), row.getString("step"),
					row.getString("step_name"), row.getString("slot"), row.getString("task_id"), row.getInt("round"),
					row.getString("decision"), row.getString("remark"), row.getString("about")))
			.list();
	}

}
