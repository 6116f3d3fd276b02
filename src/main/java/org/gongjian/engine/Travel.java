package org.gongjian.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/**
 * Tells from the engine's history which elements and flows of its diagram a case has
 * passed.
 */
@Component
public class Travel {

	private final HistoryService history;

	private final Models models;

	Travel(ProcessEngine engine) {
		this.history = engine.getHistoryService();
		this.models = new Models(engine);
	}

	/** The way of an instance so far. */
	public Way of(String instance, String definition) {
		List<HistoricActivityInstance> activities = this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance)
			.orderPartiallyByOccurrence()
			.asc()
			.list();
		Set<String> passed = new LinkedHashSet<>();
		Set<String> current = new LinkedHashSet<>();
		for (HistoricActivityInstance activity : activities) {
			String id = Settings.plain(activity.getActivityId());
			if (activity.getEndTime() == null) {
				current.add(id);
			}
			else if (!activity.isCanceled()) {
				passed.add(id);
			}
		}
		Set<String> flows = new LinkedHashSet<>();
		for (SequenceFlow flow : this.models.of(definition).getModelElementsByType(SequenceFlow.class)) {
			String to = flow.getTarget().getId();
			if (passed.contains(flow.getSource().getId()) && (passed.contains(to) || current.contains(to))) {
				flows.add(flow.getId());
			}
		}
		return new Way(flows, passed, current);
	}

	/**
	 * A way through a diagram.
	 *
	 * @param flows the sequence flows whose both ends were reached
	 * @param passed the elements done
	 * @param current the elements where it waits
	 */
	public record Way(Set<String> flows, Set<String> passed, Set<String> current) {
	}

}
