package org.gongjian.approval;

import java.util.Optional;
import java.util.function.Function;

import org.gongjian.engine.Contended;
import org.gongjian.form.Decision;
import org.gongjian.form.Filled;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Service;

/**
 * Decides tasks. Each call is one transaction: the answers, the record of who decided
 * what, people's lists and the engine's state change together or not at all. Where two
 * transactions met at one node the loser's is tried again, since nothing of it was
 * written.
 */
@Service
public class Decisions {

	private static final int TRIES = 6;

	private final DecisionWork work;

	Decisions(DecisionWork work) {
		this.work = work;
	}

	/**
	 * Decides a task.
	 * @param filled the checked form of its step
	 * @param version the version of the task that was looked at, or {@code null}
	 * @throws Overtaken if somebody else was first; says who, when and what
	 */
	public Decided decide(Actor actor, String taskId, Filled filled, Integer version) {
		return decide(actor, taskId, filled, version, null);
	}

	/**
	 * The same.
	 * @param seen what the form was made from, so that it need not be read again
	 */
	public Decided decide(Actor actor, String taskId, Filled filled, Integer version, Seen seen) {
		return decide(actor, taskId, new DecisionWork.Sent(filled, version, null, seen, false));
	}

	/** The same for somebody who may want to undo it; says until when. */
	public Decided decideUndoably(Actor actor, String taskId, Filled filled, Integer version, Seen seen) {
		return decide(actor, taskId, new DecisionWork.Sent(filled, version, null, seen, true));
	}

	/**
	 * The same, as one of many.
	 * @param batch the number that the log will say
	 */
	Decided decideOneOf(String batch, Actor actor, String taskId, Filled filled, Seen seen) {
		return decide(actor, taskId, new DecisionWork.Sent(filled, null, batch, seen, false));
	}

	private Decided decide(Actor actor, String taskId, DecisionWork.Sent sent) {
		for (int tried = 1;; tried++) {
			try {
				return this.work.decide(actor, taskId, sent);
			}
			catch (Contended contended) {
				if (tried == TRIES) {
					throw new Overtaken("approval.busy");
				}
			}
		}
	}

	/** Whether a task was handed on that this person might have had, by whom and when. */
	public Optional<Overtaken> handedOn(Actor actor, String taskId) {
		return this.work.handedOn(actor, taskId);
	}

	/**
	 * Why somebody who is not asked cannot have an open task: it was handed on, or it
	 * never was theirs.
	 */
	public RuntimeException lost(Actor actor, String taskId) {
		return handedOn(actor, taskId).<RuntimeException>map(Function.identity())
			.orElseGet(() -> new NotAllowed("approval.not-yours"));
	}

	/** Why somebody who is asked cannot decide a task now; says who, when and what. */
	public Overtaken late(Actor actor, String taskId) {
		return this.work.late(actor, taskId);
	}

	/**
	 * Answers somebody who sends a decision on a task that is closed.
	 * @return what is true already, if it was their own decision
	 * @throws Overtaken if it was not; says who, when and what
	 */
	public Decided again(Actor actor, String taskId, String decision) {
		return this.work.again(actor, taskId, (decision == null) ? Decision.COMPLETE.code() : decision);
	}

	/**
	 * Sends a case back from a task.
	 * @param to START, PREVIOUS or a step really passed
	 * @param reason why, at least five characters
	 * @param backToMe whether the case comes straight back when that step is done,
	 * instead of going the drawn way again
	 */
	public Decided returnTo(Actor actor, String taskId, String to, String reason, boolean backToMe, Integer version) {
		return returnTo(actor, taskId, new Back(to, reason, backToMe, null), version);
	}

	/** The same, where one of those who signed can be asked alone. */
	public Decided returnTo(Actor actor, String taskId, Back back, Integer version) {
		return this.work.returnTo(actor, taskId, back, version);
	}

	/**
	 * How a case is sent back.
	 *
	 * @param to START, PREVIOUS or a step really passed
	 * @param reason why, at least five characters
	 * @param toMe whether the case comes straight back when that step is done
	 * @param only the one of those who signed there who is to sign again, or {@code null}
	 */
	public record Back(String to, String reason, boolean toMe, String only) {
	}

	/** Takes a task out of its pool. */
	public void claim(Actor actor, String taskId) {
		this.work.claim(actor, taskId);
	}

	/** Puts a task back into its pool. */
	public void release(Actor actor, String taskId) {
		this.work.release(actor, taskId);
	}

	/** Hands a task on because of a conflict of interest; others are asked. */
	public void declareConflict(Actor actor, String taskId) {
		this.work.declareConflict(actor, taskId);
	}

}
