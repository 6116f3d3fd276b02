package org.gongjian.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Seals the lines that were written before lines were sealed. What the data was at each
 * of them is not known any more: they vouch for the log, and the last state of the case
 * for its data.
 */
@Component
class LogChainBackfill implements JavaMigration {

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("291");
	}

	@Override
	public String getDescription() {
		return "seal the log";
	}

	@Override
	public Integer getChecksum() {
		return 1;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		NamedParameterJdbcOperations tables = new NamedParameterJdbcTemplate(
				new SingleConnectionDataSource(context.getConnection(), true));
		record Case(UUID id, String number, int revision) {
		}
		JdbcClient.create(tables)
			.sql("select id, number, revision from case_file")
			.query((row, index) -> new Case(row.getObject("id", UUID.class), row.getString("number"),
					row.getInt("revision")))
			.list()
			.forEach((one) -> seal(tables, one.id(), one.number(), one.revision()));
	}

	private static void seal(NamedParameterJdbcOperations tables, UUID id, String number, int revision) {
		JdbcClient jdbc = JdbcClient.create(tables);
		List<LogLine> lines = new LogTable(tables).lines(id);
		List<Long> rows = jdbc.sql("select seq from action_log where case_id = :id order by seq")
			.param("id", id)
			.query(Long.class)
			.list();
		String hash = "";
		for (int i = 0; i < lines.size(); i++) {
			LogLine line = new LogLine(i + 1, lines.get(i).entry(), 0, "", "");
			hash = LogChain.seal(hash, number, line);
			jdbc.sql("update action_log set place = :place, hash = :hash where seq = :seq")
				.param("place", i + 1)
				.param("hash", hash)
				.param("seq", rows.get(i))
				.update();
		}
		List<FieldChange> changes = new FieldTable(tables).changes(id, Instant.EPOCH);
		jdbc.sql("update case_file set log_place = :place, log_hash = :hash, data_hash = :data where id = :id")
			.param("place", lines.size())
			.param("hash", hash)
			.param("data", CaseRecord.seal("", changes, 0, revision))
			.param("id", id)
			.update();
	}

}
