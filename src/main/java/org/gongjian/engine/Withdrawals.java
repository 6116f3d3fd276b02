package org.gongjian.engine;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;

/**
 * How an initiator takes a case back. Where the diagram draws it, by its message; where
 * it draws none, the instance ends at once, as long as no service task has done anything
 * that would be left behind.
 */
@Component
class Withdrawals {

	/** The reason the engine notes; the case file hears it as a status. */
	static final String WITHDRAWN = "withdrawn";

	private static final String MESSAGE = "Withdrawn";

	private final RuntimeService runtime;

	private final HistoryService history;

	private final Models models;

	private final Instances instances;

	Withdrawals(ProcessEngine engine, Instances instances) {
		this.runtime = engine.getRuntimeService();
		this.history = engine.getHistoryService();
		this.models = new Models(engine);
		this.instances = instances;
	}

	boolean possible(String caseNumber) {
		Optional<ProcessInstance> root = this.instances.root(caseNumber);
		return root.isPresent() && (isDrawn(root.get()) ? !waiting(root.get()).isEmpty() : isUntouched(root.get()));
	}

	void carryOut(String caseNumber) {
		ProcessInstance root = this.instances.root(caseNumber).orElseThrow();
		if (root.isSuspended()) {
			throw new Overtaken("approval.suspended");
		}
		if (isDrawn(root)) {
			waiting(root)
				.forEach((event) -> this.runtime.messageEventReceived(event.getEventName(), event.getExecutionId()));
		}
		else {
			this.runtime.deleteProcessInstance(root.getId(), WITHDRAWN, false, true, true, false);
		}
	}

	private boolean isDrawn(ProcessInstance instance) {
		return this.models.of(instance.getProcessDefinitionId())
			.getModelElementsByType(Message.class)
			.stream()
			.anyMatch((message) -> isWithdrawal(message.getName()));
	}

	private boolean isUntouched(ProcessInstance instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.activityType("serviceTask")
			.finished()
			.count() == 0;
	}

	private List<EventSubscription> waiting(ProcessInstance instance) {
		return this.runtime.createEventSubscriptionQuery()
			.processInstanceId(instance.getId())
			.eventType("message")
			.list()
			.stream()
			.filter((waiting) -> isWithdrawal(waiting.getEventName()))
			.toList();
	}

	private static boolean isWithdrawal(String message) {
		return message != null && message.endsWith(MESSAGE);
	}

}
