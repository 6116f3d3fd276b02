package org.gongjian.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Adds columns to the tables of a file and takes them away; every row follows. */
final class TableColumns {

	/** What a cell can hold. */
	static final List<String> TYPES = List.of("string", "integer", "double", "boolean");

	private final TableFile file;

	private final Document document;

	private TableColumns(TableFile file, Document document) {
		this.file = file;
		this.document = document;
	}

	/**
	 * Opens a file.
	 * @throws IllegalArgumentException if it is no XML
	 */
	static TableColumns of(String xml) {
		Document document = Parts.parse(xml.getBytes(UTF_8));
		return new TableColumns(TableFile.of(document), document);
	}

	/**
	 * A column that is added.
	 *
	 * @param output whether it answers; else it asks
	 * @param name the fact that is asked, or the name of the answer
	 */
	record Added(boolean output, String label, String name, String type) {
	}

	String added(int table, Added column) {
		Element into = this.file.tables().get(table);
		String id = free(column.name());
		Element made = TableFile.element(into, column.output() ? "output" : "input",
				(column.output() ? "output-" : "input-") + id);
		made.setAttribute("label", column.label());
		if (column.output()) {
			made.setAttribute("name", column.name());
			made.setAttribute("typeRef", column.type());
		}
		else {
			Element expression = TableFile.element(made, "inputExpression", "expression-" + id);
			expression.setAttribute("typeRef", column.type());
			expression.appendChild(text(expression, column.name()));
			made.appendChild(expression);
		}
		into.insertBefore(made, behind(into, column.output()));
		TableFile.named(into, "rule").toList().forEach((rule) -> cell(rule, column.output(), id));
		return this.file.write();
	}

	/** The first element behind the columns of a kind. */
	private static Element behind(Element table, boolean output) {
		Set<String> before = output ? Set.of("description", "input", "output") : Set.of("description", "input");
		return Parts.children(table)
			.values()
			.stream()
			.filter((child) -> !before.contains(child.getLocalName()))
			.findFirst()
			.orElse(null);
	}

	private void cell(Element rule, boolean output, String id) {
		Element cell = TableFile.element(rule, output ? "outputEntry" : "inputEntry",
				rule.getAttribute("id") + "-" + id);
		cell.appendChild(text(cell, output ? "" : TableSheet.ANY));
		Element next = output ? null : TableFile.named(rule, "outputEntry").findFirst().orElse(null);
		rule.insertBefore(cell, next);
	}

	private static Element text(Element in, String words) {
		Element text = TableFile.element(in, "text", null);
		text.setTextContent(words);
		return text;
	}

	/**
	 * Takes a column away.
	 * @param column counted through what is asked and what is answered
	 */
	String removed(int table, int column) {
		Element from = this.file.tables().get(table);
		List<Element> inputs = TableFile.named(from, "input").toList();
		List<Element> outputs = TableFile.named(from, "output").toList();
		boolean asks = column < inputs.size();
		int place = asks ? column : column - inputs.size();
		List<Element> columns = asks ? inputs : outputs;
		if (place < columns.size() && columns.size() > 1) {
			TableFile.remove(columns.get(place));
			TableFile.named(from, "rule")
				.toList()
				.forEach((rule) -> TableFile
					.remove(TableFile.named(rule, asks ? "inputEntry" : "outputEntry").toList().get(place)));
		}
		return this.file.write();
	}

	private String free(String name) {
		Set<String> taken = new HashSet<>();
		var all = this.document.getElementsByTagNameNS("*", "*");
		for (int place = 0; place < all.getLength(); place++) {
			taken.add(((Element) all.item(place)).getAttribute("id"));
		}
		String id = name;
		for (int number = 2; taken.contains("input-" + id) || taken.contains("output-" + id); number++) {
			id = name + number;
		}
		return id;
	}

}
