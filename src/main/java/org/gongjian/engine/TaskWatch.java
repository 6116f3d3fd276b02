package org.gongjian.engine;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.gongjian.engine.TaskSignals.Ending;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passes the engine's task events on to the inbox, in the same transaction. */
@Component
class TaskWatch implements TaskListener {

	private final ObjectProvider<TaskSignals> signals;

	TaskWatch(ObjectProvider<TaskSignals> signals) {
		this.signals = signals;
	}

	@Override
	public void notify(DelegateTask task) {
		if (task.getEventName().equals(EVENTNAME_COMPLETE) && Settings.inTurn(task.getExecution())) {
			Approval.voted(task);
		}
		this.signals.ifAvailable((hearer) -> {
			switch (task.getEventName()) {
				case EVENTNAME_CREATE -> opened(task, hearer);
				case EVENTNAME_COMPLETE -> hearer.ended(task.getId(), Ending.COMPLETED);
				default -> hearer.ended(task.getId(), ending(task));
			}
		});
	}

	private static void opened(DelegateTask task, TaskSignals hearer) {
		OpenTask opened = view(task);
		String holder = hearer.opened(opened);
		if (holder != null) {
			task.setAssignee(holder);
		}
		String decision = (holder == null) ? null : hearer.decidedAtOnce(opened);
		if (decision != null) {
			task.setVariableLocal(Approval.DECISION, Variables.stringValue(decision, true));
			task.complete();
		}
	}

	/** Others have settled the node, or something took the task away. */
	private static Ending ending(DelegateTask task) {
		boolean settled = Boolean.TRUE.equals(task.getExecution().getVariable(Approval.SETTLED));
		return settled ? Ending.NOT_NEEDED : Ending.TAKEN_AWAY;
	}

	private static OpenTask view(DelegateTask task) {
		var execution = task.getExecution();
		Object slot = execution.getVariable("slot");
		Date due = task.getDueDate();
		String form = ((org.camunda.bpm.engine.impl.persistence.entity.TaskEntity) task).getTaskDefinition()
			.getFormKey()
			.getExpressionText();
		return new OpenTask(task.getId(), task.getProcessInstanceId(), task.getProcessDefinitionId(),
				task.getProcessDefinitionId().split(":")[0], execution.getProcessBusinessKey(),
				task.getTaskDefinitionKey(), task.getName(), task.getExecutionId(),
				((ExecutionEntity) execution).getParentActivityInstanceId(), (slot == null) ? "" : slot.toString(),
				task.getAssignee(), task.getCreateTime().toInstant(), (due == null) ? null : due.toInstant(), form,
				Settings.of(execution), Members.part(execution.getVariable(Members.PART)),
				execution.getProcessInstance().getVariables());
	}

}
