package org.gongjian.engine;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;

/** {@code approvers.of(execution)} in a diagram: the slots of an approval node. */
public class Approvers {

	private final ObjectProvider<Assignees> assignees;

	Approvers(ObjectProvider<Assignees> assignees) {
		this.assignees = assignees;
	}

	/** The slots of the node that is being entered; never empty. */
	public List<String> of(DelegateExecution execution) {
		String who = Settings.of(execution).getOrDefault("who", "");
		return this.assignees.getObject().slots(who, execution::getVariable);
	}

}
