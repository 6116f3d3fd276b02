package org.gongjian.plaque;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ceremony_delivery}. */
@Repository
class DeliveryTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	DeliveryTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Notes down that a case has to be told; once. */
	void expect(UUID ceremony, String caseNumber, String subject) {
		this.jdbc.sql("""
				insert into ceremony_delivery (ceremony, case_number, subject, outcome, at)
				select c.id, :case, :subject, 'PENDING', :at from ceremony c
				where c.id = :ceremony and not exists
				  (select 1 from ceremony_delivery d where d.ceremony = c.id and d.case_number = :case)
				""")
			.param("ceremony", ceremony)
			.param("case", caseNumber)
			.param("subject", subject)
			.param("at", now())
			.update();
	}

	List<Delivery> of(UUID ceremony) {
		return this.jdbc.sql(
				"select case_number, subject, outcome, at from ceremony_delivery where ceremony = :ceremony order by 1")
			.param("ceremony", ceremony)
			.query((row, number) -> new Delivery(row.getString("case_number"), row.getString("subject"),
					row.getString("outcome"), row.getObject("at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Takes one that has not been told yet; a second taker is told no. */
	boolean settle(UUID ceremony, String caseNumber, String outcome) {
		return this.jdbc.sql("""
				update ceremony_delivery set outcome = :outcome, at = :at
				where ceremony = :ceremony and case_number = :case and outcome = 'PENDING'
				""")
			.param("ceremony", ceremony)
			.param("case", caseNumber)
			.param("outcome", outcome)
			.param("at", now())
			.update() == 1;
	}

	/** Notes down that the case was not waiting after all. */
	void missed(UUID ceremony, String caseNumber) {
		this.jdbc.sql("""
				update ceremony_delivery set outcome = 'NOT_WAITING' where ceremony = :ceremony and case_number = :case
				""").param("ceremony", ceremony).param("case", caseNumber).update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
