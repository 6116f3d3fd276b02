package org.gongjian.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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

	private volatile Map<String, Object> all;

	DiagramBeans(ObjectProvider<Step> steps, ObjectProvider<Assignees> assignees, ObjectProvider<DueDates> dueDates,
			Clock clock) {
		this.steps = steps;
		this.functions = Map.of("approvers", new Approvers(assignees), "approval", new Approval(), "workCalendar",
				new WorkCalendar(dueDates, clock));
	}

	/** Gives the configuration these beans and nothing else. */
	void install(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(
				new org.camunda.bpm.engine.impl.el.JuelExpressionManager(new LateBeans(this::names, this::find)));
	}

	/** The names of the registered steps. */
	Set<String> steps() {
		var names = new TreeSet<>(names());
		names.removeAll(this.functions.keySet());
		return names;
	}

	Set<String> names() {
		return beans().keySet();
	}

	Object find(String name) {
		return beans().get(name);
	}

	private Map<String, Object> beans() {
		Map<String, Object> known = this.all;
		if (known == null) {
			known = new LinkedHashMap<>(this.functions);
			for (Step step : this.steps) {
				Object before = known.put(step.name(), new StepDelegate(step));
				if (before != null) {
					throw new IllegalStateException("Two building blocks are called " + step.name());
				}
			}
			this.all = known;
		}
		return known;
	}

}
