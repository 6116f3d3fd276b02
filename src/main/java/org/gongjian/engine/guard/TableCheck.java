package org.gongjian.engine.guard;

import java.util.HashSet;
import java.util.Set;

/** Layers 2 and 3 for decision tables. */
final class TableCheck {

	private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "decisionTable", "input",
			"inputExpression", "inputValues", "text", "output", "outputValues", "defaultOutputEntry", "rule",
			"inputEntry", "outputEntry", "annotation", "annotationEntry", "description", "variable",
			"informationRequirement", "requiredDecision", "requiredInput", "inputData", "literalExpression",
			"extensionElements", "textAnnotation", "association", "sourceRef", "targetRef", "knowledgeSource",
			"authorityRequirement", "requiredAuthority", "question", "allowedAnswers");

	private static final Set<String> DRAWING = Set.of("DMNDI", "DMNDiagram", "DMNShape", "DMNEdge", "DMNLabel", "Size",
			"Bounds", "waypoint", "bounds", "edge");

	private static final Set<String> ATTRIBUTES = Set.of("id", "name", "label", "namespace", "exporter",
			"exporterVersion", "expressionLanguage", "typeLanguage", "typeRef", "hitPolicy", "aggregation",
			"preferredOrientation", "outputLabel", "href", "dmnElementRef", "isCollapsed", "x", "y", "width", "height",
			"textFormat", "associationDirection", "isListedInputData", "source");

	private static final Set<String> ENGINE_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable");

	private static final Set<String> LANGUAGES = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/",
			"http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/FEEL/20140401");

	private static final Set<String> PLAIN_TEXTS = Set.of("annotationEntry", "textAnnotation");

	private static final int MAX_NAME = 200;

	private final Findings findings;

	private final Set<String> ids = new HashSet<>();

	TableCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		element(root);
		root.each(this::values);
		if (root.children.stream().noneMatch((child) -> table(child, "decision"))) {
			this.findings.file(Rule.NO_PROCESS, root.line);
		}
	}

	private void element(Xml element) {
		boolean drawing = Names.DMN_DI.contains(element.namespace) || element.is(Names.DC, element.name)
				|| element.is(Names.DI, element.name);
		boolean allowed = drawing ? DRAWING.contains(element.name) : ELEMENTS.contains(element.name);
		if (!drawing && !Names.DMN.contains(element.namespace)) {
			this.findings.add(Rule.FOREIGN, element, "", element.name);
		}
		else if (!allowed) {
			this.findings.add(Rule.ELEMENT, element, "", element.name);
		}
		else {
			element.attributes.forEach((attribute) -> attribute(element, attribute));
			element.children.forEach(this::element);
		}
	}

	private void attribute(Xml element, Xml.Attribute attribute) {
		boolean allowed = switch (attribute.namespace()) {
			case "" -> ATTRIBUTES.contains(attribute.name());
			case Names.CAMUNDA_DMN -> ENGINE_ATTRIBUTES.contains(attribute.name());
			default -> Names.EDITOR.contains(attribute.namespace());
		};
		if (attribute.namespace().equals(Names.XSI) && attribute.name().endsWith("chemaLocation")) {
			this.findings.add(Rule.SCHEMA_LOCATION, element, attribute.shown());
		}
		else if (!allowed) {
			this.findings.add(Rule.ATTRIBUTE, element, attribute.shown(), attribute.shown());
		}
	}

	private void values(Xml element) {
		if (!Names.DMN.contains(element.namespace)) {
			return;
		}
		String language = element.attribute("expressionLanguage");
		if (language != null && !LANGUAGES.contains(language.toLowerCase(java.util.Locale.ROOT))
				&& !LANGUAGES.contains(language)) {
			this.findings.add(Rule.DMN_LANGUAGE, element, "expressionLanguage");
		}
		element.attributes.stream()
			.filter((attribute) -> Grammar.concerns(attribute.value()))
			.forEach((attribute) -> this.findings.add(Rule.FEEL, element, attribute.shown()));
		String variable = element.attribute(Names.CAMUNDA_DMN, "inputVariable");
		if (variable != null && !variable.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
			this.findings.add(Rule.VALUE, element, "camunda:inputVariable", variable);
		}
		String href = element.attribute("href");
		if (href != null && !href.startsWith("#")) {
			this.findings.add(Rule.REFERENCE, element, "href", href);
		}
		names(element);
		text(element);
	}

	private void names(Xml element) {
		String name = element.attribute("name");
		if (name != null && name.length() > MAX_NAME) {
			this.findings.add(Rule.NAME_LENGTH, element, "name", MAX_NAME);
		}
		if (!element.id().isEmpty() && !this.ids.add(element.id())) {
			this.findings.add(Rule.DUPLICATE_ID, element, "id", element.id());
		}
		if (element.name.equals("decision")
				&& !ProcessCheck.keptLongEnough(element.attribute(Names.CAMUNDA_DMN, "historyTimeToLive"))) {
			this.findings.add(Rule.TTL, element, "camunda:historyTimeToLive", "P365D");
		}
	}

	private void text(Xml element) {
		boolean feel = element.name.equals("text") && element.parent != null
				&& !PLAIN_TEXTS.contains(element.parent.name);
		boolean allowed = feel ? FeelCheck.allowed(element.text()) : !Grammar.concerns(element.text());
		if (!allowed) {
			this.findings.add(Rule.FEEL, element, "");
		}
	}

	private static boolean table(Xml element, String name) {
		return Names.DMN.contains(element.namespace) && element.name.equals(name);
	}

}
