package org.gongjian.engine.guard;

import java.util.HashSet;
import java.util.Set;

/** Layer 2: what runs is what is drawn. */
final class DrawingCheck {

	private static final double LEAST = 5;

	private static final double FARTHEST = 50_000;

	private final Findings findings;

	private final Set<String> shapes = new HashSet<>();

	private final Set<String> edges = new HashSet<>();

	DrawingCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		root.each((element) -> {
			if (element.is(Names.BPMN_DI, "BPMNShape")) {
				shape(element);
			}
			else if (element.is(Names.BPMN_DI, "BPMNEdge")
					&& element.children(Names.DI, "waypoint").filter(DrawingCheck::onPaper).count() >= 2) {
				this.edges.add(local(element.attribute("bpmnElement")));
			}
		});
		root.each(this::drawn);
	}

	private void shape(Xml shape) {
		Xml bounds = shape.children(Names.DC, "Bounds").findFirst().orElse(null);
		if (bounds != null && onPaper(bounds) && number(bounds, "width") >= LEAST && number(bounds, "height") >= LEAST
				&& number(bounds, "width") <= FARTHEST && number(bounds, "height") <= FARTHEST) {
			this.shapes.add(local(shape.attribute("bpmnElement")));
		}
	}

	private void drawn(Xml element) {
		if (!element.namespace.equals(Names.BPMN)) {
			return;
		}
		if (Vocabulary.FLOW_NODES.contains(element.name) && !this.shapes.contains(element.id())) {
			this.findings.add(Rule.NO_SHAPE, element, "", element.id());
		}
		if (element.name.equals("sequenceFlow") && !this.edges.contains(element.id())) {
			this.findings.add(Rule.NO_EDGE, element, "", element.id());
		}
	}

	private static boolean onPaper(Xml place) {
		return Math.abs(number(place, "x")) <= FARTHEST && Math.abs(number(place, "y")) <= FARTHEST;
	}

	private static double number(Xml element, String attribute) {
		try {
			return Double.parseDouble(String.valueOf(element.attribute(attribute)));
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

	private static String local(String reference) {
		return (reference == null) ? "" : reference.substring(reference.indexOf(':') + 1);
	}

}
