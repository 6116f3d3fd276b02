package org.gongjian.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;

/** {@code approvers.of(execution)} in a diagram: the slots of an approval node. */
public class Approvers {

	private static final String SKIP = "skip:";

	private final ObjectProvider<Assignees> assignees;

	private final ObjectProvider<TaskSignals> signals;

	Approvers(ObjectProvider<Assignees> assignees, ObjectProvider<TaskSignals> signals) {
		this.assignees = assignees;
		this.signals = signals;
	}

	/**
	 * The slots of the node that is being entered; empty only where its setting
	 * {@code nobody} says that it is passed when nobody is found.
	 */
	public List<String> of(DelegateExecution execution) {
		if (!Settings.inTurn(execution)) {
			return asked(execution);
		}
		// asked again before each turn: it stays those who were asked at first
		if (execution.getVariableLocal(MemberLine.NAME) == null) {
			execution.setVariableLocal(MemberLine.NAME, String.join(",", asked(execution)));
		}
		return MemberLine.slots(execution);
	}

	private List<String> asked(DelegateExecution execution) {
		Map<String, String> settings = Settings.of(execution);
		List<String> slots = this.assignees.getObject().slots(settings.getOrDefault("who", ""), execution::getVariable);
		String nobody = settings.getOrDefault("nobody", "");
		return nobody.startsWith(SKIP) ? found(execution, slots, settings, nobody.substring(SKIP.length())) : slots;
	}

	/**
	 * Those for whom there is somebody; without any the node is passed, and that noted.
	 */
	private List<String> found(DelegateExecution execution, List<String> slots, Map<String, String> settings,
			String decision) {
		List<String> found = slots.stream().filter(this.assignees.getObject()::anybody).toList();
		if (found.isEmpty()) {
			Settings.keeper(execution).setVariableLocal(settings.getOrDefault("outcome", "outcome"), decision);
			this.signals.ifAvailable((hearer) -> hearer.skipped(execution.getProcessBusinessKey(),
					Settings.plain(execution.getCurrentActivityId()), execution.getCurrentActivityName(), decision));
		}
		return found;
	}

}
