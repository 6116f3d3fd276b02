package org.gongjian.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

	/** What changes a task without ending it. */
	private static final Set<String> CHANGES = Set.of("CLAIMED", "RELEASED", "CONFLICT", "TRANSFERRED", "REASSIGNED",
			"ANSWERED", "TAKEN_BACK");

	/** What made a task wait, by what it waits for. */
	private static final Map<String, String> WAITED_FOR = Map.of("ANSWER", "ASKED", "SIGNERS", "SIGNER_ADDED");

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
			throw waits(item);
		}
		if (item.assignee() != null && !item.assignee().equals(actor.username()) && this.desk.asked(actor, item)) {
			throw held(item);
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
			throw last(item, CHANGES).map((line) -> Deeds.first("approval.changed", line))
				.orElseGet(() -> new Overtaken("approval.changed"));
		}
	}

	/**
	 * Why a task that is open and somebody's cannot be decided by them now; who did what,
	 * and when.
	 */
	Overtaken late(WorkItem item) {
		return !item.open() ? overtaken(item) : (item.waits() != null) ? waits(item) : held(item);
	}

	private Overtaken waits(WorkItem item) {
		String code = "approval.waits." + item.waits();
		return last(item, Set.of(WAITED_FOR.get(item.waits()))).map((line) -> Deeds.first(code, line))
			.orElseGet(() -> new Overtaken(code));
	}

	private Overtaken held(WorkItem item) {
		return new Overtaken("approval.held", item.assignee(),
				last(item, Set.of("CLAIMED")).map(LogEntry::at).orElse(null), "CLAIMED");
	}

	/**
	 * Who handed a task on meanwhile that this person had or might have had, and when.
	 */
	Optional<Overtaken> handedOn(Actor actor, WorkItem item) {
		return last(item, HANDED_ON).filter((line) -> item.givenTo() != null && had(actor, item))
			.map((line) -> Deeds.first("approval.handed-on", line));
	}

	private boolean had(Actor actor, WorkItem item) {
		String username = actor.username();
		return last(item, HANDED_ON, (line) -> username.equals(line.actor()) || username.equals(line.about()))
			.isPresent()
				|| this.candidates.as(item, item.slot(), this.cases.get(item.caseNumber()))
					.usernames()
					.contains(username);
	}

	/** The last time somebody did one of these with a task. */
	Optional<LogEntry> last(WorkItem item, Set<String> actions) {
		return last(item, actions, (line) -> true);
	}

	private Optional<LogEntry> last(WorkItem item, Set<String> actions, Predicate<LogEntry> which) {
		return Deeds.lastOf(this.cases.log(item.caseNumber()),
				(line) -> item.id().equals(line.task()) && actions.contains(line.action()) && which.test(line));
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
		return Deeds.thatEnded(this.cases.log(item.caseNumber()), item)
			.map((line) -> Deeds.first("approval.gone", line))
			.orElseGet(() -> new Overtaken("approval.gone", null, item.decidedAt(), null));
	}

	/** Writes that somebody decided a task. */
	void close(Actor actor, WorkItem item, String action, String decision, String comment) {
		close(actor, this.shares.of(item.id()), item, action, decision, comment);
	}

	/**
	 * The same, where it is known already on whose lists the task is.
	 * @return the task as it is now
	 */
	WorkItem close(Actor actor, List<Share> lists, WorkItem item, String action, String decision, String comment) {
		Instant now = this.clock.instant();
		if (!this.work.decide(item.id(), actor.username(), decision, now)) {
			throw new Overtaken("approval.gone");
		}
		this.shares.done(item, actor.username(), now, lists.stream().map(Share::username).toList());
		String absent = absent(actor, lists);
		if (absent != null) {
			this.covers.decided(item.id(), absent);
		}
		log(actor, absent, item, action, decision, comment, null);
		return item.done(actor.username(), now, decision);
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

	/** The same, where it is known already on whose lists the task is. */
	void log(Actor actor, List<Share> lists, WorkItem item, String action, String comment) {
		log(actor, absent(actor, lists), item, action, null, comment, null);
	}

	private void log(Actor actor, String absent, WorkItem item, String action, String decision, String comment,
			String about) {
		this.cases.log(item.caseNumber(), new LogEntry(null, actor.username(), absent, action, item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), decision, comment, about));
	}

}
