package org.gongjian.casefile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FieldTable {

	private final JdbcClient jdbc;

	FieldTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, String> all(UUID caseId) {
		var all = new LinkedHashMap<String, String>();
		this.jdbc.sql("select name, content from case_field where case_id = :id order by name")
			.param("id", caseId)
			.query((row) -> {
				all.put(row.getString("name"), row.getString("content"));
			});
		return all;
	}

	void insert(UUID caseId, String name, String content) {
		this.jdbc.sql("insert into case_field (case_id, name, content) values (:id, :name, :content)")
			.param("id", caseId)
			.param("name", name)
			.param("content", content)
			.update();
	}

	void update(UUID caseId, String name, String content) {
		this.jdbc.sql("update case_field set content = :content where case_id = :id and name = :name")
			.param("id", caseId)
			.param("name", name)
			.param("content", content)
			.update();
	}

	void delete(UUID caseId, String name) {
		this.jdbc.sql("delete from case_field where case_id = :id and name = :name")
			.param("id", caseId)
			.param("name", name)
			.update();
	}

	void change(UUID caseId, FieldChange change) {
		this.jdbc.sql("""
				insert into case_field_change (case_id, revision, name, before, after, actor, step, at)
				values (:id, :revision, :name, :before, :after, :actor, :step, :at)
				""")
			.param("id", caseId)
			.param("revision", change.revision())
			.param("name", change.name())
			.param("before", change.before())
			.param("after", change.after())
			.param("actor", change.actor())
			.param("step", change.step())
			.param("at", CaseTable.time(change.at()))
			.update();
	}

	List<FieldChange> changes(UUID caseId, Instant since) {
		return this.jdbc.sql("""
				select revision, name, before, after, actor, step, at from case_field_change
				where case_id = :id and at > :since order by seq
				""")
			.param("id", caseId)
			.param("since", CaseTable.time(since))
			.query((row, index) -> new FieldChange(row.getInt("revision"), row.getString("name"),
					row.getString("before"), row.getString("after"), row.getString("actor"), row.getString("step"),
					CaseTable.instant(row, "at")))
			.list();
	}

}
