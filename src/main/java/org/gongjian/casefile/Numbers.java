package org.gongjian.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.gongjian.shared.Time;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Allocates the numbers people read, gap-free per prefix and year, never twice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Numbers {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate apart;

	Numbers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
	}

	/**
	 * The next number of a kind; it is given back when the transaction is rolled back.
	 * @param prefix such as {@code PA}
	 * @param digits how many digits the running number has at least
	 * @return {@code PA-2026-0001}; the year is that of the office's date
	 */
	public String next(String prefix, int digits) {
		int year = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).getYear();
		if (!advance(prefix, year)) {
			begin(prefix, year);
			advance(prefix, year);
		}
		int last = this.jdbc.sql("select last_number from number_sequence where prefix = :prefix and in_year = :year")
			.param("prefix", prefix)
			.param("year", year)
			.query(Integer.class)
			.single();
		return String.format("%s-%d-%0" + digits + "d", prefix, year, last);
	}

	/**
	 * Records that a number will never be used, and why. Doing it twice changes nothing.
	 */
	public void voided(String number, String reason) {
		int known = this.jdbc.sql("select count(*) from voided_number where number = :number")
			.param("number", number)
			.query(Integer.class)
			.single();
		if (known == 0) {
			this.jdbc.sql("insert into voided_number (number, reason, at) values (:number, :reason, :at)")
				.param("number", number)
				.param("reason", reason)
				.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
		}
	}

	private boolean advance(String prefix, int year) {
		return this.jdbc
			.sql("update number_sequence set last_number = last_number + 1 where prefix = :prefix and in_year = :year")
			.param("prefix", prefix)
			.param("year", year)
			.update() == 1;
	}

	/**
	 * In a transaction of its own: losing the race to begin a year must not abort the
	 * caller's.
	 */
	private void begin(String prefix, int year) {
		try {
			this.apart.executeWithoutResult((status) -> this.jdbc
				.sql("insert into number_sequence (prefix, in_year, last_number) values (:prefix, :year, 0)")
				.param("prefix", prefix)
				.param("year", year)
				.update());
		}
		catch (DuplicateKeyException begunByAnother) {
			// the row is there, which is all that was wanted
		}
	}

}
