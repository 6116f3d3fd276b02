package org.gongjian.engine.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a diagram's file says about its drawing: its first page, and beneath it, framed,
 * what is inside each sub-process that is drawn closed there and has a page of its own.
 */
public final class Plan {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

	private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

	/** Between two pages, and between what is inside a frame and the frame. */
	private static final double GAP = 40;

	private final Document document;

	private final Map<String, Element> elements = new HashMap<>();

	private final Map<String, Part> parts = new LinkedHashMap<>();

	private final List<Line> lines = new ArrayList<>();

	private Plan(Document document) {
		this.document = document;
		NodeList all = document.getElementsByTagNameNS(BPMN, "*");
		for (int index = 0; index < all.getLength(); index++) {
			Element element = (Element) all.item(index);
			this.elements.putIfAbsent(element.getAttribute("id"), element);
		}
		List<Element> planes = planes();
		planes.stream().limit(1).forEach((plane) -> take(plane, 0, 0));
		planes.stream().skip(1).forEach(this::beneath);
	}

	/** Puts the inside of a closed sub-process under what is drawn already. */
	private void beneath(Element plane) {
		Part closed = this.parts.get(local(plane.getAttribute("bpmnElement")));
		Part.Box inside = Part.Box.around(children(plane).stream().map(Plan::box).filter(Objects::nonNull).toList());
		if (closed == null || closed.open() || inside == null) {
			return;
		}
		Part.Box drawn = Part.Box
			.around(Stream.concat(this.parts.values().stream().map(Part::box), this.lines.stream().flatMap(Line::boxes))
				.toList());
		double right = drawn.x() + GAP - inside.x();
		double down = drawn.bottom() + 3 * GAP - inside.y();
		Element open = this.document.createElementNS(BPMN_DI, "BPMNShape");
		open.setAttribute("isExpanded", "true");
		this.parts.put(closed.id() + "-inside", new Part(closed.element(),
				new Part.Box(drawn.x(), drawn.bottom() + 2 * GAP, inside.width() + 2 * GAP, inside.height() + 2 * GAP),
				null, open));
		take(plane, right, down);
	}

	/**
	 * Reads a diagram.
	 * @throws IllegalArgumentException if it is not XML
	 */
	public static Plan read(byte[] xml) {
		try {
			var factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setXIncludeAware(false);
			factory.setExpandEntityReferences(false);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			return new Plan(builder.parse(new ByteArrayInputStream(xml)));
		}
		catch (SAXException | IOException | ParserConfigurationException ex) {
			throw new IllegalArgumentException("This is no diagram", ex);
		}
	}

	/**
	 * The name of the (first named) process, or of the file's collaboration, as drawn.
	 */
	public String name() {
		return this.elements.values()
			.stream()
			.filter((element) -> element.getLocalName().matches("process|collaboration"))
			.map((element) -> element.getAttribute("name"))
			.filter((name) -> !name.isBlank())
			.findFirst()
			.orElse("");
	}

	Map<String, Part> parts() {
		return this.parts;
	}

	List<Line> lines() {
		return this.lines;
	}

	Element element(String id) {
		return this.elements.get(id);
	}

	List<Element> all(String name) {
		NodeList found = this.document.getElementsByTagNameNS(BPMN, name);
		var list = new ArrayList<Element>();
		for (int index = 0; index < found.getLength(); index++) {
			list.add((Element) found.item(index));
		}
		return list;
	}

	static List<Element> children(Element parent) {
		var list = new ArrayList<Element>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element) {
				list.add(element);
			}
		}
		return list;
	}

	static Element child(Element parent, String name) {
		return children(parent).stream().filter((child) -> name.equals(child.getLocalName())).findFirst().orElse(null);
	}

	private List<Element> planes() {
		NodeList found = this.document.getElementsByTagNameNS(BPMN_DI, "BPMNPlane");
		var planes = new ArrayList<Element>();
		for (int index = 0; index < found.getLength(); index++) {
			if (!children((Element) found.item(index)).isEmpty()) {
				planes.add((Element) found.item(index));
			}
		}
		return planes;
	}

	private static String local(String reference) {
		return reference.substring(reference.indexOf(':') + 1);
	}

	private void take(Element plane, double right, double down) {
		children(plane).forEach((drawn) -> draw(drawn, right, down));
	}

	private void draw(Element drawn, double right, double down) {
		Element element = this.elements.get(local(drawn.getAttribute("bpmnElement")));
		if (element == null) {
			return;
		}
		Element label = child(drawn, "BPMNLabel");
		Part.Box labelBox = (label == null || box(label) == null) ? null : box(label).moved(right, down);
		if ("BPMNShape".equals(drawn.getLocalName()) && box(drawn) != null) {
			this.parts.put(element.getAttribute("id"),
					new Part(element, box(drawn).moved(right, down), labelBox, drawn));
		}
		else if ("BPMNEdge".equals(drawn.getLocalName())) {
			var points = new ArrayList<Line.Point>();
			for (Element point : children(drawn)) {
				if (DI.equals(point.getNamespaceURI()) && "waypoint".equals(point.getLocalName())) {
					points.add(new Line.Point(number(point, "x") + right, number(point, "y") + down));
				}
			}
			if (points.size() >= 2) {
				this.lines.add(new Line(element, points, labelBox));
			}
		}
	}

	private static Part.Box box(Element drawn) {
		Element bounds = child(drawn, "Bounds");
		return (bounds == null || !DC.equals(bounds.getNamespaceURI())) ? null : new Part.Box(number(bounds, "x"),
				number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
	}

	private static double number(Element element, String attribute) {
		try {
			double value = Double.parseDouble(element.getAttribute(attribute));
			return Double.isFinite(value) ? Math.max(-100_000, Math.min(100_000, value)) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
