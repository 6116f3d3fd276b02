package org.gongjian.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notes which end event was reached and tells the case file when the whole instance is
 * over.
 */
@Component
class EndWatch implements ExecutionListener {

	private static final String LAST_END = "lastEnd";

	private static final String LAST_STATUS = "lastStatus";

	private final ObjectProvider<CaseSignals> signals;

	EndWatch(ObjectProvider<CaseSignals> signals) {
		this.signals = signals;
	}

	@Override
	public void notify(DelegateExecution execution) {
		var entity = (ExecutionEntity) execution;
		if (EVENTNAME_START.equals(execution.getEventName())) {
			note(entity);
		}
		else if (entity.isProcessInstanceExecution() && isCase(entity)) {
			over(entity);
		}
	}

	/** A process that was called ends inside the case, not the case itself. */
	private static boolean isCase(ExecutionEntity instance) {
		String root = instance.getRootProcessInstanceId();
		return root == null || root.equals(instance.getId());
	}

	private static void note(ExecutionEntity execution) {
		var settings = Settings.of(execution);
		String status = settings.get("status");
		if (status != null) {
			execution.getProcessInstance()
				.setVariable(LAST_END, settings.getOrDefault("outcome", execution.getCurrentActivityId()));
			execution.getProcessInstance().setVariable(LAST_STATUS, status);
		}
	}

	private void over(ExecutionEntity instance) {
		boolean cancelled = instance.isCanceled() || instance.isExternallyTerminated();
		String why = Withdrawals.WITHDRAWN.equals(instance.getDeleteReason()) ? Withdrawals.WITHDRAWN : null;
		String end = cancelled ? why : (String) instance.getVariable(LAST_END);
		String status = cancelled ? why : (String) instance.getVariable(LAST_STATUS);
		this.signals.ifAvailable((hearer) -> hearer.ended(instance.getBusinessKey(), end, status));
	}

}
