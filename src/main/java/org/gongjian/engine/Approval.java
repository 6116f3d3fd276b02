package org.gongjian.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
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
		String decision = String.valueOf(member.getVariable(DECISION));
		if (Members.REMOVED.equals(decision) || Members.HELPER.equals(member.getVariable(Members.PART))) {
			body.setVariableLocal(OUTSIDE, number(body.getVariableLocal(OUTSIDE)) + 1);
		}
		else {
			Object before = body.getVariableLocal(VOTES);
			body.setVariableLocal(VOTES, (before == null || "".equals(before)) ? decision : before + "," + decision);
		}
		Votes votes = votes(body, Settings.of(member));
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

	/**
	 * Helpers that are still open count as members for a moment: they hold nothing up.
	 */
	private static Votes votes(DelegateExecution body, Map<String, String> settings) {
		int all = number(body.getVariable("nrOfInstances")) - number(body.getVariableLocal(OUTSIDE)) - helpers(body);
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

	private static DelegateExecution body(DelegateExecution member) {
		var parent = ((ExecutionEntity) member).getParent();
		return (parent == null) ? member : parent;
	}

}
