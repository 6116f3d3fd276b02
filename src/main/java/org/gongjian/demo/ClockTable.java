package org.gongjian.demo;

import java.time.Duration;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code demo_clock}. */
@Repository
@Profile("demo")
@DependsOnDatabaseInitialization
class ClockTable {

	private final JdbcClient jdbc;

	ClockTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How far the clock is ahead. */
	Duration ahead() {
		return Duration.ofMillis(this.jdbc.sql("select ahead from demo_clock where id = 1").query(Long.class).single());
	}

	void ahead(Duration ahead) {
		this.jdbc.sql("update demo_clock set ahead = :ahead where id = 1").param("ahead", ahead.toMillis()).update();
	}

}
