package org.gongjian.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Known;
import org.gongjian.engine.Rehearsal.Reference;
import org.gongjian.engine.Rehearsal.Stay;
import org.gongjian.engine.Rehearsal.Stop;
import org.gongjian.engine.Rehearsal.Tables;

/** One case on its way through one diagram, on paper. */
final class RehearsalWalk {

	/** How a step ended that sent the case back. */
	private static final String RETURN = "RETURN";

	private final BpmnModelInstance model;

	private final Graph graph;

	private final RehearsedFlows flows;

	private final Map<String, Object> parameters;

	private final Map<String, Object> facts;

	private final Tables tables;

	private final Function<String, String> favourable;

	private final List<Stop> stops = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	private final Deque<Token> tokens = new ArrayDeque<>();

	private final RehearsedTimers timers;

	private final Map<String, Deque<Stay>> stays = new HashMap<>();

	private final List<Stay> unreturned = new ArrayList<>();

	RehearsalWalk(Rehearsal.Plan plan, Map<String, Object> parameters, Known known, Tables tables,
			Function<String, String> favourable, RehearsedTimers timers) {
		this.model = plan.model();
		this.graph = plan.graph();
		this.flows = new RehearsedFlows(this.graph);
		this.parameters = parameters;
		this.facts = new HashMap<>(known.facts());
		this.tables = tables;
		this.favourable = favourable;
		this.timers = timers;
		known.stays()
			.forEach((stay) -> this.stays.computeIfAbsent(stay.step(), (step) -> new ArrayDeque<>()).add(stay));
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
		return new Course(List.copyOf(this.stops), Map.copyOf(known()), List.copyOf(this.unreturned));
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
	private void begin(Collection<StartEvent> starts, boolean certain) {
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
		if (node instanceof UserTask task) {
			ask(task, settings, token.certain());
			return;
		}
		boolean plain = node instanceof ExclusiveGateway || node instanceof ParallelGateway
				|| node instanceof InclusiveGateway;
		if (!plain) {
			stop(node, settings, null, false, token.certain());
		}
		leave(node, token.certain());
	}

	private void stop(FlowNode node, Map<String, String> settings, String decision, boolean assumed, boolean certain) {
		this.stops.add(new Stop(node.getId(), node.getElementType().getTypeName(), name(node), settings, due(node),
				decision, assumed, certain));
	}

	/** A step ends in its decision, unless time runs out or it was sent back. */
	private void ask(UserTask task, Map<String, String> settings, boolean certain) {
		Stay stay = this.stays.getOrDefault(task.getId(), new ArrayDeque<>()).poll();
		List<BoundaryEvent> fired = (stay == null) ? List.of() : this.timers.fired(task, stay, known());
		boolean takenAway = fired.stream().anyMatch(BoundaryEvent::cancelActivity);
		boolean back = !takenAway && stay != null && stay.returnedTo() != null && mayReturn(stay, settings);
		if (takenAway || back) {
			stop(task, settings, back ? RETURN : null, false, certain);
		}
		else {
			decide(task, settings, certain);
		}
		fired.forEach((event) -> {
			stop(event, Map.of(), null, false, certain);
			leave(event, certain);
		});
		if (back) {
			goBack(stay.returnedTo(), certain);
		}
	}

	private void decide(UserTask task, Map<String, String> settings, boolean certain) {
		String outcome = settings.getOrDefault("outcome", "outcome");
		Object before = this.facts.get(outcome);
		boolean assumed = !settings.containsKey("outcome") || !(before instanceof String text) || text.equals("NONE");
		String decision = assumed ? this.favourable.apply(task.getId()) : before.toString();
		this.facts.put(outcome, decision);
		stop(task, settings, decision, assumed, certain);
		leave(task, certain);
	}

	/** A step lets go back to what was passed, if it names any way back at all. */
	private boolean mayReturn(Stay stay, Map<String, String> settings) {
		boolean may = !settings.getOrDefault("returnTo", "").isBlank() && this.seen.contains(stay.returnedTo());
		if (!may) {
			this.unreturned.add(stay);
		}
		return may;
	}

	/** Everything downstream of the step is passed again. */
	private void goBack(String step, boolean certain) {
		Set<String> again = new HashSet<>(this.graph.reachable(step));
		this.model.getModelElementsByType(FlowNode.class)
			.stream()
			.filter((node) -> this.graph.path(node.getId()).stream().anyMatch(again::contains))
			.map(FlowNode::getId)
			.toList()
			.forEach(again::add);
		this.seen.removeAll(again);
		this.tokens.removeIf((token) -> again.contains(token.at().getId()));
		this.tokens.add(new Token(this.graph.node(step), certain));
	}

	/** Until when a step is to be done, or how long the case waits at an event. */
	private static String due(FlowNode node) {
		if (node instanceof UserTask task) {
			return task.getCamundaDueDate();
		}
		if (node instanceof BoundaryEvent event) {
			return RehearsedTimers.text(event);
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
		this.flows.from(node, known(), certain)
			.forEach((way) -> this.tokens.add(new Token(way.flow().getTarget(), way.certain())));
	}

}
