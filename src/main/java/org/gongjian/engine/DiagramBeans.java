package org.gongjian.engine;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.gongjian.engine.guard.Guard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything a diagram can name: the three functions and the registered steps. Resolved
 * late, because steps use the engine themselves.
 */
@Component
class DiagramBeans {

	private final ObjectProvider<Step> steps;

	private final Map<String, Object> functions;

	private volatile Map<String, StepDelegate> registered;

	DiagramBeans(ObjectProvider<Step> steps, ObjectProvider<Assignees> assignees, ObjectProvider<TaskSignals> signals,
			ObjectProvider<DueDates> dueDates, ObjectProvider<Thresholds> thresholds, Clock clock) {
		this.steps = steps;
		this.functions = Map.of("approvers", new Approvers(assignees, signals), "approval", new Approval(),
				"workCalendar", new WorkCalendar(dueDates, clock), Guard.PARAMETERS,
				(Function<String, Object>) (name) -> thresholds.getObject().values().get(name));
	}

	/** Gives the configuration these beans and nothing else. */
	void install(ProcessEngineConfigurationImpl configuration) {
		Guard.install(configuration, this.functions, this::steps, (name) -> registered().get(name));
	}

	/** The names of the registered steps. */
	Set<String> steps() {
		return registered().keySet();
	}

	private Map<String, StepDelegate> registered() {
		Map<String, StepDelegate> known = this.registered;
		if (known == null) {
			known = new TreeMap<>();
			for (Step step : this.steps) {
				if (known.put(step.name(), new StepDelegate(step)) != null) {
					throw new IllegalStateException("Two building blocks are called " + step.name());
				}
			}
			this.registered = known;
		}
		return known;
	}

}
