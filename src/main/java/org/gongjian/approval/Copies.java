package org.gongjian.approval;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was given a copy of a case, for information. */
@Component
public class Copies {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Copies(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Adds people; those who have a copy already keep the one they have. */
	public void give(String caseNumber, Collection<String> usernames) {
		List<String> given = usernames.stream().distinct().filter((username) -> give(caseNumber, username)).toList();
		if (!given.isEmpty()) {
			this.events.publishEvent(new Copied(caseNumber, given));
		}
	}

	private boolean give(String caseNumber, String username) {
		return this.jdbc.sql("""
				insert into case_copy (username, case_number, at)
				select :user, :case, :at where not exists
				  (select 1 from case_copy where username = :user and case_number = :case)
				""")
			.param("user", username)
			.param("case", caseNumber)
			.param("at", WorkTable.time(this.clock.instant()))
			.update() == 1;
	}

}
