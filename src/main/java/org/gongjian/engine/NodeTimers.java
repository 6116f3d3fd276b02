package org.gongjian.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adds the engine's own task timers to a node: one job per member, so a return renews
 * them.
 */
@Component
class NodeTimers {

	private final ObjectProvider<TaskSignals> signals;

	private final ObjectProvider<DueDates> dueDates;

	private final Clock clock;

	NodeTimers(ObjectProvider<TaskSignals> signals, ObjectProvider<DueDates> dueDates, Clock clock) {
		this.signals = signals;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	void add(ActivityImpl activity, TaskDefinition task, TaskSignals.Timer kind, String offset) {
		String id = kind.name().toLowerCase(java.util.Locale.ROOT);
		TaskListener listener = (delegate) -> this.signals
			.ifAvailable((hearer) -> hearer.timer(delegate.getId(), kind));
		task.addTimeoutTaskListener(id, listener);
		activity.setScope(true);
		activity.setEventScope(activity);
		var declaration = new TimerDeclarationImpl(new Offset(task.getDueDateExpression(), offset),
				TimerDeclarationType.DATE, TimerTaskListenerJobHandler.TYPE);
		declaration.setActivity(activity);
		declaration
			.setRawJobHandlerConfiguration(activity.getId() + TimerEventJobHandler.JOB_HANDLER_CONFIG_PROPERTY_DELIMITER
					+ TimerEventJobHandler.JOB_HANDLER_CONFIG_TASK_LISTENER_PREFIX + id);
		Map<String, Map<String, TimerDeclarationImpl>> all = activity.getProperties()
			.get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS);
		if (all != null && all.containsKey(activity.getId())) {
			all.get(activity.getId()).put(id, declaration);
			return;
		}
		var mine = new HashMap<String, TimerDeclarationImpl>();
		mine.put(id, declaration);
		activity.getProperties().putMapEntry(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, activity.getId(), mine);
	}

	/** A moment counted from when the node is due; never in the past of the node. */
	private final class Offset implements Expression {

		private final org.camunda.bpm.engine.delegate.Expression due;

		private final String duration;

		private Offset(org.camunda.bpm.engine.delegate.Expression due, String duration) {
			this.due = due;
			this.duration = duration;
		}

		@Override
		public Object getValue(VariableScope scope) {
			return moment(this.due.getValue(scope));
		}

		@Override
		public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
			return moment(this.due.getValue(scope));
		}

		private Object moment(Object due) {
			Instant dueAt = ((Date) due).toInstant();
			Instant moment = NodeTimers.this.dueDates.getObject().after(dueAt, this.duration);
			return Date.from(moment.isAfter(NodeTimers.this.clock.instant()) ? moment : dueAt);
		}

		@Override
		public void setValue(Object value, VariableScope scope) {
			throw new UnsupportedOperationException(getExpressionText());
		}

		@Override
		public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
			throw new UnsupportedOperationException(getExpressionText());
		}

		@Override
		public String getExpressionText() {
			return this.due.getExpressionText() + " " + this.duration;
		}

		@Override
		public boolean isLiteralText() {
			return false;
		}

	}

}
