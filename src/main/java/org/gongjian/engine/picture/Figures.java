package org.gongjian.engine.picture;

import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Element;

/** Knows how each kind of part of the notation looks. */
final class Figures {

	private static final double STRIP = 30;

	private static final double ROUND = 10;

	private final Canvas canvas;

	private final Lettering lettering;

	Figures(Canvas canvas, Lettering lettering) {
		this.canvas = canvas;
		this.lettering = lettering;
	}

	void draw(Part part) {
		switch (part.kind()) {
			case "participant", "lane" -> pool(part);
			case "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
					"implicitThrowEvent" ->
				event(part);
			case "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway" ->
				gateway(part);
			case "textAnnotation" -> note(part);
			case "group" -> this.canvas.box("bpmn-line", part.box(), 0, ROUND);
			case "dataObject", "dataObjectReference", "dataInput", "dataOutput" -> page(part);
			case "dataStore", "dataStoreReference" -> store(part);
			default -> activity(part);
		}
		if (Lettering.outside(part) && !part.name().isBlank()) {
			this.lettering.beneath(part);
		}
	}

	private void pool(Part part) {
		Part.Box box = part.box();
		this.canvas.box("bpmn-shape", box, 0, 0);
		if (part.drawn("isHorizontal", "false")) {
			this.canvas.path("bpmn-line", "M" + at(box.x(), box.y() + STRIP) + "H" + Canvas.number(box.right()));
			this.lettering.inside(new Part.Box(box.x(), box.y(), box.width(), STRIP), part.name(), 4);
		}
		else if (box.height() < 2 * STRIP && part.is("participant")) {
			this.lettering.inside(box, part.name(), 4);
		}
		else {
			this.canvas.path("bpmn-line", "M" + at(box.x() + STRIP, box.y()) + "V" + Canvas.number(box.bottom()));
			this.lettering.upright(box, STRIP, part.name());
		}
	}

	private void event(Part part) {
		Part.Box box = part.box();
		double radius = Math.min(box.width(), box.height()) / 2;
		boolean dashed = part.has("isInterrupting", "false") || part.has("cancelActivity", "false");
		String type = "bpmn-shape" + (dashed ? " bpmn-dashed" : "");
		this.canvas.circle(type, box.middle(), box.centre(), radius);
		if (part.is("intermediate.*|boundaryEvent|implicitThrowEvent")) {
			this.canvas.circle("bpmn-line" + (dashed ? " bpmn-dashed" : ""), box.middle(), box.centre(), radius - 3);
		}
		String icon = Icons.EVENTS.get(part.trigger());
		if (icon != null) {
			boolean thrown = part.is("endEvent|intermediateThrowEvent") || part.trigger().equals("terminate");
			double scale = radius / 18 * 0.82;
			this.canvas.icon(thrown ? "bpmn-sign bpmn-filled" : "bpmn-sign", icon, box.middle() - 18 * scale,
					box.centre() - 18 * scale, scale);
		}
	}

	private void gateway(Part part) {
		Part.Box box = part.box();
		this.canvas.path("bpmn-shape", "M" + at(box.middle(), box.y()) + "L" + at(box.right(), box.centre()) + "L"
				+ at(box.middle(), box.bottom()) + "L" + at(box.x(), box.centre()) + "Z");
		double scale = Math.min(box.width(), box.height()) / 50;
		double left = box.middle() - 25 * scale;
		double top = box.centre() - 25 * scale;
		if (part.is("inclusiveGateway")) {
			this.canvas.circle("bpmn-line bpmn-strong", box.middle(), box.centre(), 12 * scale);
		}
		else if (part.is("eventBasedGateway")) {
			this.canvas.circle("bpmn-line", box.middle(), box.centre(), 14 * scale);
			boolean once = !part.has("instantiate", "true");
			if (once) {
				this.canvas.circle("bpmn-line", box.middle(), box.centre(), 11.5 * scale);
			}
			String sign = part.has("eventGatewayType", "Parallel") ? "parallelMultiple" : "multiple";
			double small = scale * 0.8;
			this.canvas.icon("bpmn-sign", Icons.EVENTS.get(sign), box.middle() - 18 * small, box.centre() - 18 * small,
					small);
		}
		else if (!part.drawn("isMarkerVisible", "false")) {
			this.canvas.icon("bpmn-sign bpmn-filled", Icons.GATEWAYS.get(part.kind()), left, top, scale);
		}
	}

	private void activity(Part part) {
		Part.Box box = part.box();
		boolean event = part.has("triggeredByEvent", "true");
		String type = "bpmn-shape" + (part.is("callActivity") ? " bpmn-strong" : "") + (event ? " bpmn-dotted" : "");
		this.canvas.box(type, box, 0, ROUND);
		if (part.is("transaction")) {
			this.canvas.box("bpmn-line", box, 3, ROUND - 2);
		}
		if (part.open()) {
			this.lettering.atTop(box, part.name());
		}
		else {
			boolean icon = Icons.TASKS.containsKey(part.kind());
			double foot = markers(part).isEmpty() ? 0 : 12;
			this.lettering.besideSign(new Part.Box(box.x(), box.y(), box.width(), box.height() - foot), icon ? 20 : 0,
					part.name());
		}
		String icon = Icons.TASKS.get(part.kind());
		if (icon != null) {
			this.canvas.icon(part.is("sendTask") ? "bpmn-sign bpmn-filled" : "bpmn-sign", icon, box.x() + 5,
					box.y() + 5, 0.8);
		}
		double x = box.middle() - markers(part).size() * 9 + 2;
		for (String marker : markers(part)) {
			this.canvas.icon(marker.equals("compensation") ? "bpmn-sign bpmn-filled" : "bpmn-sign",
					Icons.MARKERS.get(marker), x, box.bottom() - 17, 1);
			x += 18;
		}
	}

	private static List<String> markers(Part part) {
		var markers = new ArrayList<String>();
		Element several = Plan.child(part.element(), "multiInstanceLoopCharacteristics");
		if (several != null) {
			markers.add("true".equals(several.getAttribute("isSequential")) ? "sequential" : "parallel");
		}
		if (Plan.child(part.element(), "standardLoopCharacteristics") != null) {
			markers.add("loop");
		}
		if (part.has("isForCompensation", "true")) {
			markers.add("compensation");
		}
		if (part.is("subProcess|transaction|adHocSubProcess") && !part.open()) {
			markers.add("collapsed");
		}
		if (part.is("adHocSubProcess")) {
			markers.add("adhoc");
		}
		return markers;
	}

	private void note(Part part) {
		Part.Box box = part.box();
		this.canvas.path("bpmn-line", "M" + at(box.x() + 10, box.y()) + "H" + Canvas.number(box.x()) + "V"
				+ Canvas.number(box.bottom()) + "H" + Canvas.number(box.x() + 10));
		Element text = Plan.child(part.element(), "text");
		this.lettering.note(box, (text == null) ? "" : text.getTextContent());
	}

	private void page(Part part) {
		Part.Box box = part.box();
		double fold = Math.min(box.width(), box.height()) / 3.5;
		this.canvas.path("bpmn-shape",
				"M" + at(box.x(), box.y()) + "H" + Canvas.number(box.right() - fold) + "L"
						+ at(box.right(), box.y() + fold) + "V" + Canvas.number(box.bottom()) + "H"
						+ Canvas.number(box.x()) + "ZM" + at(box.right() - fold, box.y()) + "V"
						+ Canvas.number(box.y() + fold) + "H" + Canvas.number(box.right()));
	}

	private void store(Part part) {
		Part.Box box = part.box();
		double rim = box.height() / 6;
		String half = Canvas.number(box.width() / 2) + " " + Canvas.number(rim) + " 0 0 ";
		String down = "A" + half + "0 " + at(box.right(), box.y() + rim);
		this.canvas.path("bpmn-shape",
				"M" + at(box.x(), box.y() + rim) + "A" + half + "1 " + at(box.right(), box.y() + rim) + "V"
						+ Canvas.number(box.bottom() - rim) + "A" + half + "1 " + at(box.x(), box.bottom() - rim) + "ZM"
						+ at(box.x(), box.y() + rim) + down);
	}

	static String at(double x, double y) {
		return Canvas.number(x) + " " + Canvas.number(y);
	}

}
