package org.gongjian.approval;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.OpenTask;
import org.gongjian.engine.TaskSignals;
import org.gongjian.engine.Tasks;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Says who gets a task when it opens, and keeps people's lists equal to the engine's
 * tasks: both change in the engine's own transaction.
 */
@Component
class Routing implements TaskSignals {

	private final WorkTable work;

	private final SignedTable signed;

	private final ShareTable shares;

	private final Cases cases;

	private final Eligibility eligibility;

	private final Roles roles;

	private final NodeSettings nodes;

	private final Tasks tasks;

	private final QuestionTable questions;

	private final SignerTable signers;

	private final Covers covers;

	private final NodeRules rules;

	private final RepeatedApprovals repeats;

	private final Clock clock;

	Routing(WorkTable work, SignedTable signed, ShareTable shares, Cases cases, Eligibility eligibility, Roles roles,
			NodeSettings nodes, Tasks tasks, QuestionTable questions, SignerTable signers, Covers covers,
			NodeRules rules, RepeatedApprovals repeats, Clock clock) {
		this.work = work;
		this.signed = signed;
		this.shares = shares;
		this.cases = cases;
		this.eligibility = eligibility;
		this.roles = roles;
		this.nodes = nodes;
		this.tasks = tasks;
		this.questions = questions;
		this.signers = signers;
		this.covers = covers;
		this.rules = rules;
		this.repeats = repeats;
		this.clock = clock;
	}

	@Override
	public String opened(OpenTask task) {
		CaseFile file = this.cases.get(task.caseNumber());
		WorkItem item = WorkItem.opened(task, file, this.work.rounds(task) + 1);
		Eligible eligible = eligible(item, slot(item), file, Set.of());
		String holder = (eligible.usernames().size() == 1) ? eligible.usernames().get(0) : preferred(task, eligible);
		this.work.insert(item, task.stepName(), eligible, holder);
		this.shares.open(item, eligible.usernames(), holder);
		this.covers.mark(item, eligible);
		this.cases.log(file.number(), new LogEntry(null, Actor.SYSTEM.username(), null, "OPENED", item.step(),
				task.stepName(), item.slot(), item.id(), item.round(), null, null));
		return task.inTurn() ? inTurn(item, eligible, holder) : holder;
	}

	/** Somebody added whose turn has come, or whoever added them and is asked again. */
	private String inTurn(WorkItem item, Eligible eligible, String holder) {
		String again = this.signers.follow(item.body(), item.slot(), item.id());
		if (holder != null || again == null || !eligible.usernames().contains(again)) {
			return holder;
		}
		this.work.claim(item.id(), again);
		this.shares.taken(item.id(), again);
		return again;
	}

	@Override
	public void skipped(String caseNumber, String step, String stepName, String decision) {
		this.cases.log(caseNumber, LogEntry.step("SKIPPED", step, stepName, decision, null));
	}

	@Override
	public String decidedAtOnce(OpenTask task) {
		return RepeatedApprovals.asked(task) ? this.repeats.decide(this.work.find(task.id()).orElseThrow()) : null;
	}

	/**
	 * Whom the fact named by a node's setting {@code prefer} holds gets the task at once,
	 * if asked.
	 */
	private static String preferred(OpenTask task, Eligible eligible) {
		Object person = task.facts().get(task.settings().getOrDefault("prefer", ""));
		return (person != null && eligible.usernames().contains(person.toString())) ? person.toString() : null;
	}

	/**
	 * Offers an open task anew, after roles changed, a conflict was declared or time
	 * passed.
	 */
	String offer(WorkItem item, Eligible eligible) {
		List<String> people = eligible.usernames();
		boolean keeps = item.assignee() != null && people.contains(item.assignee())
				&& !this.covers.away(item.assignee(), item, eligible);
		String holder = keeps ? item.assignee() : (people.size() == 1) ? people.get(0) : null;
		this.work.asked(item.id(), eligible.slot(), eligible.reason(), holder);
		this.shares.share(item, people, holder);
		this.covers.mark(item, eligible);
		if ("SIGNERS".equals(item.waits()) && holder != null) {
			this.shares.view(item, holder, "WAITS");
		}
		this.questions.floor(item.id()).ifPresent((asked) -> this.shares.giveFloor(item, asked));
		return holder;
	}

	/** The same, to whoever may have it now. */
	String offer(WorkItem item) {
		return offer(item, eligible(item, this.cases.get(item.caseNumber())));
	}

	/**
	 * Who may have a task at this moment: whom it was handed to, or whom the node asks.
	 */
	Eligible eligible(WorkItem item, CaseFile file) {
		return eligibleAs(item, slot(item), file);
	}

	private static String slot(WorkItem item) {
		return (item.givenTo() != null) ? "user:" + item.givenTo() : item.slot();
	}

	/** Who might have a task if it were asked of a slot. */
	Eligible eligibleAs(WorkItem item, String slot, CaseFile file) {
		return eligible(item, slot, file, this.signed.excluded(item.id()));
	}

	private Eligible eligible(WorkItem item, String slot, CaseFile file, Set<String> excluded) {
		Set<String> mayNot = new HashSet<>(excluded);
		if (item.review()) {
			mayNot.add(file.initiator());
			mayNot.addAll(this.signed.reviewers(file.number(), item.step()));
		}
		String otherThan = this.nodes.of(item).get("otherThan");
		if (otherThan != null) {
			mayNot.addAll(this.signed.deciders(file.number(), list(otherThan)));
		}
		Set<String> parties = item.review() ? Set.copyOf(file.parties()) : Set.of();
		boolean reviewer = item.review() || !mayNot.isEmpty();
		Eligible eligible = this.rules.ask(this.nodes.of(item), slot,
				(group) -> this.eligibility.eligible(group, parties, mayNot, reviewer));
		Eligible asked = item.escalated() ? withSuperior(item, eligible, parties, mayNot) : eligible;
		return this.covers.add(item, file, asked, parties, mayNot);
	}

	private Eligible withSuperior(WorkItem item, Eligible eligible, Set<String> parties, Set<String> mayNot) {
		String superior = superior(item);
		if (superior == null) {
			return eligible;
		}
		Eligible above = this.eligibility.eligible(superior, parties, mayNot, item.review());
		var both = new java.util.LinkedHashSet<>(eligible.usernames());
		both.addAll(above.usernames());
		return new Eligible(List.copyOf(both), eligible.slot(), eligible.reason());
	}

	String superior(WorkItem item) {
		String drawn = this.nodes.of(item).get("superior");
		if (drawn == null) {
			return this.roles.superior(item.slot());
		}
		int at = drawn.indexOf('@');
		return (at < 0) ? drawn : drawn.substring(0, at + 1) + this.tasks.fact(item.id(), drawn.substring(at + 1));
	}

	@Override
	public void ended(String taskId, Ending how) {
		if (how != Ending.COMPLETED && this.work.cancel(taskId, this.clock.instant())) {
			this.shares.clear(taskId);
			this.signers.over(taskId);
			WorkItem item = this.work.find(taskId).orElseThrow();
			log(item, (how == Ending.NOT_NEEDED) ? "NOT_NEEDED" : "CANCELLED", null);
		}
	}

	@Override
	public void timer(String taskId, Timer kind) {
		this.work.find(taskId).filter(WorkItem::open).ifPresent((item) -> {
			if (kind == Timer.REMIND) {
				remind(item);
			}
			else {
				escalate(item);
			}
		});
	}

	void remind(WorkItem item) {
		this.work.reminded(item.id());
		log(item, "REMINDED", null);
	}

	void escalate(WorkItem item) {
		String superior = superior(item);
		if (superior == null || item.escalated()) {
			log(item, "OVERDUE", null);
			return;
		}
		this.work.escalated(item.id());
		WorkItem now = this.work.find(item.id()).orElseThrow();
		String holder = offer(now, eligible(now, this.cases.get(now.caseNumber())));
		this.tasks.hold(item.id(), holder);
		log(item, "ESCALATED", superior);
	}

	private void log(WorkItem item, String action, String detail) {
		this.cases.log(item.caseNumber(), new LogEntry(null, Actor.SYSTEM.username(), null, action, item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), detail, null));
	}

	private static List<String> list(String text) {
		return Arrays.stream(text.split(",")).map(String::strip).toList();
	}

}
