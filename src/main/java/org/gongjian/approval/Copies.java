package org.gongjian.approval;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.OneRow;
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

	/**
	 * The same for something new in the case: those who have a copy already are told
	 * again.
	 */
	public void giveAgain(String caseNumber, Collection<String> usernames) {
		List<String> all = usernames.stream().distinct().toList();
		all.forEach((username) -> give(caseNumber, username));
		if (!all.isEmpty()) {
			this.events.publishEvent(new Copied(caseNumber, all));
		}
	}

	private boolean give(String caseNumber, String username) {
		return OneRow.insert(this.jdbc, "case_copy", Map.of("username", username, "case_number", caseNumber),
				Map.of("at", WorkTable.time(this.clock.instant())));
	}

}
