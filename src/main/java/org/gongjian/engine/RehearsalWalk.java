package org.gongjian.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Reference;
import org.gongjian.engine.Rehearsal.Stop;
import org.gongjian.engine.Rehearsal.Tables;

/** One case on its way through one diagram, on paper. */
final class RehearsalWalk {

	private final BpmnModelInstance model;

	private final Graph graph;

	private final Map<String, Object> parameters;

	private final Map<String, Object> facts;

	private final Tables tables;

	private final Function<String, String> favourable;

	private final List<Stop> stops = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	private final Deque<Token> tokens = new ArrayDeque<>();

	RehearsalWalk(BpmnModelInstance model, Map<String, Object> parameters, Map<String, Object> facts, Tables tables,
			Function<String, String> favourable) {
		this.model = model;
		this.graph = new Graph(model);
		this.parameters = parameters;
		this.facts = new HashMap<>(facts);
		this.tables = tables;
		this.favourable = favourable;
	}

	private record Token(FlowNode at, boolean certain) {
	}

	Course walk() {
		this.model.getModelElementsByType(Process.class)
			.forEach((process) -> begin(process.getChildElementsByType(StartEvent.class), true));
		int waited = 0;
		while (!this.tokens.isEmpty()) {
			Token token = this.tokens.poll();
			// a join goes on only when nobody can come to it any more
			if (joins(token.at()) && waited < this.tokens.size()) {
				this.tokens.add(token);
				waited++;
				continue;
			}
			waited = 0;
			if (this.seen.add(token.at().getId())) {
				pass(token);
			}
		}
		return new Course(List.copyOf(this.stops), Map.copyOf(known()));
	}

	private Map<String, Object> known() {
		Map<String, Object> known = new HashMap<>(this.parameters);
		this.facts.forEach((name, value) -> {
			if (value != null) {
				known.put(name, value);
			}
		});
		return known;
	}

	/** A plain start; events that begin something beside the case are not played. */
	private void begin(java.util.Collection<StartEvent> starts, boolean certain) {
		starts.stream()
			.filter((start) -> start.getEventDefinitions().isEmpty())
			.forEach((start) -> this.tokens.add(new Token(start, certain)));
	}

	private boolean joins(FlowNode node) {
		return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
				&& this.graph.incoming(node.getId()).size() > 1;
	}

	private void pass(Token token) {
		FlowNode node = token.at();
		Map<String, String> settings = EngineDefinitions.settings(node);
		if (node instanceof SubProcess inner && !inner.triggeredByEvent()) {
			begin(inner.getChildElementsByType(StartEvent.class), token.certain());
		}
		this.facts.putAll(this.tables.at(node.getId(), reference(node), known()));
		String decision = null;
		boolean assumed = false;
		if (node instanceof UserTask) {
			String outcome = settings.getOrDefault("outcome", "outcome");
			Object before = this.facts.get(outcome);
			assumed = !settings.containsKey("outcome") || !(before instanceof String text) || text.equals("NONE");
			decision = assumed ? this.favourable.apply(node.getId()) : before.toString();
			this.facts.put(outcome, decision);
		}
		boolean plain = node instanceof ExclusiveGateway || node instanceof ParallelGateway
				|| node instanceof InclusiveGateway;
		if (!plain) {
			this.stops.add(new Stop(node.getId(), node.getElementType().getTypeName(), name(node), settings, due(node),
					decision, assumed, token.certain()));
		}
		leave(node, token.certain());
	}

	/** Until when a step is to be done, or how long the case waits at an event. */
	private static String due(FlowNode node) {
		if (node instanceof UserTask task) {
			return task.getCamundaDueDate();
		}
		return (node instanceof IntermediateCatchEvent event) ? event.getEventDefinitions()
			.stream()
			.filter(TimerEventDefinition.class::isInstance)
			.map((timer) -> timer.getTextContent().strip())
			.findFirst()
			.orElse(null) : null;
	}

	private static String name(FlowNode node) {
		return (node.getName() == null) ? "" : node.getName();
	}

	private static Optional<Reference> reference(FlowNode node) {
		return (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null)
				? Optional.of(new Reference(task.getCamundaDecisionRef(), task.getCamundaResultVariable()))
				: Optional.empty();
	}

	private void leave(FlowNode node, boolean certain) {
		SequenceFlow standard = standard(node);
		List<SequenceFlow> ways = this.graph.outgoing(node.getId());
		if (standard == null && ways.stream().allMatch((flow) -> flow.getConditionExpression() == null)) {
			boolean sure = certain && !(node instanceof EventBasedGateway);
			ways.forEach((flow) -> go(flow, sure));
			return;
		}
		choose(node instanceof ExclusiveGateway, standard, ways, certain);
	}

	private void choose(boolean one, SequenceFlow standard, List<SequenceFlow> ways, boolean certain) {
		boolean sure = certain;
		boolean gone = false;
		SequenceFlow perhaps = null;
		for (SequenceFlow flow : ways) {
			if (flow.equals(standard) || (one && gone)) {
				continue;
			}
			Boolean holds = (flow.getConditionExpression() == null) ? Boolean.TRUE
					: Conditions.holds(flow.getConditionExpression().getTextContent(), known());
			if (Boolean.TRUE.equals(holds)) {
				go(flow, sure);
				gone = true;
			}
			else if (holds == null) {
				sure = false;
				perhaps = (perhaps == null) ? flow : perhaps;
			}
		}
		if (!gone && (perhaps != null || standard != null)) {
			go((perhaps != null) ? perhaps : standard, sure);
		}
	}

	private static SequenceFlow standard(FlowNode node) {
		if (node instanceof ExclusiveGateway exclusive) {
			return exclusive.getDefault();
		}
		if (node instanceof InclusiveGateway inclusive) {
			return inclusive.getDefault();
		}
		return (node instanceof Activity activity) ? activity.getDefault() : null;
	}

	private void go(SequenceFlow flow, boolean certain) {
		this.tokens.add(new Token(flow.getTarget(), certain));
	}

}
