package org.gongjian.engine.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a process can go next. A sub-process is two points, its way in and its way out; a
 * boundary event is reached from what it sits on.
 */
final class FlowGraph {

	private static final String OUT = " out";

	private static final Set<String> TRIGGERED = Set.of("timerEventDefinition", "messageEventDefinition",
			"signalEventDefinition", "conditionalEventDefinition");

	private static final Set<String> THROWN = Set.of("errorEventDefinition", "escalationEventDefinition",
			"cancelEventDefinition");

	private final Map<String, Xml> nodes = new LinkedHashMap<>();

	private final Map<String, Set<String>> next = new HashMap<>();

	private final Xml process;

	FlowGraph(Xml process) {
		this.process = process;
		process.below().filter(FlowGraph::isNode).forEach(this::node);
		process.below().filter(FlowGraph::isNode).forEach(this::events);
		process.below()
			.filter((element) -> element.is(Names.BPMN, "sequenceFlow"))
			.forEach((flow) -> edge(out(flow.attribute("sourceRef")), flow.attribute("targetRef")));
		scope(process, "");
		process.below().filter(FlowGraph::isScope).forEach((scope) -> scope(scope, scope.id()));
	}

	static boolean isNode(Xml element) {
		return element.namespace.equals(Names.BPMN) && Vocabulary.FLOW_NODES.contains(element.name);
	}

	static boolean isScope(Xml element) {
		return element.is(Names.BPMN, "subProcess", "transaction");
	}

	static boolean has(Xml node, Set<String> definitions) {
		return node.children.stream()
			.anyMatch((child) -> child.namespace.equals(Names.BPMN) && definitions.contains(child.name));
	}

	Set<String> points() {
		return this.nodes.keySet();
	}

	Xml element(String point) {
		return this.nodes.get(point);
	}

	Set<String> next(String point) {
		return this.next.getOrDefault(point, Set.of());
	}

	/** Whether the process stops here until somebody or something outside moves it on. */
	boolean waits(String point) {
		Xml node = this.nodes.get(point);
		return switch (node.name) {
			case "userTask", "receiveTask" -> true;
			case "intermediateCatchEvent", "boundaryEvent" -> has(node, TRIGGERED);
			case "startEvent" -> node.parent != this.process && has(node, TRIGGERED);
			default -> false;
		};
	}

	/** The start events of the process itself. */
	List<String> starts() {
		return this.process.children(Names.BPMN, "startEvent").map(Xml::id).toList();
	}

	private void node(Xml node) {
		this.nodes.put(node.id(), node);
		if (isScope(node)) {
			this.nodes.put(node.id() + OUT, node);
		}
	}

	private String out(String id) {
		return this.nodes.containsKey(id + OUT) ? id + OUT : id;
	}

	private void edge(String from, String to) {
		if (this.nodes.containsKey(from) && this.nodes.containsKey(to)) {
			this.next.computeIfAbsent(from, (key) -> new LinkedHashSet<>()).add(to);
		}
	}

	private void events(Xml node) {
		if (node.name.equals("boundaryEvent")) {
			Xml host = this.nodes.get(String.valueOf(node.attribute("attachedToRef")));
			if (host != null && isScope(host) && has(node, THROWN)) {
				throwers(host).forEach((thrower) -> edge(thrower, node.id()));
			}
			else if (host != null) {
				edge(host.id(), node.id());
			}
		}
		if (node.name.equals("startEvent") && has(node, THROWN)) {
			throwers(node.parent.parent).forEach((thrower) -> edge(thrower, node.id()));
		}
		if (node.name.equals("intermediateThrowEvent") && has(node, Set.of("linkEventDefinition"))) {
			links(node);
		}
	}

	private static List<String> throwers(Xml scope) {
		return scope.below()
			.filter(FlowGraph::isNode)
			.filter((node) -> has(node, THROWN) ? !node.name.matches("boundaryEvent|startEvent")
					: node.name.matches("serviceTask|sendTask|businessRuleTask|callActivity"))
			.map(Xml::id)
			.toList();
	}

	private void links(Xml thrown) {
		thrown.parent.children(Names.BPMN, "intermediateCatchEvent")
			.filter((caught) -> link(caught).equals(link(thrown)))
			.forEach((caught) -> edge(thrown.id(), caught.id()));
	}

	private static String link(Xml event) {
		return event.children(Names.BPMN, "linkEventDefinition")
			.map((definition) -> String.valueOf(definition.attribute("name")))
			.findFirst()
			.orElse("");
	}

	/**
	 * Joins the way into a scope to its start events and its last nodes to the way out.
	 */
	private void scope(Xml scope, String id) {
		var ends = new ArrayList<String>();
		for (Xml child : scope.children) {
			boolean event = isScope(child) && "true".equals(child.attribute("triggeredByEvent"));
			if (isNode(child) && next(out(child.id())).isEmpty() && !event) {
				ends.add(out(child.id()));
			}
			if (event) {
				edge(child.id() + OUT, id + OUT);
			}
			if (child.is(Names.BPMN, "startEvent")) {
				edge(id, child.id());
			}
		}
		ends.forEach((end) -> edge(end, id + OUT));
		if (!id.isEmpty() && scope.children(Names.BPMN, "multiInstanceLoopCharacteristics").findAny().isPresent()) {
			edge(id, id + OUT);
		}
	}

}
