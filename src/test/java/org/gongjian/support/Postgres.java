package org.gongjian.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server for tests: one per test run, started when first asked for, stopped
 * with the JVM. Tests that use it carry the tag {@code postgres}.
 */
public final class Postgres {

	private static final String USER = "postgres";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private Postgres() {
	}

	/** The JDBC address of a new, empty database. */
	public static String newDatabaseUrl() {
		return Server.INSTANCE.getJdbcUrl(USER, create());
	}

	/** A new, empty database. */
	public static DataSource newDatabase() {
		return Server.INSTANCE.getDatabase(USER, create());
	}

	/** The JDBC address of an empty database of that name, which may have been used. */
	static String anew(String name) {
		run("drop database if exists " + name + " with (force)");
		run("create database " + name);
		return Server.INSTANCE.getJdbcUrl(USER, name);
	}

	private static String create() {
		String name = "gongjian_" + NUMBER.incrementAndGet();
		run("create database " + name);
		return name;
	}

	private static void run(String sql) {
		try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private static final class Server {

		private static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
