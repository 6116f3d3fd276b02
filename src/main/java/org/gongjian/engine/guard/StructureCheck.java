package org.gongjian.engine.guard;

import java.util.Map;
import java.util.Set;

/** Layer 2: every element and attribute of a diagram against the vocabulary. */
final class StructureCheck {

	private static final Map<String, Rule> TOLD_APART = Map.of("class", Rule.CODE, "expression", Rule.CODE,
			"variableMappingClass", Rule.CODE, "variableMappingDelegateExpression", Rule.CODE, "formHandlerClass",
			Rule.CODE, "type", Rule.TASK_TYPE, "topic", Rule.TASK_TYPE, "resource", Rule.SCRIPT, "language",
			Rule.SCRIPT, "scriptFormat", Rule.SCRIPT);

	/** Steps that would be drawn and never happen. */
	private static final Set<String> LOST = Set.of("adHocSubProcess", "complexGateway");

	private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");

	private final Findings findings;

	StructureCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		element(root);
	}

	private void element(Xml element) {
		boolean known = switch (element.namespace) {
			case Names.BPMN -> diagramElement(element);
			case Names.CAMUNDA -> engineElement(element);
			case Names.BPMN_DI, Names.DC, Names.DI -> drawing(element);
			default -> keep(Rule.FOREIGN, element);
		};
		if (known) {
			element.attributes.forEach((attribute) -> attribute(element, attribute));
			element.children.forEach(this::element);
		}
	}

	private boolean diagramElement(Xml element) {
		String name = element.name;
		if (Vocabulary.SCRIPTS.contains(name)) {
			return refuse(Rule.SCRIPT, element, name);
		}
		if (Vocabulary.UNSUPPORTED.contains(name)) {
			this.findings.add(Rule.UNSUPPORTED, LOST.contains(name) && runs(element), element, "", name);
			return false;
		}
		if (!Vocabulary.ELEMENTS.contains(name)) {
			return keep(Rule.ELEMENT, element);
		}
		return placed(element) || refuse(Rule.PLACE, element, name);
	}

	private static boolean placed(Xml element) {
		Xml parent = element.parent;
		if (parent == null) {
			return element.name.equals("definitions");
		}
		if (!parent.namespace.equals(Names.BPMN) || parent.name.equals("extensionElements")
				|| element.name.equals("definitions")) {
			return false;
		}
		if (element.name.equals("process")) {
			return parent.name.equals("definitions");
		}
		boolean flows = Vocabulary.FLOW_NODES.contains(element.name) || element.name.equals("sequenceFlow");
		return !flows || Vocabulary.CONTAINERS.contains(parent.name);
	}

	private boolean engineElement(Xml element) {
		String name = element.name;
		Rule rule = Vocabulary.SCRIPTS.contains(name) ? Rule.SCRIPT : LISTENERS.contains(name) ? Rule.LISTENER
				: Set.of("connector", "field").contains(name) ? Rule.CODE : Rule.ELEMENT;
		boolean inside = element.parent != null && (element.parent.namespace.equals(Names.CAMUNDA)
				|| element.parent.is(Names.BPMN, "extensionElements"));
		boolean allowed = inside && Vocabulary.engineElement(element.parent.name, name) != null;
		return allowed || refuse(rule, element, "camunda:" + name);
	}

	private boolean drawing(Xml element) {
		boolean allowed = Vocabulary.DRAWING.get(element.namespace).contains(element.name) && element.parent != null
				&& (element.name.equals("BPMNDiagram") ? element.parent.name.equals("definitions")
						: Vocabulary.DRAWING.containsKey(element.parent.namespace));
		return allowed || refuse(Rule.ELEMENT, element, element.name);
	}

	private void attribute(Xml element, Xml.Attribute attribute) {
		String namespace = attribute.namespace();
		if (namespace.isEmpty()) {
			plain(element, attribute);
		}
		else if (namespace.equals(Names.CAMUNDA)) {
			boolean allowed = element.namespace.equals(Names.BPMN)
					&& Vocabulary.engineAttribute(element.name, attribute.name());
			if (!allowed) {
				refuse(element, attribute);
			}
		}
		else if (namespace.equals(Names.XSI)) {
			xsi(element, attribute);
		}
		else if (!Names.EDITOR.contains(namespace)) {
			boolean code = TOLD_APART.containsKey(attribute.name());
			this.findings.add(Rule.FOREIGN, !Inert.attribute(element, attribute, code), element, attribute.shown(),
					attribute.shown());
		}
	}

	private void plain(Xml element, Xml.Attribute attribute) {
		Set<String> allowed = element.namespace.equals(Names.CAMUNDA)
				? Vocabulary.engineElement(element.parent.name, element.name) : Vocabulary.ATTRIBUTES;
		if (!allowed.contains(attribute.name())) {
			refuse(element, attribute);
		}
		else if (attribute.name().equals("implementation") && !attribute.value().startsWith("##")) {
			refuse(element, attribute);
		}
	}

	private void xsi(Xml element, Xml.Attribute attribute) {
		String value = attribute.value();
		String local = value.substring(value.indexOf(':') + 1).strip();
		if (attribute.name().endsWith("chemaLocation")) {
			this.findings.add(Rule.SCHEMA_LOCATION, !Inert.attribute(element, attribute, false), element,
					attribute.shown());
		}
		else if (!attribute.name().equals("type") || !Vocabulary.EXPRESSIONS.contains(element.name)
				|| !Set.of("tFormalExpression", "tExpression").contains(local)) {
			this.findings.add(Rule.ATTRIBUTE, !Inert.attribute(element, attribute, false), element, attribute.shown(),
					attribute.shown());
		}
	}

	private void refuse(Xml element, Xml.Attribute attribute) {
		Rule rule = TOLD_APART.getOrDefault(attribute.name(), Rule.ATTRIBUTE);
		boolean inert = Inert.attribute(element, attribute, TOLD_APART.containsKey(attribute.name()));
		this.findings.add(rule, !inert, element, attribute.shown(), attribute.shown());
	}

	private boolean keep(Rule rule, Xml element) {
		this.findings.add(rule, !Inert.element(element), element, "", element.name);
		return false;
	}

	/** Whether an element belongs to a process that is made for the engine. */
	private static boolean runs(Xml element) {
		Xml process = element.process();
		return "true".equals(process.attribute("isExecutable")) && process.usesEngine();
	}

	private boolean refuse(Rule rule, Xml element, String name) {
		this.findings.add(rule, element, "", name);
		return false;
	}

}
