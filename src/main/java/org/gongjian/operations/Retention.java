package org.gongjian.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.KeptHistory;
import org.gongjian.identity.Journal;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the engine keeps the history of ended cases: the way travelled, decision
 * tables asked. The case file with its log is the record and is kept for ever.
 */
@Service
@Transactional
class Retention {

	/** The guard asks for as much of a diagram. */
	static final int LEAST = 365;

	static final int MOST = 36_500;

	private final KeptHistory history;

	private final Definitions definitions;

	private final Journal journal;

	private final Clock clock;

	Retention(KeptHistory history, Definitions definitions, Journal journal, Clock clock) {
		this.history = history;
		this.definitions = definitions;
		this.journal = journal;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	int days(String process) {
		return this.history.keptDays(process);
	}

	/** How many ended cases have history that need not be kept any longer. */
	@Transactional(readOnly = true)
	long due(String process) {
		return this.history.endedBefore(process, limit(process));
	}

	/** Lays down for how many days the history of a process is kept. */
	void keep(String process, String typed) {
		require(process);
		String text = typed.strip();
		int days = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
		if (days < LEAST || days > MOST) {
			throw new InvalidInput("days", "operations.retention.range", LEAST, MOST);
		}
		int before = days(process);
		this.history.keep(process, days);
		this.journal.record("retention.changed", process, before + " → " + days);
	}

	/**
	 * Removes what need not be kept any longer, a thousand cases at most.
	 * @return of how many cases
	 */
	int cleanUp(String process) {
		require(process);
		int removed = this.history.cleanUp(process, limit(process));
		this.journal.record("retention.cleaned-up", process, String.valueOf(removed));
		return removed;
	}

	private void require(String process) {
		this.definitions.newest(process).orElseThrow(() -> new NotFound("process " + process));
	}

	private Instant limit(String process) {
		return this.clock.instant().minus(Duration.ofDays(days(process)));
	}

}
