package org.gongjian.engine.picture;

import org.w3c.dom.Element;

/** Knows how each kind of line of the notation looks, and its ends. */
final class Flows {

	private final Canvas canvas;

	private final Plan plan;

	Flows(Canvas canvas, Plan plan) {
		this.canvas = canvas;
		this.plan = plan;
	}

	void draw(Line line) {
		Line.Point end = line.last();
		Line.Point before = line.points().get(line.points().size() - 2);
		this.canvas.line("bpmn-line", line.points());
		switch (line.kind()) {
			case "sequenceFlow" -> {
				arrow("bpmn-head", before, end);
				tail(line);
			}
			case "messageFlow" -> {
				arrow("bpmn-head bpmn-hollow", before, end);
				this.canvas.circle("bpmn-head bpmn-hollow", line.first().x(), line.first().y(), 4);
			}
			case "association" -> {
				if (line.element().getAttribute("associationDirection").matches("One|Both")) {
					open(before, end);
				}
			}
			default -> open(before, end);
		}
	}

	/** The slash of a default flow, the diamond of a condition that leaves a task. */
	private void tail(Line line) {
		Element source = this.plan.element(line.element().getAttribute("sourceRef"));
		if (source == null) {
			return;
		}
		Line.Point next = line.points().get(1);
		if (source.getAttribute("default").equals(line.id())) {
			Line.Point on = line.first().towards(next, 10);
			this.canvas.path("bpmn-line",
					"M" + Figures.at(on.x() - 4, on.y() + 5) + "L" + Figures.at(on.x() + 4, on.y() - 5));
		}
		else if (!source.getLocalName().endsWith("Gateway")
				&& Plan.child(line.element(), "conditionExpression") != null) {
			Line.Point far = line.first().towards(next, 16);
			Line.Point half = line.first().towards(next, 8);
			double x = (far.y() - line.first().y()) / 16 * 5;
			double y = (line.first().x() - far.x()) / 16 * 5;
			this.canvas.path("bpmn-head bpmn-hollow",
					"M" + Figures.at(line.first().x(), line.first().y()) + "L" + Figures.at(half.x() + x, half.y() + y)
							+ "L" + Figures.at(far.x(), far.y()) + "L" + Figures.at(half.x() - x, half.y() - y) + "Z");
		}
	}

	private void arrow(String type, Line.Point before, Line.Point end) {
		this.canvas.path(type,
				"M" + Figures.at(end.x(), end.y()) + "L" + wing(before, end, 4) + "L" + wing(before, end, -4) + "Z");
	}

	private void open(Line.Point before, Line.Point end) {
		this.canvas.path("bpmn-line bpmn-solid",
				"M" + wing(before, end, 4) + "L" + Figures.at(end.x(), end.y()) + "L" + wing(before, end, -4));
	}

	private static String wing(Line.Point before, Line.Point end, double side) {
		Line.Point back = end.towards(before, 10);
		double length = Math.max(0.001, Math.hypot(end.x() - back.x(), end.y() - back.y()));
		return Figures.at(back.x() + (end.y() - back.y()) / length * side,
				back.y() - (end.x() - back.x()) / length * side);
	}

}
