package org.gongjian.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is at a task. Every operation begins by waiting for its turn at the case
 * and then asks again whether it may.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Turns {

	private static final Set<String> HANDED_ON = Set.of("TRANSFERRED", "REASSIGNED");

	private final WorkTable work;

	private final ShareTable shares;

	private final Desk desk;

	private final Candidates candidates;

	private final Cases cases;

	private final Covers covers;

	private final Clock clock;

	Turns(WorkTable work, ShareTable shares, Desk desk, Candidates candidates, Cases cases, Covers covers,
			Clock clock) {
		this.work = work;
		this.shares = shares;
		this.desk = desk;
		this.candidates = candidates;
		this.cases = cases;
		this.covers = covers;
		this.clock = clock;
	}

	/**
	 * Waits for its turn at the case, then reads the task as it is now.
	 * @throws NotFound if there is none or it is none of their business
	 */
	WorkItem locked(Actor actor, String taskId) {
		return locked(actor, taskId, this.work.caseOf(taskId).orElseThrow(() -> new NotFound("task " + taskId)));
	}

	/** The same, where it is known of which case the task is. */
	WorkItem locked(Actor actor, String taskId, String caseNumber) {
		this.cases.lock(caseNumber);
		return this.desk.see(actor, taskId);
	}

	/**
	 * Demands that this person may decide the task now.
	 * @throws Overtaken if somebody was first, holds it, or an answer is waited for
	 * @throws NotAllowed if it is not theirs
	 */
	void require(Actor actor, WorkItem item, Integer version) {
		requireOpen(item);
		if (item.waits() != null && this.desk.asked(actor, item)) {
			throw new Overtaken("approval.waits." + item.waits());
		}
		if (item.assignee() != null && !item.assignee().equals(actor.username()) && this.desk.asked(actor, item)) {
			throw new Overtaken("approval.held", item.assignee(),
					last(item, Set.of("CLAIMED")).map(LogEntry::at).orElse(null), null);
		}
		CaseFile file = this.cases.get(item.caseNumber());
		boolean asked = this.desk.mayDecide(actor, item) && this.candidates.include(actor, item, file);
		if (!asked) {
			handedOn(actor, item).ifPresent((handed) -> {
				throw handed;
			});
			throw new NotAllowed("approval.not-yours");
		}
		if (version != null && version != item.version()) {
			throw new Overtaken("approval.changed");
		}
	}

	/** Who handed a task on meanwhile that this person might have had, and when. */
	Optional<Overtaken> handedOn(Actor actor, WorkItem item) {
		if (item.givenTo() == null || !this.candidates.as(item, item.slot(), this.cases.get(item.caseNumber()))
			.usernames()
			.contains(actor.username())) {
			return Optional.empty();
		}
		return last(item, HANDED_ON).filter((line) -> !line.actor().equals(actor.username()))
			.map((line) -> new Overtaken("approval.handed-on", line.actor(), line.at(), null));
	}

	/** The last time somebody did one of these with a task. */
	private Optional<LogEntry> last(WorkItem item, Set<String> actions) {
		return this.cases.log(item.caseNumber())
			.stream()
			.filter((line) -> item.id().equals(line.task()) && actions.contains(line.action()))
			.reduce((first, last) -> last);
	}

	/**
	 * Demands that the task is open.
	 * @throws Overtaken if it is not; says who, when and what
	 */
	void requireOpen(WorkItem item) {
		if (!item.open()) {
			throw overtaken(item);
		}
	}

	/** The refusal of a task that is not open any more; says who, when and what. */
	Overtaken overtaken(WorkItem item) {
		if (item.state().equals("DONE")) {
			return new Overtaken("approval.decided", item.decidedBy(), item.decidedAt(), item.decision());
		}
		return Gone.by(this.cases.log(item.caseNumber()), item)
			.map((line) -> new Overtaken("approval.gone", line.actor(), line.at(), line.decision()))
			.orElseGet(() -> new Overtaken("approval.gone", null, item.decidedAt(), null));
	}

	/** Writes that somebody decided a task. */
	void close(Actor actor, WorkItem item, String action, String decision, String comment) {
		close(actor, this.shares.of(item.id()), item, action, decision, comment);
	}

	/**
	 * The same, where it is known already on whose lists the task is.
	 */
	void close(Actor actor, List<Share> lists, WorkItem item, String action, String decision, String comment) {
		if (!this.work.decide(item.id(), actor.username(), decision, this.clock.instant())) {
			throw new Overtaken("approval.gone");
		}
		this.shares.done(item, actor.username(), this.clock.instant(), lists.stream().map(Share::username).toList());
		String absent = absent(actor, lists);
		if (absent != null) {
			this.covers.decided(item.id(), absent);
		}
		log(actor, absent, item, action, decision, comment, null);
	}

	/** On whose lists a task is. */
	List<Share> lists(WorkItem item) {
		return this.shares.of(item.id());
	}

	/** For whom somebody has a task as a stand-in, or {@code null}. */
	private static String absent(Actor actor, List<Share> lists) {
		return lists.stream()
			.filter((share) -> share.username().equals(actor.username()))
			.map(Share::actingFor)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** This moment. */
	Instant now() {
		return this.clock.instant();
	}

	/** Adds a line about a task to the log of its case. */
	void log(Actor actor, WorkItem item, String action, String decision, String comment, String about) {
		log(actor, absent(actor, this.shares.of(item.id())), item, action, decision, comment, about);
	}

	private void log(Actor actor, String absent, WorkItem item, String action, String decision, String comment,
			String about) {
		this.cases.log(item.caseNumber(), new LogEntry(null, actor.username(), absent, action, item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), decision, comment, about));
	}

}
