package org.gongjian.studio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A diagram or decision table taken apart: its elements by id, each with everything that
 * is said about it, and apart from that where it is drawn.
 *
 * @param said by id and then by a readable path such as {@code timeDuration}
 * @param drawn by id
 */
record Parts(Map<String, Map<String, String>> said, Map<String, String> drawn) {

	/** What an element says only by where flows lead, which the flows themselves say. */
	private static final Set<String> IMPLIED = Set.of("incoming", "outgoing", "flowNodeRef");

	/** Elements within which others have a life of their own. */
	private static final Set<String> HOLDERS = Set.of("definitions", "process", "subProcess", "transaction",
			"collaboration", "laneSet", "decision", "decisionTable");

	/** A page of a draft needs the same file a dozen times; in bytes of what was read. */
	private static final Cache<ByteBuffer, Parts> KNOWN = Caffeine.newBuilder()
		.maximumWeight(8_000_000)
		.weigher((ByteBuffer xml, Parts parts) -> xml.capacity())
		.build();

	/**
	 * Takes a file apart; what comes of it is only read.
	 * @throws IllegalArgumentException if it is no XML
	 */
	static Parts read(byte[] xml) {
		return KNOWN.get(ByteBuffer.wrap(xml), (unknown) -> {
			Parts parts = new Parts(new LinkedHashMap<>(), new TreeMap<>());
			parts.walk(parse(xml).getDocumentElement());
			return parts;
		});
	}

	static Document parse(byte[] xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			factory.setXIncludeAware(false);
			factory.setExpandEntityReferences(false);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private void walk(Element element) {
		String kind = element.getLocalName();
		if (kind.equals("BPMNDiagram") || kind.equals("DMNDI")) {
			drawing(element);
			return;
		}
		boolean own = element.hasAttribute("id") && element.getParentNode() instanceof Element parent
				&& HOLDERS.contains(parent.getLocalName());
		if (own) {
			Map<String, String> about = new TreeMap<>();
			about.put("kind", kind);
			describe(element, "", about);
			this.said.put(element.getAttribute("id"), about);
		}
		if (HOLDERS.contains(kind)) {
			children(element).values().forEach(this::walk);
		}
	}

	private void describe(Element element, String path, Map<String, String> about) {
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			Attr attribute = (Attr) element.getAttributes().item(i);
			boolean plain = !attribute.getName().startsWith("xmlns")
					&& !(path.isEmpty() && attribute.getName().equals("id"));
			if (plain && !(attribute.getName().equals("id") && !path.isEmpty())) {
				about.put(join(path, attribute.getName()), attribute.getValue());
			}
		}
		boolean holder = path.isEmpty() && HOLDERS.contains(element.getLocalName());
		children(element).forEach((name, child) -> {
			if (IMPLIED.contains(child.getLocalName()) || (holder && child.hasAttribute("id"))) {
				return;
			}
			if (child.getLocalName().equals("property") && child.hasAttribute("name")) {
				about.put(child.getAttribute("name"), child.getAttribute("value"));
				return;
			}
			describe(child, inner(path, name), about);
		});
		String text = text(element);
		if (!text.isEmpty()) {
			about.put(path.isEmpty() ? "text" : path, text);
		}
	}

	/** Wrappers that say nothing by themselves do not make a path longer. */
	private static String inner(String path, String name) {
		return name.matches("(extensionElements|properties)(#1)?") ? path : join(path, name.replace("#1", ""));
	}

	private static String join(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

	static Map<String, Element> children(Element element) {
		Map<String, Element> children = new LinkedHashMap<>();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				int number = 1;
				while (children.containsKey(child.getLocalName() + "#" + number)) {
					number++;
				}
				children.put(child.getLocalName() + "#" + number, child);
			}
		}
		return children;
	}

	private static String text(Element element) {
		StringBuilder text = new StringBuilder();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
				text.append(node.getNodeValue());
			}
		}
		return text.toString().strip().replaceAll("\\s+", " ");
	}

	private void drawing(Element element) {
		String of = element.getAttribute(element.hasAttribute("bpmnElement") ? "bpmnElement" : "dmnElementRef");
		if (!of.isEmpty() && !element.getLocalName().endsWith("Plane")) {
			Map<String, String> about = new TreeMap<>();
			describe(element, "", about);
			this.drawn.merge(of, about.toString(), String::concat);
			return;
		}
		children(element).values().forEach(this::drawing);
	}

	/** The key of the process that is drawn, or nothing. */
	String process() {
		return this.said.entrySet()
			.stream()
			.filter((entry) -> "process".equals(entry.getValue().get("kind"))
					&& "true".equals(entry.getValue().get("isExecutable")))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	/** The ids of the elements with a setting. */
	Set<String> marked(String setting, String value) {
		return this.said.entrySet()
			.stream()
			.filter((entry) -> value.equals(entry.getValue().get(setting)))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** The name of an element as drawn, or its id. */
	String name(String id) {
		String name = this.said.getOrDefault(id, Map.of()).get("name");
		return (name == null || name.isBlank()) ? id : name;
	}

	/** The same; a way is called after where it leads. */
	String told(String id) {
		Map<String, String> about = this.said.getOrDefault(id, Map.of());
		return "sequenceFlow".equals(about.get("kind")) ? name(String.valueOf(about.get("targetRef"))) : name(id);
	}

}
