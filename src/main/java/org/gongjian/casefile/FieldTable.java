package org.gongjian.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FieldTable {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	FieldTable(NamedParameterJdbcOperations batches) {
		this.jdbc = JdbcClient.create(batches);
		this.batches = batches;
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

	void insert(UUID caseId, Map<String, String> fields) {
		each("insert into case_field (case_id, name, content) values (:id, :name, :content)", caseId, fields);
	}

	void update(UUID caseId, Map<String, String> fields) {
		each("update case_field set content = :content where case_id = :id and name = :name", caseId, fields);
	}

	private void each(String sql, UUID caseId, Map<String, String> fields) {
		run(sql, fields.entrySet()
			.stream()
			.map((field) -> new MapSqlParameterSource("id", caseId).addValue("name", field.getKey())
				.addValue("content", field.getValue())));
	}

	void delete(UUID caseId, Collection<String> names) {
		run("delete from case_field where case_id = :id and name = :name",
				names.stream().map((name) -> new MapSqlParameterSource("id", caseId).addValue("name", name)));
	}

	void change(UUID caseId, List<FieldChange> changes) {
		run("""
				insert into case_field_change (case_id, revision, name, before, after, actor, step, at)
				values (:id, :revision, :name, :before, :after, :actor, :step, :at)
				""",
				changes.stream()
					.map((change) -> new MapSqlParameterSource("id", caseId).addValue("revision", change.revision())
						.addValue("name", change.name())
						.addValue("before", change.before())
						.addValue("after", change.after())
						.addValue("actor", change.actor())
						.addValue("step", change.step())
						.addValue("at", CaseTable.time(change.at()))));
	}

	/** In one go, however many there are. */
	private void run(String sql, Stream<MapSqlParameterSource> rows) {
		SqlParameterSource[] all = rows.toArray(SqlParameterSource[]::new);
		if (all.length > 0) {
			this.batches.batchUpdate(sql, all);
		}
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
