package org.gongjian.approval;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.LogEntry;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Overtaken;

/**
 * What people did with a case, as its log has it: the line of a deed, and beside it what
 * the system notes of its effects.
 */
public final class Deeds {

	/** What the system notes besides while one deed has its effects. */
	private static final Set<String> EFFECTS = Set.of("OPENED", "CANCELLED", "NOT_NEEDED");

	/** How a task ends that nobody decided; noted by the system. */
	private static final Set<String> ENDS = Set.of("CANCELLED", "NOT_NEEDED");

	/** What is told by the decision that was made, not by the kind of deed. */
	private static final Set<String> DECISIONS = Set.of("DECIDED", "RETURNED");

	/** What is noted further apart is another deed. */
	private static final Duration TOGETHER = Duration.ofSeconds(5);

	private Deeds() {
	}

	/**
	 * The deed that opened a task; empty where the case came to it by itself.
	 * @param log of the case, oldest first
	 */
	public static Optional<LogEntry> thatOpened(List<LogEntry> log, String task) {
		return beside(log, last(log, task, Set.of("OPENED")), -1);
	}

	/**
	 * The deed that ended a task which nobody decided; empty where a date or an event
	 * ended it.
	 */
	static Optional<LogEntry> thatEnded(List<LogEntry> log, WorkItem item) {
		int end = last(log, item.id(), ENDS);
		if (end < 0) {
			return lastOf(log, (line) -> line.action().equals("SIGNER_REMOVED")
					&& item.slot().equals("user:" + line.about()) && item.step().equals(line.step()));
		}
		return ofPerson(log, end, -1).or(() -> ofPerson(log, end, 1));
	}

	private static Optional<LogEntry> ofPerson(List<LogEntry> log, int end, int way) {
		return beside(log, end, way).filter((line) -> !Actor.SYSTEM.username().equals(line.actor()))
			.filter((line) -> Duration.between(line.at(), log.get(end).at()).abs().compareTo(TOGETHER) < 0);
	}

	/** The line next to an effect that is none itself. */
	private static Optional<LogEntry> beside(List<LogEntry> log, int effect, int way) {
		int at = effect;
		while (at >= 0 && at < log.size() && EFFECTS.contains(log.get(at).action())) {
			at += way;
		}
		return (at >= 0 && at < log.size()) ? Optional.of(log.get(at)) : Optional.empty();
	}

	private static int last(List<LogEntry> log, String task, Set<String> actions) {
		return lastOf(log, (line) -> task.equals(line.task()) && actions.contains(line.action())).map(log::lastIndexOf)
			.orElse(-1);
	}

	/** The newest line that is of this kind. */
	static Optional<LogEntry> lastOf(List<LogEntry> log, Predicate<LogEntry> kind) {
		return log.stream().filter(kind).reduce((first, last) -> last);
	}

	/**
	 * The refusal of whoever comes to a case that is over; names who did the last of it.
	 */
	static Overtaken ended(List<LogEntry> log, CaseFile file) {
		String last = lastOf(log, (line) -> !Actor.SYSTEM.username().equals(line.actor())).map(LogEntry::actor)
			.orElse(null);
		return new Overtaken("approval.withdraw.ended", last, file.closedAt(), file.outcome());
	}

	/**
	 * The refusal of whoever came after a deed.
	 * @param code what they are told besides who it was, when and what
	 */
	static Overtaken first(String code, LogEntry deed) {
		String what = DECISIONS.contains(deed.action()) ? deed.decision() : deed.action();
		return new Overtaken(code, deed.actor(), deed.at(), what);
	}

}
