package org.gongjian.plaque;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code annual_review}: one row for each pairing and year. */
@Repository
class ReviewTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	ReviewTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A review of a pairing.
	 *
	 * @param result of the table {@code annual-result}, or {@code null} so far
	 * @param outcome how its case ended, or {@code null} while it runs
	 */
	record Review(String pairing, int year, String caseNumber, String result, String outcome) {

		boolean open() {
			return this.outcome == null;
		}

	}

	/**
	 * Takes the review of a pairing and year; waits for another node that does the same.
	 * @throws org.springframework.dao.DuplicateKeyException if it was taken
	 */
	void take(String pairing, int year) {
		this.jdbc.sql("""
				insert into annual_review (id, pairing, review_year, started_at) values (:id, :pairing, :year, :at)
				""")
			.param("id", UUID.randomUUID())
			.param("pairing", pairing)
			.param("year", year)
			.param("at", now())
			.update();
	}

	/** Notes the case of a review that was taken. */
	boolean begin(String pairing, int year, String caseNumber) {
		return this.jdbc.sql("""
				update annual_review set case_number = :case
				where pairing = :pairing and review_year = :year and case_number is null
				""").param("case", caseNumber).param("pairing", pairing).param("year", year).update() == 1;
	}

	/** The pairings whose review of a year was started. */
	List<String> started(int year) {
		return this.jdbc.sql("select pairing from annual_review where review_year = :year")
			.param("year", year)
			.query(String.class)
			.list();
	}

	/** How many reviews a year has. */
	int count(int year) {
		return this.jdbc.sql("select count(*) from annual_review where review_year = :year")
			.param("year", year)
			.query(Integer.class)
			.single();
	}

	/** The reviews of a pairing, newest first. */
	List<Review> ofPairing(String pairing) {
		return this.jdbc.sql("select * from annual_review where pairing = :pairing order by review_year desc")
			.param("pairing", pairing)
			.query((row, number) -> new Review(row.getString("pairing"), row.getInt("review_year"),
					row.getString("case_number"), row.getString("result"), row.getString("outcome")))
			.list();
	}

	void result(String caseNumber, String result) {
		this.jdbc.sql("update annual_review set result = :result where case_number = :case")
			.param("result", result)
			.param("case", caseNumber)
			.update();
	}

	void close(String caseNumber, String outcome) {
		this.jdbc.sql(
				"update annual_review set outcome = :outcome, closed_at = :at where case_number = :case and closed_at is null")
			.param("outcome", outcome)
			.param("at", now())
			.param("case", caseNumber)
			.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
