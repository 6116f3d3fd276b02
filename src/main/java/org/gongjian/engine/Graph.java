package org.gongjian.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Where tokens can go in a diagram. Boundary events count as ways out of what they sit
 * on.
 */
class Graph {

	private final BpmnModelInstance model;

	private final Map<String, List<SequenceFlow>> out = new HashMap<>();

	private final Map<String, List<SequenceFlow>> in = new HashMap<>();

	private final Map<String, List<SequenceFlow>> beside = new HashMap<>();

	private final Set<SequenceFlow> back = new HashSet<>();

	private final Map<String, Set<String>> reach = new HashMap<>();

	Graph(BpmnModelInstance model) {
		this.model = model;
		for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
			this.out.computeIfAbsent(flow.getSource().getId(), (id) -> new ArrayList<>()).add(flow);
			this.in.computeIfAbsent(flow.getTarget().getId(), (id) -> new ArrayList<>()).add(flow);
		}
		model.getModelElementsByType(BoundaryEvent.class)
			.forEach((event) -> this.beside.computeIfAbsent(event.getAttachedTo().getId(), (id) -> new ArrayList<>())
				.addAll(outgoing(event.getId())));
		model.getModelElementsByType(StartEvent.class)
			.forEach((start) -> findLoops(start, new HashSet<>(), new HashSet<>()));
	}

	/** The flows that leave an element; what its own list of them says does not count. */
	List<SequenceFlow> outgoing(String id) {
		return this.out.getOrDefault(id, List.of());
	}

	List<SequenceFlow> incoming(String id) {
		return this.in.getOrDefault(id, List.of());
	}

	FlowNode node(String id) {
		return (this.model.getModelElementById(id) instanceof FlowNode node) ? node : null;
	}

	/** The ids of everything tokens can come to, in sub-processes too. */
	Stream<String> nodes() {
		return this.model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId);
	}

	/** The sub-processes around an element, outermost first, and then itself. */
	List<String> path(String id) {
		var path = new ArrayList<String>(List.of(id));
		ModelElementInstance outer = node(id).getParentElement();
		while (outer instanceof SubProcess part) {
			path.add(0, part.getId());
			outer = part.getParentElement();
		}
		return path;
	}

	/** Whether an element runs once for each of several. */
	boolean many(String id) {
		return node(id) instanceof Activity activity && activity.getLoopCharacteristics() != null;
	}

	/** Whether an element is a sub-process that an event starts. */
	boolean byEvent(String id) {
		return node(id) instanceof SubProcess part && part.triggeredByEvent();
	}

	/** Everything that lies ahead of an element, itself included, loops not followed. */
	Set<String> ahead(String id) {
		return walk(id, (flow) -> !this.back.contains(flow));
	}

	/** Everything that can be reached from an element, itself included. */
	Set<String> reachable(String id) {
		return walk(id, (flow) -> true);
	}

	private Set<String> walk(String id, Predicate<SequenceFlow> follow) {
		var seen = new LinkedHashSet<String>();
		var todo = new ArrayDeque<FlowNode>(List.of(node(id)));
		while (!todo.isEmpty()) {
			FlowNode node = todo.poll();
			if (seen.add(node.getId())) {
				ways(node).stream().filter(follow).forEach((flow) -> todo.add(flow.getTarget()));
			}
		}
		return seen;
	}

	/**
	 * Whether another element lies ahead of one, in sub-processes too, loops not
	 * followed.
	 */
	boolean leads(String from, String to) {
		List<String> start = path(from);
		List<String> end = path(to);
		int level = 0;
		while (level < Math.min(start.size(), end.size()) - 1 && start.get(level).equals(end.get(level))) {
			level++;
		}
		return !start.get(level).equals(end.get(level))
				&& this.reach.computeIfAbsent(start.get(level), this::ahead).contains(end.get(level));
	}

	/** The parallel joins ahead of an element. */
	List<FlowNode> joins(Set<String> ahead) {
		return ahead.stream()
			.map(this::node)
			.filter((node) -> node instanceof ParallelGateway && incoming(node.getId()).size() > 1)
			.toList();
	}

	/** Whether a token at an element may still come to a flow. */
	boolean leadsTo(String id, SequenceFlow flow) {
		return ahead(id).contains(flow.getSource().getId());
	}

	boolean isLoop(SequenceFlow flow) {
		return this.back.contains(flow);
	}

	private Collection<SequenceFlow> ways(FlowNode node) {
		var ways = new LinkedHashSet<>(outgoing(node.getId()));
		ways.addAll(this.beside.getOrDefault(node.getId(), List.of()));
		return ways;
	}

	private void findLoops(FlowNode node, Set<String> path, Set<String> done) {
		path.add(node.getId());
		for (SequenceFlow flow : ways(node)) {
			String next = flow.getTarget().getId();
			if (path.contains(next)) {
				this.back.add(flow);
			}
			else if (!done.contains(next)) {
				findLoops(flow.getTarget(), path, done);
			}
		}
		path.remove(node.getId());
		done.add(node.getId());
	}

}
