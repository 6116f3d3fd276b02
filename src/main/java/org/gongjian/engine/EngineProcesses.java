package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.gongjian.shared.ReadOnce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineProcesses implements Processes {

	private final RuntimeService runtime;

	private final Instances instances;

	private final Definitions definitions;

	private final FactTable written;

	private final Withdrawals withdrawals;

	EngineProcesses(ProcessEngine engine, Instances instances, Definitions definitions, FactTable written,
			Withdrawals withdrawals) {
		this.withdrawals = withdrawals;
		this.written = written;
		this.runtime = engine.getRuntimeService();
		this.instances = instances;
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
		var waiting = this.instances.all(caseNumber)
			.stream()
			.flatMap((instance) -> this.runtime.createExecutionQuery()
				.messageEventSubscriptionName(message)
				.processInstanceId(instance.getId())
				.list()
				.stream())
			.toList();
		waiting.forEach(
				(execution) -> this.runtime.messageEventReceived(message, execution.getId(), Scalars.plain(facts)));
		return !waiting.isEmpty();
	}

	@Override
	public boolean canBeWithdrawn(String caseNumber) {
		return this.withdrawals.possible(caseNumber);
	}

	@Override
	public void withdraw(String caseNumber) {
		this.withdrawals.carryOut(caseNumber);
	}

	@Override
	public Map<String, Object> facts(String caseNumber) {
		return (Context.getCommandContext() == null)
				? ReadOnce.of(EngineProcesses.class, caseNumber, () -> this.written.of(caseNumber)) : held(caseNumber);
	}

	/**
	 * What the engine holds, and may not have written yet, in the middle of a command.
	 */
	private Map<String, Object> held(String caseNumber) {
		var facts = new HashMap<String, Object>();
		var all = new ArrayList<>(this.instances.all(caseNumber));
		Collections.reverse(all);
		for (ProcessInstance instance : all) {
			facts.putAll(this.runtime.getVariables(instance.getId()));
		}
		return facts;
	}

	@Override
	public void setFacts(String caseNumber, Map<String, Object> facts) {
		if (facts.isEmpty()) {
			return;
		}
		for (ProcessInstance instance : this.instances.all(caseNumber)) {
			this.runtime.setVariables(instance.getId(), Scalars.plain(facts));
		}
	}

	private Started view(ProcessInstance instance) {
		String definition = instance.getProcessDefinitionId();
		return new Started(instance.getId(), definition, this.definitions.get(definition).version());
	}

}
