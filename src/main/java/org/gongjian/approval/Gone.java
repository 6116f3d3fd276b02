package org.gongjian.approval;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.LogEntry;
import org.gongjian.shared.Actor;

/** Finds by whose doing a task ended that nobody decided. */
final class Gone {

	/** How a task ends that nobody decided; noted by the system. */
	private static final Set<String> ENDS = Set.of("CANCELLED", "NOT_NEEDED");

	/** What the system notes besides while one deed has its effects. */
	private static final Set<String> EFFECTS = Set.of("OPENED", "CANCELLED", "NOT_NEEDED");

	/** What is noted further apart is another deed. */
	private static final Duration TOGETHER = Duration.ofSeconds(5);

	private Gone() {
	}

	/** The line of the person who did it; empty where it was a date or an event. */
	static Optional<LogEntry> by(List<LogEntry> log, WorkItem item) {
		int end = log.stream()
			.filter((line) -> ENDS.contains(line.action()) && item.id().equals(line.task()))
			.map(log::lastIndexOf)
			.reduce(-1, (first, last) -> last);
		return near(log, end, -1).or(() -> near(log, end, 1));
	}

	/** The deed next to the end of a task, its other effects passed over. */
	private static Optional<LogEntry> near(List<LogEntry> log, int end, int way) {
		int at = end;
		while (at >= 0 && at < log.size() && EFFECTS.contains(log.get(at).action())) {
			at += way;
		}
		return Optional.of(at)
			.filter((place) -> place >= 0 && place < log.size())
			.map(log::get)
			.filter((line) -> !Actor.SYSTEM.username().equals(line.actor()))
			.filter((line) -> Duration.between(line.at(), log.get(end).at()).abs().compareTo(TOGETHER) < 0);
	}

}
