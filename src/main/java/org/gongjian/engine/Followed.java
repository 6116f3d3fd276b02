package org.gongjian.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Says what the engine has done since a decision. */
@Component
public class Followed {

	/** What may have an effect that a return does not undo. */
	private static final Set<String> STEPS = Set.of("serviceTask", "sendTask", "businessRuleTask", "callActivity",
			"intermediateMessageThrowEvent", "messageEndEvent");

	private final RuntimeService runtime;

	private final HistoryService history;

	private final Instances instances;

	Followed(ProcessEngine engine, Instances instances) {
		this.runtime = engine.getRuntimeService();
		this.history = engine.getHistoryService();
		this.instances = instances;
	}

	/** Whether an opening of a node still runs. */
	public boolean isOpen(String caseNumber, String body) {
		return this.instances.all(caseNumber)
			.stream()
			.anyMatch((instance) -> contains(this.runtime.getActivityInstance(instance.getId()), body));
	}

	private static boolean contains(org.camunda.bpm.engine.runtime.ActivityInstance one, String id) {
		return one.getId().equals(id)
				|| Arrays.stream(one.getChildActivityInstances()).anyMatch((child) -> contains(child, id));
	}

	/** Whether a system block ran at or after a moment. */
	public boolean anyStep(String caseNumber, Instant since) {
		return this.instances.all(caseNumber).stream().anyMatch((instance) -> anyStepOf(instance, since));
	}

	private boolean anyStepOf(ProcessInstance instance, Instant since) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.startedAfter(Date.from(since.minusMillis(1)))
			.list()
			.stream()
			.anyMatch((one) -> STEPS.contains(one.getActivityType()));
	}

}
