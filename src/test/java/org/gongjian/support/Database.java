package org.gongjian.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The databases the house runs on, for tests of statements:
 * {@code @ParameterizedClass @EnumSource(Database.class)}.
 */
public enum Database {

	/** H2 in memory. */
	H2("set referential_integrity false", "set referential_integrity true") {

		@Override
		DataSource empty() {
			JdbcDataSource source = new JdbcDataSource();
			source.setURL("jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1");
			return source;
		}

	},

	/** PostgreSQL. */
	POSTGRES("set session_replication_role = replica", "set session_replication_role = origin") {

		@Override
		DataSource empty() {
			return Postgres.newDatabase();
		}

	};

	private final String unminded;

	private final String minded;

	private DataSource source;

	private List<String> tables;

	/**
	 * @param unminded from here on rows may come and go in any order
	 * @param minded no longer
	 */
	Database(String unminded, String minded) {
		this.unminded = unminded;
		this.minded = minded;
	}

	abstract DataSource empty();

	/**
	 * As new, with our own tables, without those of the engine. It is the same for every
	 * test: one for each takes longer to make and to throw away than the test.
	 */
	public synchronized DataSource migrated() {
		if (this.source == null) {
			this.source = empty();
			Flyway.configure().dataSource(this.source).locations("classpath:db/migration").load().migrate();
			keep();
		}
		else {
			restore();
		}
		return this.source;
	}

	private void keep() {
		JdbcClient jdbc = JdbcClient.create(this.source);
		this.tables = jdbc
			.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'"
					+ " and table_type = 'BASE TABLE'")
			.query(String.class)
			.list();
		jdbc.sql("create schema seed").update();
		this.tables
			.forEach((table) -> jdbc.sql(filled("create table seed.\"%s\" as select * from \"%s\"", table)).update());
	}

	private void restore() {
		try (Connection connection = this.source.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(this.unminded);
			for (String table : this.tables) {
				statement.execute(filled("delete from \"%s\"", table));
				statement
					.execute(filled("insert into \"%s\" overriding system value select * from seed.\"%s\"", table));
			}
			statement.execute(this.minded);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String filled(String sql, String table) {
		return sql.replace("%s", table);
	}

}
