package org.gongjian.inbox;

import java.util.List;
import java.util.Set;

import org.gongjian.casefile.LogEntry;

/** Whether a case is held by an administrator, and why, as its log has it. */
final class Held {

	private static final String HELD = "SUSPENDED";

	private static final Set<String> LINES = Set.of(HELD, "RESUMED");

	private Held() {
	}

	/**
	 * The line that says who holds it and why, or {@code null} when nobody does.
	 * @param log of the case, oldest first
	 */
	static LogEntry in(List<LogEntry> log) {
		return log.stream()
			.filter((line) -> LINES.contains(line.action()))
			.reduce((first, last) -> last)
			.filter((line) -> HELD.equals(line.action()))
			.orElse(null);
	}

}
