package org.gongjian.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Followed;
import org.gongjian.engine.Members;
import org.gongjian.engine.Returns;
import org.gongjian.engine.TokenPlan;
import org.gongjian.form.FormContext;
import org.gongjian.shared.Actor;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one's own decision back while nothing followed it: nobody has acted on what it
 * opened, and no step of the diagram has done anything since.
 */
@Service
@Transactional
public class Recalls {

	/** Lines that only say that the case moved on by itself. */
	private static final Set<String> QUIET = Set.of("OPENED", "REMINDED", "NOT_NEEDED", "URGED");

	private static final String NOT_YOURS = "approval.recall.not-yours";

	private static final String FOLLOWED = "approval.recall.followed";

	private final WorkTable work;

	private final Turns turns;

	private final Desk desk;

	private final Cases cases;

	private final NodeSettings nodes;

	private final Members members;

	private final Returns returns;

	private final Followed followed;

	private final SignerLine line;

	private final Clock clock;

	private final Duration time;

	Recalls(WorkTable work, Turns turns, Desk desk, Cases cases, NodeSettings nodes, Members members, Returns returns,
			Followed followed, SignerLine line, Clock clock, GongjianProperties properties) {
		this.line = line;
		this.clock = clock;
		this.time = properties.undo();
		this.work = work;
		this.turns = turns;
		this.desk = desk;
		this.cases = cases;
		this.nodes = nodes;
		this.members = members;
		this.returns = returns;
		this.followed = followed;
	}

	/**
	 * Takes a decision back; the task opens again.
	 * @return the task that is open again
	 * @throws Overtaken if something followed it
	 */
	public String recall(Actor actor, String taskId) {
		WorkItem item = this.turns.locked(actor, taskId);
		String refusal = refusal(actor, item);
		if (refusal != null) {
			throw refusal.equals(NOT_YOURS) ? notYours(actor, item) : late(item, refusal);
		}
		this.turns.log(actor, item, "RECALLED", item.decision(), null, null);
		this.work.recalled(item.id());
		Optional<WorkItem> next = this.line.now(item);
		if (next.isPresent()) {
			this.line.voteAgain(item, next.get());
		}
		else if (this.followed.isOpen(item.body())) {
			this.members.voteAgain(item.caseNumber(), item.step(), item.body(), item.slot(), item.decision(),
					item.part());
		}
		else {
			TokenPlan plan = this.returns.plan(item.caseNumber(), item.step())
				.orElseThrow(() -> new Overtaken(FOLLOWED));
			this.returns.carryOut(item.caseNumber(), plan, "recall");
		}
		return this.desk.openTasks(this.cases.get(item.caseNumber()))
			.stream()
			.filter((open) -> open.step().equals(item.step()) && open.slot().equals(item.slot()))
			.reduce((first, last) -> last)
			.map(WorkItem::id)
			.orElseThrow();
	}

	/**
	 * Takes a decision back in the first moments after it.
	 * @return the task that is open again
	 * @throws Overtaken if the time is over or something followed it
	 */
	public String undo(Actor actor, String taskId) {
		WorkItem item = this.desk.see(actor, taskId);
		if (item.decidedAt() != null && !this.clock.instant().isBefore(item.decidedAt().plus(this.time))) {
			throw new Overtaken("approval.undo.late");
		}
		return recall(actor, taskId);
	}

	/** Until when this person can undo the decision of a task, if at all. */
	@Transactional(readOnly = true)
	public Optional<Instant> undoable(Actor actor, String taskId) {
		return ReadOnce.look(() -> {
			WorkItem item = this.desk.see(actor, taskId);
			return Optional.ofNullable(item.decidedAt())
				.map((decided) -> decided.plus(this.time))
				.filter((until) -> this.clock.instant().isBefore(until) && may(actor, item));
		});
	}

	/**
	 * Until when a decision can be undone that was made in this transaction.
	 * @param beside all other tasks of the case, as they were before
	 */
	Optional<Instant> undoable(Actor actor, WorkItem decided, List<WorkItem> beside) {
		List<WorkItem> all = new ArrayList<>(beside);
		all.add(decided);
		List<LogEntry> log = this.cases.logged(decided.caseNumber());
		return (refusal(actor, decided, () -> all, () -> since(decided, log)) == null)
				? Optional.of(decided.decidedAt().plus(this.time)) : Optional.empty();
	}

	/** Whether this person can take the decision of a task back now. */
	@Transactional(readOnly = true)
	public boolean may(Actor actor, WorkItem item) {
		return refusal(actor, item) == null;
	}

	private String refusal(Actor actor, WorkItem item) {
		return refusal(actor, item, () -> this.work.ofCase(item.caseNumber()), () -> since(item));
	}

	private String refusal(Actor actor, WorkItem item, Supplier<List<WorkItem>> tasks, Supplier<List<LogEntry>> since) {
		if (!item.state().equals("DONE") || !actor.username().equals(item.decidedBy())) {
			return NOT_YOURS;
		}
		CaseFile file = this.cases.get(item.caseNumber());
		boolean off = "false".equals(this.nodes.of(item).get("recall"));
		if (!file.open() || off || item.helper() || FormContext.RETURN.equals(item.decision())) {
			return "approval.recall.not-here";
		}
		Followed.Since then = this.followed.since(item.body(), item.caseNumber(), item.decidedAt());
		if (then.open()) {
			return this.line.now(item).filter((next) -> next.helper() || !isLast(item, tasks.get())).isPresent()
					? FOLLOWED : null;
		}
		if (votes(item, tasks.get()) > 1) {
			return "approval.recall.others";
		}
		boolean quiet = !then.step() && since.get().stream().allMatch((entry) -> QUIET.contains(entry.action()));
		return quiet ? null : FOLLOWED;
	}

	/** Whoever took it back already, in another window, need only be told. */
	private RuntimeException notYours(Actor actor, WorkItem item) {
		return this.turns.last(item, Set.of("RECALLED"))
			.filter((line) -> line.actor().equals(actor.username()))
			.<RuntimeException>map((line) -> Deeds.first("approval.recall.done", line))
			.orElseGet(() -> new NotAllowed(NOT_YOURS));
	}

	/** Says who did what meanwhile, where somebody did. */
	private Overtaken late(WorkItem item, String code) {
		return since(item).stream()
			.filter((line) -> !QUIET.contains(line.action()) && !Actor.SYSTEM.username().equals(line.actor()))
			.findFirst()
			.map((line) -> Deeds.first(code, line))
			.orElseGet(() -> new Overtaken(code));
	}

	/** How many votes were cast in the same opening of the node. */
	private static long votes(WorkItem item, List<WorkItem> tasks) {
		return tasks.stream()
			.filter((other) -> other.body().equals(item.body()) && other.state().equals("DONE")
					&& other.part().equals(Members.MEMBER))
			.count();
	}

	/** Whether nobody has voted in the same opening of the node since. */
	private static boolean isLast(WorkItem item, List<WorkItem> tasks) {
		return tasks.stream()
			.noneMatch((other) -> other.body().equals(item.body()) && other.state().equals("DONE")
					&& other.decidedAt().isAfter(item.decidedAt()));
	}

	/** What the log holds after the decision. */
	private List<LogEntry> since(WorkItem item) {
		return since(item, this.cases.log(item.caseNumber()));
	}

	private static List<LogEntry> since(WorkItem item, List<LogEntry> log) {
		Optional<LogEntry> decided = log.stream()
			.filter((entry) -> entry.action().equals("DECIDED") && item.id().equals(entry.task()))
			.findFirst();
		return decided.map((entry) -> log.subList(log.indexOf(entry) + 1, log.size())).orElse(log);
	}

}
