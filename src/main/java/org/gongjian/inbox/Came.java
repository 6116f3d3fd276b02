package org.gongjian.inbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.gongjian.approval.Deeds;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.LogEntry;
import org.gongjian.shared.Actor;

/** Finds who brought a task to somebody and in what words. */
final class Came {

	private static final Set<String> GIVEN = Set.of("TRANSFERRED", "REASSIGNED");

	private static final Set<String> BACK = Set.of("RETURNED", "ASKED_AGAIN");

	private Came() {
	}

	/** The line of the log that says so; empty where the case came by itself. */
	static Optional<LogEntry> of(List<LogEntry> log, WorkItem item, Actor actor) {
		Optional<LogEntry> given = log.stream()
			.filter((line) -> actor.username().equals(line.about()))
			.filter((line) -> GIVEN.contains(line.action()) && item.id().equals(line.task())
					|| line.action().equals("SIGNER_ADDED") && item.step().equals(line.step())
							&& item.slot().equals("user:" + actor.username()))
			.reduce((first, last) -> last);
		return given.or(() -> Deeds.thatOpened(log, item.id()).filter((line) -> BACK.contains(line.action())));
	}

}
