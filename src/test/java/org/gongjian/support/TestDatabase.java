package org.gongjian.support;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The databases everything must run on. */
public enum TestDatabase {

	H2, POSTGRES;

	private static EmbeddedPostgres postgres;

	/**
	 * An empty database of its own.
	 * @param name letters and underscores
	 */
	public String url(String name) {
		if (this == H2) {
			return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
		}
		try (var connection = postgres().getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("drop database if exists " + name + " with (force)");
			statement.execute("create database " + name);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return postgres().getJdbcUrl("postgres", name);
	}

	public String user() {
		return (this == H2) ? "sa" : "postgres";
	}

	public String password() {
		return (this == H2) ? "" : "postgres";
	}

	private static synchronized EmbeddedPostgres postgres() {
		if (postgres == null) {
			try {
				postgres = EmbeddedPostgres.builder().start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return postgres;
	}

}
