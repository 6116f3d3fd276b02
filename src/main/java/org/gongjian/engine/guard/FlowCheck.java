package org.gongjian.engine.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Layer 2: loops wait for somebody, gateways know where to go, nobody is passed by
 * unseen.
 */
final class FlowCheck {

	private static final double MOST_TOKENS = 256;

	private final Findings findings;

	FlowCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		root.children(Names.BPMN, "process").forEach((process) -> {
			var graph = new FlowGraph(process);
			if (loops(graph, "true".equals(process.attribute("isExecutable")))) {
				tokens(graph);
			}
			bypass(graph);
			var flows = process.below().filter((element) -> element.is(Names.BPMN, "sequenceFlow")).toList();
			var outgoing = flows.stream().collect(Collectors.groupingBy((flow) -> end(flow, "sourceRef")));
			var incoming = flows.stream().collect(Collectors.groupingBy((flow) -> end(flow, "targetRef")));
			process.below()
				.filter(FlowGraph::isNode)
				.forEach((node) -> node(node, incoming.getOrDefault(node.id(), List.of()),
						outgoing.getOrDefault(node.id(), List.of())));
		});
	}

	/**
	 * Takes away every point that leads nowhere or comes from nowhere; what stays goes
	 * round and round.
	 */
	private boolean loops(FlowGraph graph, boolean runs) {
		var left = new LinkedHashSet<>(graph.points());
		left.removeIf(graph::waits);
		boolean changed = true;
		while (changed) {
			var targets = new HashSet<String>();
			left.forEach((point) -> targets.addAll(graph.next(point)));
			changed = left
				.removeIf((point) -> !targets.contains(point) || graph.next(point).stream().noneMatch(left::contains));
		}
		left.stream()
			.limit(20)
			.map(graph::element)
			.distinct()
			.forEach((node) -> this.findings.add(Rule.LOOP, runs, node, ""));
		return left.isEmpty();
	}

	/** How many tokens can stand at a point at once when forks are never joined. */
	private void tokens(FlowGraph graph) {
		Map<String, Integer> open = new HashMap<>();
		Map<String, Double> count = new HashMap<>();
		graph.points().forEach((from) -> flows(graph, from).forEach((to) -> open.merge(to, 1, Integer::sum)));
		var ready = new ArrayDeque<String>();
		graph.points().stream().filter((point) -> !open.containsKey(point)).forEach((point) -> {
			ready.add(point);
			count.put(point, 1.0);
		});
		while (!ready.isEmpty()) {
			String point = ready.remove();
			Xml node = graph.element(point);
			double here = node.name.matches("parallelGateway|inclusiveGateway") ? 1 : count.get(point);
			if (here > MOST_TOKENS) {
				this.findings.add(Rule.FORK, node, "");
				return;
			}
			Set<String> next = flows(graph, point);
			boolean either = node.name.matches("exclusiveGateway|eventBasedGateway");
			for (String to : next) {
				count.merge(to, either ? here / next.size() : here, Double::sum);
				if (open.merge(to, -1, Integer::sum) == 0) {
					ready.add(to);
				}
			}
		}
	}

	private static Set<String> flows(FlowGraph graph, String from) {
		var next = new LinkedHashSet<>(graph.next(from));
		next.removeIf((to) -> graph.waits(from) || graph.element(to).name.equals("boundaryEvent"));
		return next;
	}

	private void bypass(FlowGraph graph) {
		var seen = new LinkedHashSet<String>();
		var open = new ArrayDeque<>(graph.starts());
		while (!open.isEmpty()) {
			String point = open.remove();
			Xml node = graph.element(point);
			if (node == null || node.name.matches("userTask|callActivity|boundaryEvent") || !seen.add(point)) {
				continue;
			}
			if (node.name.equals("endEvent") && node.parent.name.equals("process")) {
				this.findings.add(Rule.BYPASS, node, "");
			}
			open.addAll(graph.next(point));
		}
	}

	private void node(Xml node, List<Xml> incoming, List<Xml> outgoing) {
		boolean elsewhere = node.name.matches("startEvent|boundaryEvent")
				|| "true".equals(node.attribute("triggeredByEvent"))
				|| "true".equals(node.attribute("isForCompensation"))
				|| FlowGraph.has(node, Set.of("linkEventDefinition"));
		if (!elsewhere && incoming.isEmpty()) {
			this.findings.add(Rule.UNREACHED, node, "");
		}
		if (node.name.matches("exclusiveGateway|inclusiveGateway") && outgoing.size() > 1) {
			gateway(node, outgoing);
		}
		else if (node.name.equals("exclusiveGateway") && outgoing.size() == 1 && conditional(outgoing.get(0))) {
			this.findings.add(Rule.CONDITION_ALONE, outgoing.get(0), "");
		}
	}

	private void gateway(Xml gateway, List<Xml> outgoing) {
		String chosen = gateway.attribute("default");
		var free = new ArrayList<Xml>();
		for (Xml flow : outgoing) {
			boolean other = flow.id().equals(chosen);
			if (other && conditional(flow)) {
				this.findings.add(Rule.CONDITION_ON_DEFAULT, flow, "");
			}
			if (!other && !conditional(flow)) {
				free.add(flow);
			}
		}
		if (chosen == null) {
			this.findings.add(Rule.NO_DEFAULT, gateway, "default");
		}
		if (gateway.name.equals("exclusiveGateway") && (chosen != null || free.size() > 1)) {
			free.forEach((flow) -> this.findings.add(Rule.CONDITION_MISSING, flow, ""));
		}
	}

	private static boolean conditional(Xml flow) {
		return flow.children(Names.BPMN, "conditionExpression").findAny().isPresent();
	}

	private static String end(Xml flow, String end) {
		return String.valueOf(flow.attribute(end));
	}

}
