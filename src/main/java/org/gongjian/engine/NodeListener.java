package org.gongjian.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Makes a drawn user task an approval node: keeps its settings, tells the inbox of its
 * tasks and gives it a reminder and an escalation; tells the case file when an instance
 * ends.
 */
@Component
class NodeListener extends AbstractBpmnParseListener {

	private final TaskWatch tasks;

	private final EndWatch ends;

	private final NodeTimers timers;

	NodeListener(TaskWatch tasks, EndWatch ends, NodeTimers timers) {
		this.tasks = tasks;
		this.ends = ends;
		this.timers = timers;
	}

	@Override
	public void parseProcess(Element process, ProcessDefinitionEntity definition) {
		definition.addListener(ExecutionListener.EVENTNAME_END, this.ends);
	}

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
		TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this.tasks);
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this.tasks);
		task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this.tasks);
		if (task.getDueDateExpression() != null) {
			this.timers.add(activity, task, TaskSignals.Timer.REMIND, "P-1WD");
			this.timers.add(activity, task, TaskSignals.Timer.ESCALATE, "P1WD");
		}
	}

	@Override
	public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
	}

	@Override
	public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
	}

	@Override
	public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
	}

	@Override
	public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
	}

	@Override
	public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
		activity.addListener(ExecutionListener.EVENTNAME_START, this.ends);
	}

	/** What a case calls carries the number of the case. */
	@Override
	public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
		keep(element, activity);
		((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement()
			.setBusinessKeyValueProvider(new CallersKey());
	}

	private static void keep(Element element, ActivityImpl activity) {
		Settings.keep(activity, Settings.read(element));
	}

	/** The business key of whoever calls. */
	private static final class CallersKey implements ParameterValueProvider {

		@Override
		public Object getValue(VariableScope scope) {
			return ((DelegateExecution) scope).getProcessBusinessKey();
		}

		@Override
		public boolean isDynamic() {
			return true;
		}

	}

}
