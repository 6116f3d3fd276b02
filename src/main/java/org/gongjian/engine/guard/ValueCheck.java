package org.gongjian.engine.guard;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Layer 2: the values the engine's own elements and attributes may take. */
final class ValueCheck {

	/** Variables that belong to the platform; a diagram may not set them. */
	private static final Set<String> RESERVED = Set.of("execution", "task", "initiator", "initiatorOrg",
			"initiatorRole", "caseNumber", "slot", "part", "decision", "votes", "outside", "settled", "loopCounter",
			"nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

	private static final String KEY = "[A-Za-z_][A-Za-z0-9_.-]{0,63}";

	private static final String NUMBER = "-?\\d{1,9}";

	/** Attributes with a fixed value, or an expression where that is allowed. */
	private static final Map<String, String> FIXED = Map.of("priority", NUMBER, "jobPriority", NUMBER,
			"calledElementVersion", "\\d{1,9}", "decisionRefVersion", "\\d{1,9}", "versionTag", "[^$#]{1,64}",
			"dueDate", "\\d{4}-\\d{2}-\\d{2}(T[0-9:.+Z-]{4,24})?", "followUpDate",
			"\\d{4}-\\d{2}-\\d{2}(T[0-9:.+Z-]{4,24})?", "mapDecisionResult",
			"singleEntry|singleResult|collectEntries|resultList");

	private static final Set<String> SET = Set.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable",
			"resultVariable", "elementVariable", "initiator");

	private static final Map<String, String> OWN = Map.of("elementVariable", "slot", "initiator", "initiator");

	/** Settings of a node that are read as more than names. */
	private static final Map<String, String> SETTINGS = Map.of("rule",
			"all|any|majority|ratio:([1-9][0-9]?|100)|count:[1-9][0-9]?", "nobody",
			"admin|superior|skip:[A-Z][A-Z0-9_]{0,39}", "repeat", "approve", "review", "true|false", "protected",
			"true|false", "recall", "true|false", "bulk", "true|false", "editors",
			"[a-z][a-z0-9-]{0,39}(@[A-Za-z][A-Za-z0-9]{0,39})?(,[a-z][a-z0-9-]{0,39}(@[A-Za-z][A-Za-z0-9]{0,39})?)*");

	private final Findings findings;

	ValueCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml element) {
		for (Xml.Attribute attribute : element.attributes) {
			if (attribute.namespace().equals(Names.CAMUNDA)) {
				attribute(element, attribute);
			}
		}
		switch (element.name) {
			case "serviceTask", "sendTask" -> step(element);
			case "businessRuleTask" -> rules(element);
			case "callActivity" -> call(element);
			case "failedJobRetryTimeCycle" -> value(element, element.text(), "R[1-9]/P[A-Z0-9]{2,12}");
			case "formField" -> {
				this.findings.add(Rule.DRAWN_FIELDS, element, "");
				value(element, element.attribute("type"), "string|long|boolean|date|enum");
			}
			case "constraint" ->
				value(element, element.attribute("name"), "required|readonly|minlength|maxlength|min|max");
			case "inputParameter", "outputParameter" -> parameter(element);
			case "in", "out" -> target(element);
			case "property" -> setting(element);
			default -> {
			}
		}
	}

	private void attribute(Xml element, Xml.Attribute attribute) {
		String pattern = FIXED.get(attribute.name());
		if (pattern != null && !Grammar.concerns(attribute.value()) && !attribute.value().matches(pattern)) {
			this.findings.add(Rule.VALUE, element, attribute.shown(), attribute.value());
		}
		if (SET.contains(attribute.name()) && !attribute.value().equals(OWN.get(attribute.name()))) {
			variable(element, attribute.value());
		}
	}

	private void step(Xml task) {
		if (task.attribute(Names.CAMUNDA, "delegateExpression") == null) {
			this.findings.add(Rule.STEP_MISSING, task, "camunda:delegateExpression");
		}
	}

	private void rules(Xml task) {
		String table = task.attribute(Names.CAMUNDA, "decisionRef");
		if (table == null) {
			step(task);
		}
		else {
			value(task, table, KEY);
		}
	}

	private void call(Xml call) {
		String called = call.attribute("calledElement");
		value(call, called, KEY);
		for (Xml outer = call.parent; outer != null; outer = outer.parent) {
			if (outer.is(Names.BPMN, "process") && outer.id().equals(called)) {
				this.findings.add(Rule.RECURSION, call, "calledElement");
			}
		}
	}

	private void parameter(Xml parameter) {
		variable(parameter, String.valueOf(parameter.attribute("name")));
		Xml owner = Findings.owner(parameter);
		boolean decided = owner != null && owner.is(Names.BPMN, "userTask") && parameter.name.equals("outputParameter");
		this.findings.add(decided ? Rule.ELEMENT : Rule.PARAMETERS, parameter, "", "camunda:" + parameter.name);
	}

	private void target(Xml mapping) {
		String target = mapping.attribute("target");
		boolean out = mapping.name.equals("out") && target != null;
		if (out || (target != null && !VARIABLE.matcher(target).matches())) {
			variable(mapping, target);
		}
	}

	private void setting(Xml property) {
		String pattern = SETTINGS.get(String.valueOf(property.attribute("name")));
		String value = String.valueOf(property.attribute("value"));
		if (pattern != null && !value.matches(pattern)) {
			this.findings.add(Rule.VALUE, property, String.valueOf(property.attribute("name")), value);
		}
		boolean outcome = property.namespace.equals(Names.CAMUNDA) && "outcome".equals(property.attribute("name"));
		if (outcome) {
			variable(property, String.valueOf(property.attribute("value")));
		}
	}

	private void variable(Xml element, String name) {
		if (!VARIABLE.matcher(name).matches() || RESERVED.contains(name)) {
			this.findings.add(Rule.RESERVED_NAME, element, "", name);
		}
	}

	private void value(Xml element, String value, String pattern) {
		if (value == null || !value.matches(pattern)) {
			this.findings.add(Rule.VALUE, element, "", (value == null) ? "" : value);
		}
	}

}
