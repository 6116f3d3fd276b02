package org.gongjian.approval;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.OpenTask;
import org.gongjian.engine.TaskSignals;
import org.gongjian.engine.Tasks;
import org.gongjian.organisation.Eligible;
import org.gongjian.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says who gets a task when it opens, and keeps people's lists equal to the engine's
 * tasks: both change in the engine's own transaction.
 */
@Component
class Routing implements TaskSignals {

	private final WorkTable work;

	private final ShareTable shares;

	private final Cases cases;

	private final Candidates candidates;

	private final Tasks tasks;

	private final QuestionTable questions;

	private final SignerTable signers;

	private final Covers covers;

	private final RepeatedApprovals repeats;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Routing(WorkTable work, ShareTable shares, Cases cases, Candidates candidates, Tasks tasks, QuestionTable questions,
			SignerTable signers, Covers covers, RepeatedApprovals repeats, ApplicationEventPublisher events,
			Clock clock) {
		this.work = work;
		this.shares = shares;
		this.cases = cases;
		this.candidates = candidates;
		this.tasks = tasks;
		this.questions = questions;
		this.signers = signers;
		this.covers = covers;
		this.repeats = repeats;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String opened(OpenTask task) {
		CaseFile file = this.cases.get(task.caseNumber());
		WorkItem item = WorkItem.opened(task, file, this.work.rounds(task) + 1);
		Eligible eligible = this.candidates.first(item, file);
		String holder = (eligible.usernames().size() == 1) ? eligible.usernames().get(0) : preferred(task, eligible);
		this.work.insert(item, task.stepName(), eligible, holder);
		this.shares.open(item, eligible.usernames(), holder);
		this.covers.mark(item, eligible);
		this.cases.log(file.number(), new LogEntry(null, Actor.SYSTEM.username(), null, "OPENED", item.step(),
				task.stepName(), item.slot(), item.id(), item.round(), null, null));
		this.events.publishEvent(new TaskOpened(item, (holder != null) ? List.of(holder) : eligible.usernames()));
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
		return offer(item, this.candidates.of(item, this.cases.get(item.caseNumber())));
	}

	/**
	 * Offers reviews anew after somebody who was among those asked decided another review
	 * of the same case.
	 */
	void apart(Collection<String> reviews) {
		for (String review : reviews) {
			WorkItem item = this.work.find(review).orElseThrow();
			String holder = offer(item);
			if (!Objects.equals(holder, item.assignee())) {
				this.tasks.hold(review, holder);
			}
		}
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
		// a decision holds the case before its tasks; the other way round the two would
		// wait for each other
		this.work.find(taskId).ifPresent((item) -> this.cases.lock(item.caseNumber()));
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
		String superior = this.candidates.superior(item);
		if (superior == null || item.escalated()) {
			log(item, "OVERDUE", null);
			return;
		}
		this.work.escalated(item.id());
		WorkItem now = this.work.find(item.id()).orElseThrow();
		String holder = offer(now);
		this.tasks.hold(item.id(), holder);
		log(item, "ESCALATED", superior);
	}

	private void log(WorkItem item, String action, String detail) {
		this.cases.log(item.caseNumber(), new LogEntry(null, Actor.SYSTEM.username(), null, action, item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), detail, null));
	}

}
