package org.gongjian.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * {@code approval.done(execution)}: the completion condition of every approval node.
 * Collects the members' decisions in the node's body and keeps the node's outcome up to
 * date. Somebody removed and somebody merely asked have no vote.
 */
public class Approval {

	static final String DECISION = "decision";

	static final String VOTES = "votes";

	/**
	 * Set where the node is certain while members are still open: they are not needed.
	 */
	static final String SETTLED = "settled";

	/** How many of the body's members have ended without a vote that counts. */
	static final String OUTSIDE = "outside";

	/**
	 * Whether the node is decided before all members are.
	 * @param member the execution of the member that has just decided
	 */
	public boolean done(DelegateExecution member) {
		DelegateExecution body = body(member);
		if (!Settings.inTurn(member)) {
			count(body, String.valueOf(member.getVariable(DECISION)), member.getVariable(Members.PART));
		}
		return decided(body, Settings.of(member));
	}

	/**
	 * Counts a vote of a node that asks one after the other: there the engine does not
	 * ask {@link #done} after the last one.
	 */
	static void voted(DelegateTask task) {
		DelegateExecution body = body(task.getExecution());
		count(body, String.valueOf(task.getVariable(DECISION)), task.getVariable(Members.PART));
		decided(body, Settings.of(task.getExecution()));
	}

	private static void count(DelegateExecution body, String decision, Object part) {
		if (Members.REMOVED.equals(decision) || Members.HELPER.equals(part)) {
			body.setVariableLocal(OUTSIDE, number(body.getVariableLocal(OUTSIDE)) + 1);
		}
		else {
			Object before = body.getVariableLocal(VOTES);
			body.setVariableLocal(VOTES, (before == null || "".equals(before)) ? decision : before + "," + decision);
		}
	}

	private static boolean decided(DelegateExecution body, Map<String, String> settings) {
		Votes votes = votes(body, settings);
		if (!votes.cast().isEmpty()) {
			String outcome = votes.settings().getOrDefault("outcome", "outcome");
			Settings.keeper(body).setVariableLocal(outcome, votes.outcome());
		}
		boolean settled = votes.settled();
		if (settled) {
			body.setVariableLocal(SETTLED, true);
		}
		return settled;
	}

	/** How far a node is. */
	static Tally tally(DelegateExecution body, Map<String, String> settings) {
		Votes votes = votes(body, settings);
		return Tally.of(settings, votes.cast(), votes.members());
	}

	/**
	 * Helpers that are still open count as members for a moment: they hold nothing up.
	 */
	private static Votes votes(DelegateExecution body, Map<String, String> settings) {
		int all = number(body.getVariable("nrOfInstances")) - number(body.getVariableLocal(OUTSIDE)) - helpers(body)
				- MemberLine.asideAhead(body);
		return new Votes(settings, Votes.list((String) body.getVariableLocal(VOTES)), all);
	}

	private static int helpers(DelegateExecution body) {
		return (int) ((ExecutionEntity) body).getExecutions()
			.stream()
			.filter((member) -> member.isActive() && Members.HELPER.equals(member.getVariableLocal(Members.PART)))
			.count();
	}

	static int number(Object value) {
		return (value instanceof Number number) ? number.intValue() : 0;
	}

	/**
	 * Where a node counts: the member's parent, or, where members are asked one after the
	 * other, what the engine hands over itself.
	 */
	static DelegateExecution body(DelegateExecution member) {
		ExecutionEntity at = (ExecutionEntity) member;
		while (at.getParent() != null && !at.hasVariableLocal("nrOfInstances")) {
			at = at.getParent();
		}
		return at;
	}

}
