package org.gongjian.engine.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

/** What a diagram's file says about its drawing; the first page of it. */
public final class Plan {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

	private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

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
		Element plane = plane();
		if (plane != null) {
			children(plane).forEach(this::take);
		}
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

	private Element plane() {
		NodeList planes = this.document.getElementsByTagNameNS(BPMN_DI, "BPMNPlane");
		for (int index = 0; index < planes.getLength(); index++) {
			if (!children((Element) planes.item(index)).isEmpty()) {
				return (Element) planes.item(index);
			}
		}
		return null;
	}

	private void take(Element drawn) {
		String reference = drawn.getAttribute("bpmnElement");
		Element element = this.elements.get(reference.substring(reference.indexOf(':') + 1));
		if (element == null) {
			return;
		}
		Element label = child(drawn, "BPMNLabel");
		Part.Box labelBox = (label == null) ? null : box(label);
		if ("BPMNShape".equals(drawn.getLocalName()) && box(drawn) != null) {
			this.parts.put(element.getAttribute("id"), new Part(element, box(drawn), labelBox, drawn));
		}
		else if ("BPMNEdge".equals(drawn.getLocalName())) {
			var points = new ArrayList<Line.Point>();
			for (Element point : children(drawn)) {
				if (DI.equals(point.getNamespaceURI()) && "waypoint".equals(point.getLocalName())) {
					points.add(new Line.Point(number(point, "x"), number(point, "y")));
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
