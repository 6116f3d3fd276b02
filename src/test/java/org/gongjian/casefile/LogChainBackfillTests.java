package org.gongjian.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.gongjian.support.Database;
import org.gongjian.support.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases that were there before lines were sealed are sealed once, and found whole. */
@Tag("postgres")
@ParameterizedClass
@EnumSource(Database.class)
class LogChainBackfillTests {

	private final DataSource source;

	LogChainBackfillTests(Database database) {
		this.source = database.migrated();
	}

	@Test
	void theLogOfBeforeIsSealedAndAChangeInItIsFound() throws SQLException {
		var tables = new NamedParameterJdbcTemplate(this.source);
		JdbcClient jdbc = JdbcClient.create(tables);
		Rows rows = new Rows(jdbc);
		UUID with = rows.insert("case_file", "number", "PA-2024-0001", "status", "completed", "revision", 2);
		rows.insert("case_file", "number", "PA-2024-0002", "status", "open");
		rows.insert("case_field_change", "case_id", with, "revision", 1, "name", "subject", "after", "\"old\"");
		rows.insert("case_field_change", "case_id", with, "revision", 2, "name", "subject", "before", "\"old\"",
				"after", "\"new\"");
		for (String action : new String[] { "OPENED", "DECIDED", "RETURNED" }) {
			rows.insert("action_log", "case_id", with, "action", action, "round", 1, "remark", "第一次");
		}
		try (Connection connection = this.source.getConnection()) {
			new LogChainBackfill().migrate(new Running(connection));
		}
		LogTable log = new LogTable(tables);
		HeldCases held = new HeldCases(jdbc, log);
		Cases cases = new Cases(new CaseTable(jdbc), new FieldTable(tables), log, held, null, null, null,
				Clock.systemUTC());
		CaseRecord record = new CaseRecord(cases, held, log, new FieldTable(tables));
		assertThat(record.firstWrong("PA-2024-0001")).isZero();
		assertThat(record.firstWrong("PA-2024-0002")).as("nothing was said about it yet").isZero();
		jdbc.sql("update action_log set remark = 'a second time' where action = 'DECIDED'").update();
		assertThat(record.firstWrong("PA-2024-0001")).isEqualTo(2);
	}

	private record Running(Connection connection) implements Context {

		@Override
		public Configuration getConfiguration() {
			return null;
		}

		@Override
		public Connection getConnection() {
			return this.connection;
		}

	}

}
