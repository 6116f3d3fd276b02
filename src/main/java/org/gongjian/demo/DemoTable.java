package org.gongjian.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code demo_load} and {@code demo_state}. */
@Repository
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoTable {

	private final JdbcClient jdbc;

	DemoTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean nothingLoaded() {
		return this.jdbc.sql("select count(*) from demo_load").query(Integer.class).single() == 0;
	}

	boolean loaded(String part) {
		return this.jdbc.sql("select count(*) from demo_load where part = :part")
			.param("part", part)
			.query(Integer.class)
			.single() > 0;
	}

	void insert(String part, Instant at) {
		this.jdbc.sql("insert into demo_load (part, loaded_at) values (:part, :at)")
			.param("part", part)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** How far the clock is ahead. */
	Duration ahead() {
		return Duration
			.ofMillis(this.jdbc.sql("select clock_ahead from demo_state where id = 1").query(Long.class).single());
	}

	void ahead(Duration ahead) {
		this.jdbc.sql("update demo_state set clock_ahead = :ahead where id = 1")
			.param("ahead", ahead.toMillis())
			.update();
	}

	/** The hash of the password the accounts were given, or {@code null}. */
	String passwordHash() {
		return this.jdbc.sql("select password_hash from demo_state where id = 1")
			.query((row, number) -> new Hash(row.getString(1)))
			.single()
			.value();
	}

	void passwordHash(String hash) {
		this.jdbc.sql("update demo_state set password_hash = :hash where id = 1").param("hash", hash).update();
	}

	private record Hash(String value) {
	}

}
