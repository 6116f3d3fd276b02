package org.gongjian.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * {@code approval.done(execution)}: the completion condition of every approval node.
 * Collects the members' decisions in the node's body and keeps the node's outcome up to
 * date.
 */
public class Approval {

	static final String DECISION = "decision";

	private static final String VOTES = "votes";

	/**
	 * Whether the node is decided before all members are.
	 * @param member the execution of the member that has just decided
	 */
	public boolean done(DelegateExecution member) {
		Map<String, String> settings = Settings.of(member);
		String decision = String.valueOf(member.getVariable(DECISION));
		DelegateExecution body = body(member);
		Object before = body.getVariableLocal(VOTES);
		String votes = (before == null) ? decision : before + "," + decision;
		body.setVariableLocal(VOTES, votes);
		List<String> cast = list(votes);
		body.getProcessInstance().setVariable(settings.getOrDefault("outcome", "outcome"), outcome(settings, cast));
		return list(settings.get("stop")).contains(decision) || "any".equals(settings.get("rule"));
	}

	private static DelegateExecution body(DelegateExecution member) {
		var parent = ((org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity) member).getParent();
		return (parent == null) ? member : parent;
	}

	/** The worst vote by the node's order; without an order the last one. */
	static String outcome(Map<String, String> settings, List<String> votes) {
		return list(settings.get("order")).stream()
			.filter(votes::contains)
			.findFirst()
			.orElse(votes.get(votes.size() - 1));
	}

	private static List<String> list(String text) {
		return (text == null || text.isBlank()) ? List.of()
				: Arrays.stream(text.split(",")).map(String::strip).toList();
	}

}
