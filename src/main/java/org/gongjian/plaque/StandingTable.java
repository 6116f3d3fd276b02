package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StandingTable {

	private final JdbcClient jdbc;

	StandingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The grade of the last evaluation of a pairing as such. */
	Optional<String> lastGrade(String pairing) {
		return this.jdbc.sql("""
				select grade from evaluation
				where pairing = :pairing and organisation is null
				order by evaluation_year desc, evaluated_at desc
				limit 1
				""").param("pairing", pairing).query(String.class).optional();
	}

	/**
	 * Whether an organisation should have put a plaque right before that day and has not.
	 */
	boolean overdue(String organisation, LocalDate today) {
		return this.jdbc.sql("""
				select count(*) from plaque_measure
				where organisation = :organisation and open_plaque is not null and rectify_until < :today
				""").param("organisation", organisation).param("today", today).query(Integer.class).single() > 0;
	}

}
