package org.gongjian.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * Tells from the engine's history which elements and flows of its diagram a case has
 * passed. Where it was sent back, what followed there is still to come and not passed.
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
		BpmnModelInstance model = this.models.of(definition);
		Visits visits = new Visits(model);
		Set<String> current = new LinkedHashSet<>();
		for (HistoricActivityInstance activity : begun(instance)) {
			visits.add(activity);
			if (activity.getEndTime() == null) {
				current.add(Settings.plain(activity.getActivityId()));
			}
		}
		Set<String> passed = visits.passed;
		Set<String> flows = new LinkedHashSet<>();
		for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
			String to = flow.getTarget().getId();
			if (passed.contains(flow.getSource().getId()) && (passed.contains(to) || current.contains(to))) {
				flows.add(flow.getId());
			}
		}
		return new Way(flows, passed, current);
	}

	/**
	 * By time; within a moment as the engine tells what one token did before what, which
	 * says nothing of two tokens.
	 */
	private List<HistoricActivityInstance> begun(String instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance)
			.orderPartiallyByOccurrence()
			.asc()
			.list()
			.stream()
			.sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
			.toList();
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

	/** What was passed, in the order of history. */
	private static final class Visits {

		private final BpmnModelInstance model;

		/**
		 * When each element was last begun, as a place in history, and in which scope.
		 */
		private final Map<String, Visit> last = new HashMap<>();

		private final Set<String> passed = new LinkedHashSet<>();

		private int place;

		Visits(BpmnModelInstance model) {
			this.model = model;
		}

		void add(HistoricActivityInstance activity) {
			String id = Settings.plain(activity.getActivityId());
			Visit visit = new Visit(this.place++, activity.getParentActivityInstanceId());
			Visit before = this.last.put(id, visit);
			if (before != null && Objects.equals(before.scope(), visit.scope())) {
				forget(id, before.place(), new LinkedHashSet<>(Set.of(id)));
			}
			if (activity.getEndTime() != null && !activity.isCanceled()) {
				this.passed.add(id);
			}
		}

		/**
		 * Follows the way again that was gone from an element since a place in history.
		 */
		private void forget(String id, int since, Set<String> seen) {
			this.passed.remove(id);
			ModelElementInstance element = this.model.getModelElementById(id);
			inside(element);
			if (element instanceof FlowNode node) {
				for (SequenceFlow flow : node.getOutgoing()) {
					String next = flow.getTarget().getId();
					Visit visit = this.last.get(next);
					if (visit != null && visit.place() > since && seen.add(next)) {
						forget(next, since, seen);
					}
				}
			}
		}

		private void inside(ModelElementInstance element) {
			this.passed.removeIf((id) -> {
				ModelElementInstance parent = this.model.getModelElementById(id);
				while (parent != null && !parent.equals(element)) {
					parent = parent.getParentElement();
				}
				return parent != null;
			});
		}

	}

	/**
	 * That an element was begun.
	 *
	 * @param place in history
	 * @param scope the activity instance around it
	 */
	private record Visit(int place, String scope) {
	}

}
