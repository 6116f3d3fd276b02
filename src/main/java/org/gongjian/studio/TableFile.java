package org.gongjian.studio;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.gongjian.studio.TableSheet.Column;
import org.gongjian.studio.TableSheet.Row;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A file of decision tables, taken apart into cells and put together again; whatever is
 * not a rule stays as it was.
 */
final class TableFile {

	private final Document document;

	private final List<Element> tables;

	private TableFile(Document document) {
		this.document = document;
		this.tables = named(document.getDocumentElement(), "decision")
			.flatMap((decision) -> named(decision, "decisionTable"))
			.toList();
	}

	/**
	 * Takes a file apart.
	 * @throws IllegalArgumentException if it is no XML
	 */
	static TableFile read(String xml) {
		return new TableFile(Parts.parse(xml.getBytes(UTF_8)));
	}

	static TableFile of(Document document) {
		return new TableFile(document);
	}

	List<Element> tables() {
		return this.tables;
	}

	List<TableSheet> sheets() {
		return this.tables.stream().map(TableFile::sheet).toList();
	}

	private static TableSheet sheet(Element table) {
		Element decision = (Element) table.getParentNode();
		String policy = table.getAttribute("hitPolicy");
		return new TableSheet(decision.getAttribute("id"), decision.getAttribute("name"),
				policy.isEmpty() ? "UNIQUE" : policy, named(table, "input").map(TableFile::input).toList(),
				named(table, "output").map(TableFile::output).toList(),
				named(table, "rule").map(TableFile::row).toList());
	}

	private static Column input(Element input) {
		Element expression = named(input, "inputExpression").findFirst().orElse(input);
		return new Column(input.getAttribute("label"), text(expression), expression.getAttribute("typeRef"));
	}

	private static Column output(Element output) {
		return new Column(output.getAttribute("label"), output.getAttribute("name"), output.getAttribute("typeRef"));
	}

	private static Row row(Element rule) {
		String about = named(rule, "description").map(Element::getTextContent).findFirst().orElse("").strip();
		return new Row(rule.getAttribute("id"), about, named(rule, "inputEntry").map(TableFile::text).toList(),
				named(rule, "outputEntry").map(TableFile::text).toList());
	}

	private static String text(Element holder) {
		return named(holder, "text").map(Element::getTextContent).findFirst().orElse("").strip();
	}

	static Stream<Element> named(Element parent, String name) {
		return Parts.children(parent).values().stream().filter((child) -> name.equals(child.getLocalName()));
	}

	/** The file with other rows in one of its tables. */
	String with(int table, List<Row> rows) {
		Element into = this.tables.get(table);
		Map<String, Element> known = new HashMap<>();
		named(into, "rule").toList().forEach((rule) -> {
			known.put(rule.getAttribute("id"), rule);
			remove(rule);
		});
		Set<String> taken = new HashSet<>(known.keySet());
		for (Row row : rows) {
			Element rule = known.getOrDefault(row.id(), null);
			if (rule == null) {
				rule = element(into, "rule", free(taken));
			}
			say(rule, row);
			into.appendChild(this.document.createTextNode("\n      "));
			into.appendChild(rule);
		}
		into.appendChild(this.document.createTextNode("\n    "));
		return write();
	}

	private static String free(Set<String> taken) {
		int number = 1;
		while (!taken.add("rule-added-" + number)) {
			number++;
		}
		return "rule-added-" + number;
	}

	private void say(Element rule, Row row) {
		List<Element> before = named(rule, "description").toList();
		if (!row(rule).about().equals(row.about())) {
			before.forEach(TableFile::remove);
			if (!row.about().isEmpty()) {
				Element about = element(rule, "description", null);
				about.setTextContent(row.about());
				rule.insertBefore(about, rule.getFirstChild());
			}
		}
		cells(rule, "inputEntry", row.inputs());
		cells(rule, "outputEntry", row.outputs());
	}

	private void cells(Element rule, String kind, List<String> texts) {
		List<Element> cells = new ArrayList<>(named(rule, kind).toList());
		while (cells.size() < texts.size()) {
			Element cell = element(rule, kind, rule.getAttribute("id") + "-" + kind.charAt(0) + (cells.size() + 1));
			cell.appendChild(element(rule, "text", null));
			rule.appendChild(cell);
			cells.add(cell);
		}
		for (int place = 0; place < texts.size(); place++) {
			Element cell = cells.get(place);
			if (!text(cell).equals(texts.get(place))) {
				named(cell, "text").findFirst().orElseThrow().setTextContent(texts.get(place));
			}
		}
	}

	static Element element(Element beside, String name, String id) {
		Element made = beside.getOwnerDocument()
			.createElementNS(beside.getNamespaceURI(),
					(beside.getPrefix() == null) ? name : beside.getPrefix() + ":" + name);
		if (id != null) {
			made.setAttribute("id", id);
		}
		return made;
	}

	/** Takes a node away with the white space in front of it. */
	static void remove(Element child) {
		var before = child.getPreviousSibling();
		if (before != null && before.getNodeType() == org.w3c.dom.Node.TEXT_NODE && before.getNodeValue().isBlank()) {
			child.getParentNode().removeChild(before);
		}
		child.getParentNode().removeChild(child);
	}

	String write() {
		try {
			TransformerFactory factory = TransformerFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			var transformer = factory.newTransformer();
			transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
			this.document.setXmlStandalone(true);
			var text = new StringWriter();
			transformer.transform(new DOMSource(this.document), new StreamResult(text));
			return text.toString();
		}
		catch (TransformerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The ids of the cells that cannot be read.
	 * @param readable says it of a text; the other argument is whether it tests an input
	 */
	Map<String, String> unreadable(BiPredicate<String, Boolean> readable) {
		Map<String, String> found = new LinkedHashMap<>();
		this.tables.stream()
			.flatMap((table) -> named(table, "rule"))
			.flatMap((rule) -> Parts.children(rule).values().stream())
			.filter((cell) -> Set.of("inputEntry", "outputEntry").contains(cell.getLocalName()))
			.filter((cell) -> !text(cell).isEmpty()
					&& !readable.test(text(cell), cell.getLocalName().equals("inputEntry")))
			.forEach((cell) -> found.put(cell.getAttribute("id"), text(cell)));
		return found;
	}

	/**
	 * The place of a cell by the id of its element, {@code cell.0.3.1}: table, row,
	 * column counted through inputs and outputs.
	 */
	Map<String, String> places() {
		Map<String, String> places = new HashMap<>();
		for (int table = 0; table < this.tables.size(); table++) {
			List<Element> rules = named(this.tables.get(table), "rule").toList();
			for (int row = 0; row < rules.size(); row++) {
				List<Element> cells = Stream
					.concat(named(rules.get(row), "inputEntry"), named(rules.get(row), "outputEntry"))
					.toList();
				for (int column = 0; column < cells.size(); column++) {
					places.put(cells.get(column).getAttribute("id"), "cell.%d.%d.%d".formatted(table, row, column));
				}
			}
		}
		return places;
	}

}
