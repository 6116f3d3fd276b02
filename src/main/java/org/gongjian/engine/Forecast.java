package org.gongjian.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Predicts the rest of a case's way: every step ahead is taken to be decided favourably,
 * and conditions are read with what is known so far. After a condition that cannot be
 * read yet the prediction is no longer certain.
 */
@Component
public class Forecast {

	private final Models models;

	private final ObjectProvider<Thresholds> thresholds;

	Forecast(ProcessEngine engine, ObjectProvider<Thresholds> thresholds) {
		this.models = new Models(engine);
		this.thresholds = thresholds;
	}

	/**
	 * The steps to come, in the order they will open, the current ones left out.
	 * @param current the steps that are open now
	 * @param facts the process variables
	 * @param favourable the decision each step is taken to end with
	 */
	public List<Ahead> of(String definition, Set<String> current, Map<String, Object> facts,
			Function<String, String> favourable) {
		BpmnModelInstance model = this.models.of(definition);
		Map<String, Object> known = new HashMap<>();
		if (asksThresholds(model)) {
			known.putAll(this.thresholds.getObject().values());
		}
		known.putAll(facts);
		return new Walk(model, known, favourable).from(current);
	}

	private static boolean asksThresholds(BpmnModelInstance model) {
		return model.getModelElementsByType(ConditionExpression.class)
			.stream()
			.anyMatch((condition) -> condition.getTextContent().contains(Thresholds.PREFIX));
	}

	/**
	 * A step to come.
	 *
	 * @param step the element id
	 * @param who the node's setting of who is asked
	 * @param due the node's due expression, or {@code null}
	 * @param certain whether no unread condition lies before it
	 */
	public record Ahead(String step, String who, String due, boolean certain) {
	}

	private static final class Walk {

		private final BpmnModelInstance model;

		private final Graph graph;

		private final Map<String, Object> facts;

		private final Function<String, String> favourable;

		private final List<Ahead> ahead = new ArrayList<>();

		private final Set<String> seen = new HashSet<>();

		Walk(BpmnModelInstance model, Map<String, Object> facts, Function<String, String> favourable) {
			this.model = model;
			this.graph = new Graph(model);
			this.facts = new HashMap<>(facts);
			this.favourable = favourable;
		}

		List<Ahead> from(Set<String> current) {
			for (String step : current) {
				if (this.model.getModelElementById(step) instanceof FlowNode node) {
					if (node.getParentElement() instanceof SubProcess outer) {
						run(outer);
					}
					assume(node);
				}
			}
			this.seen.addAll(current);
			for (String step : current) {
				if (this.model.getModelElementById(step) instanceof FlowNode node) {
					leave(node, true);
				}
			}
			return inOrder();
		}

		/**
		 * What leads to other steps stands before them, else they stand as they were met.
		 */
		private List<Ahead> inOrder() {
			List<Ahead> rest = new ArrayList<>(this.ahead);
			List<Ahead> sorted = new ArrayList<>();
			while (!rest.isEmpty()) {
				Ahead next = rest.stream()
					.filter((one) -> rest.stream().noneMatch((other) -> this.graph.leads(other.step(), one.step())))
					.findFirst()
					.orElse(rest.get(0));
				rest.remove(next);
				sorted.add(next);
			}
			return sorted;
		}

		private void enter(FlowNode node, boolean certain) {
			if (!this.seen.add(node.getId())) {
				return;
			}
			if (node instanceof SubProcess inner) {
				run(inner);
				inner.getChildElementsByType(StartEvent.class).forEach((start) -> leave(start, certain));
				return;
			}
			if (node instanceof UserTask task) {
				Map<String, String> settings = EngineDefinitions.settings(node);
				this.ahead.add(new Ahead(node.getId(), settings.get("who"), task.getCamundaDueDate(), certain));
				assume(node);
			}
			leave(node, certain);
		}

		/** A sub-process that runs for each of several values is taken to run for all. */
		private void run(SubProcess inner) {
			String who = EngineDefinitions.settings(inner).getOrDefault("who", "");
			if (inner.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
					&& who.startsWith("each:") && loop.getCamundaElementVariable() != null) {
				this.facts.put(loop.getCamundaElementVariable(), this.facts.get(who.substring("each:".length())));
			}
		}

		private void assume(FlowNode node) {
			Map<String, String> settings = EngineDefinitions.settings(node);
			this.facts.put(settings.getOrDefault("outcome", "outcome"), this.favourable.apply(node.getId()));
		}

		private void leave(FlowNode node, boolean certain) {
			if (node instanceof EndEvent end && end.getEventDefinitions().isEmpty()
					&& end.getParentElement() instanceof SubProcess outer && !outer.triggeredByEvent()) {
				leave(outer, certain);
			}
			if (!(node instanceof ExclusiveGateway) && !(node instanceof InclusiveGateway)) {
				this.graph.outgoing(node.getId()).forEach((flow) -> enter(flow.getTarget(), certain));
				return;
			}
			SequenceFlow standard = (node instanceof ExclusiveGateway exclusive) ? exclusive.getDefault()
					: ((InclusiveGateway) node).getDefault();
			var sure = new ArrayList<SequenceFlow>();
			var perhaps = new ArrayList<SequenceFlow>();
			for (SequenceFlow flow : this.graph.outgoing(node.getId())) {
				Boolean holds = (flow.getConditionExpression() == null) ? Boolean.valueOf(!flow.equals(standard))
						: Conditions.holds(flow.getConditionExpression().getTextContent(), this.facts);
				if (holds == null) {
					perhaps.add(flow);
				}
				else if (holds) {
					sure.add(flow);
				}
			}
			take(node, standard, sure, perhaps, certain);
		}

		/**
		 * What is not known yet is taken to turn out well: the ways drawn come before the
		 * default.
		 */
		private void take(FlowNode node, SequenceFlow standard, List<SequenceFlow> sure, List<SequenceFlow> perhaps,
				boolean certain) {
			if (node instanceof ExclusiveGateway) {
				Stream.concat(sure.stream(), perhaps.stream())
					.limit(1)
					.forEach((flow) -> enter(flow.getTarget(), certain && perhaps.isEmpty()));
			}
			else {
				this.graph.outgoing(node.getId())
					.stream()
					.filter((flow) -> sure.contains(flow) || perhaps.contains(flow))
					.forEach((flow) -> enter(flow.getTarget(), certain && sure.contains(flow)));
			}
			if (sure.isEmpty() && perhaps.isEmpty() && standard != null) {
				enter(standard.getTarget(), certain);
			}
		}

	}

}
