package org.gongjian.engine.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.w3c.dom.Element;

/** The elements of a diagram in the order one would tell them. */
public final class Outline {

	private static final String NODES = ".*Task|task|callActivity|subProcess|transaction|adHocSubProcess|.*Event|.*Gateway";

	private final Plan plan;

	private final List<Entry> entries = new ArrayList<>();

	private Outline(Plan plan) {
		this.plan = plan;
		plan.all("process").forEach((process) -> scope(process, 0));
	}

	/** All tasks, events, gateways and sub-processes. */
	public static List<Entry> of(Plan plan) {
		return List.copyOf(new Outline(plan).entries);
	}

	private void scope(Element scope, int depth) {
		for (Element node : told(scope)) {
			this.entries.add(new Entry(node.getAttribute("id"), kind(node), node.getAttribute("name"),
					documentation(node), depth));
			if (node.getLocalName().matches("subProcess|transaction|adHocSubProcess")) {
				scope(node, depth + 1);
			}
		}
	}

	/**
	 * Each node after the ones that lead to it, side branches before the way straight on.
	 */
	private List<Element> told(Element scope) {
		List<Element> nodes = Plan.children(scope)
			.stream()
			.filter((child) -> child.getLocalName().matches(NODES))
			.sorted(Comparator.comparing(Outline::rank).thenComparingDouble(this::left).thenComparingDouble(this::top))
			.toList();
		Set<Element> seen = new LinkedHashSet<>();
		Deque<Element> order = new ArrayDeque<>();
		for (int index = nodes.size() - 1; index >= 0; index--) {
			boolean entry = rank(nodes.get(index)) != 1;
			if (entry) {
				visit(nodes.get(index), scope, seen, order);
			}
		}
		var told = new ArrayList<>(order);
		nodes.stream().filter((node) -> !seen.contains(node)).forEach(told::add);
		return told;
	}

	private void visit(Element node, Element scope, Set<Element> seen, Deque<Element> order) {
		if (seen.add(node)) {
			List<Element> next = next(node, scope);
			for (int index = next.size() - 1; index >= 0; index--) {
				visit(next.get(index), scope, seen, order);
			}
			order.addFirst(node);
		}
	}

	private List<Element> next(Element node, Element scope) {
		String id = node.getAttribute("id");
		var next = new ArrayList<Element>();
		for (Element child : Plan.children(scope)) {
			boolean flow = child.getLocalName().equals("sequenceFlow") && child.getAttribute("sourceRef").equals(id);
			Element target = flow ? this.plan.element(child.getAttribute("targetRef")) : null;
			if (target != null && target.getParentNode() == scope) {
				next.add(target);
			}
			else if (child.getAttribute("attachedToRef").equals(id)) {
				next.add(child);
			}
		}
		double height = centre(node);
		next.sort(Comparator.comparingDouble((Element target) -> -Math.abs(centre(target) - height)));
		return next;
	}

	/** The start first, event sub-processes last. */
	private static int rank(Element node) {
		boolean event = "true".equals(node.getAttribute("triggeredByEvent"));
		return node.getLocalName().equals("startEvent") ? 0 : event ? 2 : 1;
	}

	private double left(Element node) {
		Part part = this.plan.parts().get(node.getAttribute("id"));
		return (part == null) ? 0 : part.box().x();
	}

	private double top(Element node) {
		Part part = this.plan.parts().get(node.getAttribute("id"));
		return (part == null) ? 0 : part.box().y();
	}

	private double centre(Element node) {
		Part part = this.plan.parts().get(node.getAttribute("id"));
		return (part == null) ? 0 : part.box().centre();
	}

	private static String kind(Element node) {
		String trigger = new Part(node, null, null, node).trigger();
		String kind = node.getLocalName().equals("adHocSubProcess") ? "sub-process"
				: Painter.kebab(node.getLocalName());
		return trigger.isEmpty() || !kind.endsWith("-event") ? kind : Painter.kebab(trigger) + "-" + kind;
	}

	private static String documentation(Element node) {
		Element text = Plan.child(node, "documentation");
		return (text == null) ? "" : text.getTextContent().strip();
	}

	/**
	 * One element.
	 *
	 * @param kind {@code user-task}, {@code timer-boundary-event}
	 * @param name as drawn
	 * @param documentation as written, or empty
	 * @param depth how many sub-processes it lies in
	 */
	public record Entry(String id, String kind, String name, String documentation, int depth) {
	}

}
