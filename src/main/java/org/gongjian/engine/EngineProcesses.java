package org.gongjian.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineProcesses implements Processes {

	private final RuntimeService runtime;

	private final Definitions definitions;

	EngineProcesses(ProcessEngine engine, Definitions definitions) {
		this.runtime = engine.getRuntimeService();
		this.definitions = definitions;
	}

	@Override
	public Started start(String process, String caseNumber, Map<String, Object> facts) {
		return view(this.runtime.startProcessInstanceByKey(process, caseNumber, Scalars.plain(facts)));
	}

	@Override
	public Started startBy(String message, String caseNumber, Map<String, Object> facts) {
		return view(this.runtime.startProcessInstanceByMessage(message, caseNumber, Scalars.plain(facts)));
	}

	@Override
	public boolean deliver(String message, String caseNumber, Map<String, Object> facts) {
		var waiting = instance(caseNumber)
			.map((instance) -> this.runtime.createExecutionQuery()
				.messageEventSubscriptionName(message)
				.processInstanceId(instance.getId())
				.list())
			.orElse(List.of());
		waiting.forEach(
				(execution) -> this.runtime.messageEventReceived(message, execution.getId(), Scalars.plain(facts)));
		return !waiting.isEmpty();
	}

	@Override
	public boolean canBeWithdrawn(String caseNumber) {
		return !withdrawals(caseNumber).isEmpty();
	}

	@Override
	public void withdraw(String caseNumber) {
		withdrawals(caseNumber)
			.forEach((waiting) -> this.runtime.messageEventReceived(waiting.getEventName(), waiting.getExecutionId()));
	}

	private List<EventSubscription> withdrawals(String caseNumber) {
		return instance(caseNumber)
			.map((instance) -> this.runtime.createEventSubscriptionQuery()
				.processInstanceId(instance.getId())
				.eventType("message")
				.list()
				.stream()
				.filter((waiting) -> waiting.getEventName().endsWith("Withdrawn"))
				.toList())
			.orElse(List.of());
	}

	@Override
	public Map<String, Object> facts(String caseNumber) {
		return instance(caseNumber).map((instance) -> this.runtime.getVariables(instance.getId())).orElse(Map.of());
	}

	@Override
	public void setFacts(String caseNumber, Map<String, Object> facts) {
		instance(caseNumber).ifPresent((instance) -> this.runtime.setVariables(instance.getId(), Scalars.plain(facts)));
	}

	private Optional<ProcessInstance> instance(String caseNumber) {
		return Optional.ofNullable(this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNumber)
			.rootProcessInstances()
			.singleResult());
	}

	private Started view(ProcessInstance instance) {
		String definition = instance.getProcessDefinitionId();
		return new Started(instance.getId(), definition, this.definitions.get(definition).version());
	}

}
