package org.gongjian.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** Lets the engine run a {@link Step}. */
class StepDelegate implements JavaDelegate {

	private final Step step;

	StepDelegate(Step step) {
		this.step = step;
	}

	@Override
	public void execute(DelegateExecution execution) {
		try {
			this.step.run(new ExecutionCall(execution));
		}
		catch (StepFailed failed) {
			throw new BpmnError(failed.code());
		}
	}

	private record ExecutionCall(DelegateExecution execution) implements Call {

		@Override
		public String caseNumber() {
			return this.execution.getProcessBusinessKey();
		}

		@Override
		public String element() {
			return Settings.plain(this.execution.getCurrentActivityId());
		}

		@Override
		public Map<String, String> settings() {
			return Settings.of(this.execution);
		}

		@Override
		public String attachedTo() {
			ActivityImpl activity = ((ExecutionEntity) this.execution).getActivity();
			for (PvmTransition incoming : activity.getIncomingTransitions()) {
				ActivityImpl source = (ActivityImpl) incoming.getSource();
				if (source.getEventScope() instanceof ActivityImpl host && host != source.getFlowScope()) {
					return Settings.plain(host.getId());
				}
			}
			return null;
		}

		@Override
		public Object fact(String name) {
			return this.execution.getVariable(name);
		}

		@Override
		public void set(String name, Object value) {
			Scalars.require(name, value);
			this.execution.getProcessInstance().setVariable(name, value);
		}
	}

}
