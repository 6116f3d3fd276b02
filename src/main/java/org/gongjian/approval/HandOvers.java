package org.gongjian.approval;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Tasks;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands tasks on. A transfer moves the responsibility; a question (delegation) leaves it
 * where it is: the task comes back with the answer, through every asker of a chain.
 */
@Service
@Transactional
public class HandOvers {

	private static final String ANSWER = "ANSWER";

	/** How a question ends. */
	private static final Set<String> OVER = Set.of("ANSWERED", "TAKEN_BACK", "REASSIGNED");

	/** A chain of questions is no longer than this. */
	private static final int LONGEST_CHAIN = 5;

	private final WorkTable work;

	private final ShareTable shares;

	private final QuestionTable questions;

	private final Turns turns;

	private final Receivers receivers;

	private final Routing routing;

	private final Cases cases;

	private final Tasks tasks;

	private final Clock clock;

	HandOvers(WorkTable work, ShareTable shares, QuestionTable questions, Turns turns, Receivers receivers,
			Routing routing, Cases cases, Tasks tasks, Clock clock) {
		this.work = work;
		this.shares = shares;
		this.questions = questions;
		this.turns = turns;
		this.receivers = receivers;
		this.routing = routing;
		this.cases = cases;
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * Hands a task to somebody else for good; its deadline stays.
	 * @param to a username, or a name only one person has
	 * @param reason why, at least five characters
	 */
	public void transfer(Actor actor, String taskId, String to, String reason) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.require(actor, item, null);
		Handing<String> handing = handing(actor, item, to, reason);
		this.turns.log(actor, item, "TRANSFERRED", null, handing.why(), handing.to());
		give(item, handing.to());
	}

	/**
	 * Gives somebody's task to somebody else, by a process administrator.
	 * @param to a username, or a name only one person has
	 * @param reason why, at least five characters
	 */
	public void reassign(Actor by, String taskId, String to, String reason) {
		if (!by.has("process-admin")) {
			throw new NotAllowed("approval.reassign.not-yours");
		}
		WorkItem item = this.turns.locked(by, taskId);
		this.turns.requireOpen(item);
		Handing<String> handing = handing(by, item, to, reason);
		List<Question> open = open(item);
		if (!open.isEmpty()) {
			open.forEach((question) -> this.questions.takenBack(question.id(), this.clock.instant()));
			this.work.waits(taskId, null);
		}
		this.turns.log(by, item, "REASSIGNED", null, handing.why(), handing.to());
		give(this.work.find(taskId).orElseThrow(), handing.to());
	}

	private Handing<String> handing(Actor by, WorkItem item, String to, String reason) {
		return Handing.of(() -> this.receivers.require(by, item, to, "to"),
				() -> Reason.required("reason", reason, "approval.transfer.reason"));
	}

	/** Hands a task to somebody; the rest of the checks is the caller's. */
	private void give(WorkItem item, String receiver) {
		this.work.give(item.id(), receiver);
		WorkItem given = this.work.find(item.id()).orElseThrow();
		String holder = this.routing.offer(given);
		this.tasks.hold(item.id(), holder);
	}

	/**
	 * Asks somebody before deciding. Until the answer is there nobody can decide.
	 * @param to a username, or a name only one person has
	 * @param question what is asked, at least five characters
	 */
	public void ask(Actor actor, String taskId, String to, String question) {
		WorkItem item = this.turns.locked(actor, taskId);
		List<Question> open = open(item);
		boolean chained = item.open() && !open.isEmpty() && last(open).asked().equals(actor.username());
		if (!chained) {
			this.turns.require(actor, item, null);
		}
		if (open.size() >= LONGEST_CHAIN) {
			throw new NotAllowed("approval.ask.chain");
		}
		Handing<String> handing = Handing.of(() -> this.receivers.require(actor, item, to, "to"),
				() -> Reason.required("question", question, "approval.ask.question"));
		if (item.assignee() == null) {
			hold(actor, item);
		}
		this.questions.insert(new Question(UUID.randomUUID(), taskId, actor.username(), handing.to(), handing.why(),
				this.clock.instant(), null, null, true));
		this.work.waits(taskId, ANSWER);
		this.shares.giveFloor(item, handing.to());
		this.turns.log(actor, item, "ASKED", null, handing.why(), handing.to());
	}

	private void hold(Actor actor, WorkItem item) {
		this.work.claim(item.id(), actor.username());
		this.shares.taken(item.id(), actor.username());
		this.tasks.hold(item.id(), actor.username());
	}

	/**
	 * Answers a question; the task goes back to who asked.
	 * @param text the answer, at least five characters
	 */
	public void answer(Actor actor, String taskId, String text) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.requireOpen(item);
		List<Question> open = open(item);
		if (open.isEmpty() || !last(open).asked().equals(actor.username())) {
			throw missed(actor, item, "approval.answer.not-wanted", Question::asked)
				.orElseGet(() -> new NotAllowed("approval.answer.not-asked"));
		}
		String answer = Reason.required("text", text, "approval.answer.text");
		Question answered = last(open);
		this.questions.answered(answered.id(), answer, this.clock.instant());
		back(item, open.size() > 1);
		this.turns.log(actor, item, "ANSWERED", null, answer, answered.asker());
	}

	/** Takes a question back, and those its receiver asked in turn. */
	public void takeBack(Actor actor, String taskId) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.requireOpen(item);
		List<Question> open = open(item);
		int mine = open.stream().map(Question::asker).toList().indexOf(actor.username());
		if (mine < 0) {
			throw missed(actor, item, "approval.answer.there", Question::asker)
				.orElseGet(() -> new NotAllowed("approval.not-yours"));
		}
		open.subList(mine, open.size())
			.forEach((question) -> this.questions.takenBack(question.id(), this.clock.instant()));
		back(item, mine > 0);
		this.turns.log(actor, item, "TAKEN_BACK", null, null, open.get(mine).asked());
	}

	/** The refusal of somebody who asked or was asked, where that is over. */
	private Optional<RuntimeException> missed(Actor actor, WorkItem item, String code,
			Function<Question, String> part) {
		List<Question> theirs = this.questions.of(item.id())
			.stream()
			.filter((question) -> part.apply(question).equals(actor.username()))
			.toList();
		boolean over = !theirs.isEmpty() && theirs.stream().noneMatch(Question::open);
		return this.turns.last(item, OVER).filter((line) -> over).map((line) -> Deeds.first(code, line));
	}

	/** The asker has the floor again, to decide or to answer in turn. */
	private void back(WorkItem item, boolean inChain) {
		if (!inChain) {
			this.work.waits(item.id(), null);
		}
		WorkItem now = this.work.find(item.id()).orElseThrow();
		String holder = this.routing.offer(now);
		if (!Objects.equals(holder, item.assignee())) {
			this.tasks.hold(item.id(), holder);
		}
	}

	/** What was asked and answered about a task, oldest first. */
	@Transactional(readOnly = true)
	public List<Question> questions(WorkItem item) {
		return this.questions.of(item.id());
	}

	private List<Question> open(WorkItem item) {
		return this.questions.of(item.id()).stream().filter(Question::open).toList();
	}

	private static Question last(List<Question> questions) {
		return questions.get(questions.size() - 1);
	}

}
