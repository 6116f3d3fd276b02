package org.gongjian.inbox;

import java.util.List;
import java.util.Set;

import org.gongjian.casefile.LogEntry;

/** Whether a case is held by an administrator, as its log has it. */
final class Held {

	private static final String HELD = "SUSPENDED";

	private static final Set<String> LINES = Set.of(HELD, "RESUMED");

	private Held() {
	}

	/**
	 * Whether it is held.
	 * @param log of the case, oldest first
	 */
	static boolean in(List<LogEntry> log) {
		return log.stream()
			.map(LogEntry::action)
			.filter(LINES::contains)
			.reduce((first, last) -> last)
			.filter(HELD::equals)
			.isPresent();
	}

}
