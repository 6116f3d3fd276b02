package org.gongjian.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * The running instances of a case: its own, and those of the processes it has called.
 * They all carry the number of the case.
 */
@Component
class Instances {

	private final RuntimeService runtime;

	private final Models models;

	Instances(ProcessEngine engine) {
		this.runtime = engine.getRuntimeService();
		this.models = new Models(engine);
	}

	/** The instance the case itself runs on. */
	Optional<ProcessInstance> root(String caseNumber) {
		return Optional.ofNullable(this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNumber)
			.rootProcessInstances()
			.singleResult());
	}

	/** All of them, the case's own first. */
	List<ProcessInstance> all(String caseNumber) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNumber)
			.list()
			.stream()
			.sorted(Comparator.comparing((instance) -> !instance.getId().equals(instance.getRootProcessInstanceId())))
			.toList();
	}

	/**
	 * The one in whose diagram an element is drawn; the case's own if it is in none.
	 */
	ProcessInstance drawing(String caseNumber, String element) {
		List<ProcessInstance> all = all(caseNumber);
		return all.stream().filter((instance) -> draws(instance, element)).findFirst().orElseGet(() -> all.get(0));
	}

	/** The diagram an instance runs on. */
	BpmnModelInstance model(ProcessInstance instance) {
		return this.models.of(instance.getProcessDefinitionId());
	}

	private boolean draws(ProcessInstance instance, String element) {
		return model(instance).getModelElementById(element) != null;
	}

}
