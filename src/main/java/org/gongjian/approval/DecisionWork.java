package org.gongjian.approval;

import java.time.Clock;
import java.util.LinkedHashMap;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.engine.Returns;
import org.gongjian.engine.Tasks;
import org.gongjian.engine.TokenPlan;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One transaction per operation on a task; all changes of one case queue up at its row.
 */
@Service
@Transactional
class DecisionWork {

	private final WorkTable work;

	private final ShareTable shares;

	private final Desk desk;

	private final Routing routing;

	private final Cases cases;

	private final Attachments attachments;

	private final Ways ways;

	private final Tasks tasks;

	private final Returns returns;

	private final Processes processes;

	private final Clock clock;

	DecisionWork(WorkTable work, ShareTable shares, Desk desk, Routing routing, Cases cases, Attachments attachments,
			Ways ways, Tasks tasks, Returns returns, Processes processes, Clock clock) {
		this.work = work;
		this.shares = shares;
		this.desk = desk;
		this.routing = routing;
		this.cases = cases;
		this.attachments = attachments;
		this.ways = ways;
		this.tasks = tasks;
		this.returns = returns;
		this.processes = processes;
		this.clock = clock;
	}

	Decided decide(Actor actor, String taskId, Filled filled, Integer version) {
		WorkItem item = locked(actor, taskId);
		if (repeated(actor, item, filled.decision())) {
			return new Decided(item.caseNumber(), next(actor, item), true);
		}
		require(actor, item, version);
		if (filled.decision().equals(FormContext.RETURN)) {
			return back(actor, item, filled.returnTo(), filled.comment());
		}
		if (this.desk.offers(item).stream().noneMatch((offer) -> offer.code().equals(filled.decision()))) {
			throw new InvalidInput("decision", "approval.decision.unknown");
		}
		keep(actor, item, filled);
		close(actor, item, "DECIDED", filled.decision(), filled.comment());
		this.tasks.complete(taskId, filled.decision());
		return new Decided(item.caseNumber(), next(actor, item), false);
	}

	Decided again(Actor actor, String taskId, String decision) {
		WorkItem item = this.desk.see(actor, taskId);
		if (!repeated(actor, item, decision)) {
			throw overtaken(item);
		}
		return new Decided(item.caseNumber(), next(actor, item), true);
	}

	Decided returnTo(Actor actor, String taskId, String to, String reason, Integer version) {
		WorkItem item = locked(actor, taskId);
		if (repeated(actor, item, FormContext.RETURN)) {
			return new Decided(item.caseNumber(), next(actor, item), true);
		}
		require(actor, item, version);
		return back(actor, item, to, reason);
	}

	void claim(Actor actor, String taskId) {
		WorkItem item = locked(actor, taskId);
		if (actor.username().equals(item.assignee()) && item.open()) {
			return;
		}
		require(actor, item, null);
		this.work.claim(taskId, actor.username());
		this.shares.taken(taskId, actor.username());
		this.tasks.hold(taskId, actor.username());
		log(actor, item, "CLAIMED", null, null);
	}

	void release(Actor actor, String taskId) {
		WorkItem item = locked(actor, taskId);
		require(actor, item, null);
		if (item.assignee() == null) {
			return;
		}
		if (this.shares.people(taskId).size() < 2) {
			throw new NotAllowed("approval.release.nobody-else");
		}
		this.work.release(taskId, actor.username());
		this.shares.freed(taskId);
		this.tasks.hold(taskId, null);
		log(actor, item, "RELEASED", null, null);
	}

	void declareConflict(Actor actor, String taskId) {
		WorkItem item = locked(actor, taskId);
		require(actor, item, null);
		if (!item.review()) {
			throw new NotAllowed("approval.conflict.not-here");
		}
		this.work.exclude(taskId, actor.username(), "declared");
		log(actor, item, "CONFLICT", null, null);
		CaseFile file = this.cases.get(item.caseNumber());
		WorkItem free = this.work.find(taskId).orElseThrow();
		this.tasks.hold(taskId, this.routing.offer(free, this.routing.eligible(free, file)));
	}

	/** Waits for its turn at the case, then reads the task as it is now. */
	private WorkItem locked(Actor actor, String taskId) {
		WorkItem seen = this.desk.see(actor, taskId);
		this.cases.lock(seen.caseNumber());
		return this.work.find(taskId).orElseThrow();
	}

	private static boolean repeated(Actor actor, WorkItem item, String decision) {
		return item.state().equals("DONE") && actor.username().equals(item.decidedBy())
				&& decision.equals(item.decision());
	}

	private void require(Actor actor, WorkItem item, Integer version) {
		if (!item.open()) {
			throw overtaken(item);
		}
		if (item.assignee() != null && !item.assignee().equals(actor.username()) && this.desk.asked(actor, item)) {
			throw new Overtaken("approval.held", item.assignee(), null, null);
		}
		CaseFile file = this.cases.get(item.caseNumber());
		boolean asked = this.desk.mayDecide(actor, item)
				&& this.routing.eligible(item, file).usernames().contains(actor.username());
		if (!asked) {
			throw new NotAllowed("approval.not-yours");
		}
		if (version != null && version != item.version()) {
			throw new Overtaken("approval.changed");
		}
	}

	private static Overtaken overtaken(WorkItem item) {
		return new Overtaken(item.state().equals("DONE") ? "approval.decided" : "approval.gone", item.decidedBy(),
				item.decidedAt(), item.decision());
	}

	private void keep(Actor actor, WorkItem item, Filled filled) {
		var changes = new LinkedHashMap<String, Object>(
				Recording.named(filled.context().form(), item, filled.changes()));
		if (filled.conditions() != null) {
			changes.put("conditions." + item.step() + "." + Recording.key(item), filled.conditions());
		}
		this.cases.write(item.caseNumber(), changes, actor, item.step());
		this.cases.addParties(item.caseNumber(), filled.parties());
		this.attachments.adopt(actor, filled.files(), item.caseNumber());
		this.processes.setFacts(item.caseNumber(), filled.facts());
	}

	private Decided back(Actor actor, WorkItem item, String to, String reason) {
		String why = Reason.required("comment", reason, "approval.return.reason");
		Way way = this.ways.choose(item, to).orElseThrow(() -> new InvalidInput("returnTo", "approval.return.nowhere"));
		TokenPlan plan = this.returns.plan(item.caseNumber(), way.step())
			.orElseThrow(() -> new InvalidInput("returnTo", "approval.return.nowhere"));
		close(actor, item, "RETURNED", FormContext.RETURN, why);
		this.returns.carryOut(item.caseNumber(), plan, way.choice());
		return new Decided(item.caseNumber(), next(actor, item), false);
	}

	private void close(Actor actor, WorkItem item, String action, String decision, String comment) {
		if (!this.work.decide(item.id(), actor.username(), decision, this.clock.instant())) {
			throw new Overtaken("approval.gone");
		}
		this.shares.done(item, actor.username(), this.clock.instant());
		log(actor, item, action, decision, comment);
	}

	private void log(Actor actor, WorkItem item, String action, String decision, String comment) {
		this.cases.log(item.caseNumber(), new LogEntry(null, actor.username(), null, action, item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), decision, comment));
	}

	private String next(Actor actor, WorkItem item) {
		return this.desk.next(actor, item.caseNumber()).map(WorkItem::id).orElse(null);
	}

}
