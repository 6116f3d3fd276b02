package org.gongjian.support;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The databases the house runs on, for tests of statements:
 * {@code @ParameterizedClass @EnumSource(Database.class)}.
 */
public enum Database {

	/** H2 in memory. */
	H2 {

		@Override
		DataSource empty() {
			JdbcDataSource source = new JdbcDataSource();
			source.setURL("jdbc:h2:mem:statements" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
			return source;
		}

		@Override
		public DataSource migrated() {
			return migrate(empty(), "classpath:db/migration");
		}

	},

	/** PostgreSQL. */
	POSTGRES {

		@Override
		DataSource empty() {
			return Postgres.newDatabase();
		}

		@Override
		public DataSource migrated() {
			Template.prepare();
			return Postgres.copyOf(Template.NAME);
		}

	};

	private static final AtomicInteger NUMBER = new AtomicInteger();

	abstract DataSource empty();

	/** A new database with our own tables, without those of the engine. */
	public abstract DataSource migrated();

	private static DataSource migrate(DataSource source, String... locations) {
		Flyway.configure().dataSource(source).locations(locations).load().migrate();
		return source;
	}

	private static final class Template {

		private static final String NAME = "gongjian_template";

		private static boolean prepared;

		static synchronized void prepare() {
			if (!prepared) {
				migrate(Postgres.named(NAME), "classpath:db/migration");
				prepared = true;
			}
		}

	}

}
