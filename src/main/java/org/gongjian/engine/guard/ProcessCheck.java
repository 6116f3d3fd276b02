package org.gongjian.engine.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Layer 2: what a diagram as a whole has to have, and which values its attributes may
 * take.
 */
final class ProcessCheck {

	static final Set<String> RESERVED_VARIABLES = Set.of("execution", "task", "initiator", "initiatorOrg",
			"initiatorRole", "caseNumber", "slot", "decision", "votes", "loopCounter", "nrOfInstances",
			"nrOfActiveInstances", "nrOfCompletedInstances");

	private static final Pattern TTL = Pattern.compile("P(\\d{1,6})D|(\\d{1,6})");

	private static final int LEAST_DAYS = 365;

	private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

	private static final Pattern FORM_KEY = Pattern.compile("app:[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

	private static final Pattern MISLEADING = Pattern
		.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

	private static final int MAX_NAME = 200;

	private static final List<String> REFERENCES = List.of("sourceRef", "targetRef", "default", "attachedToRef",
			"messageRef", "signalRef", "errorRef", "escalationRef", "activityRef", "processRef", "dataObjectRef",
			"dataStoreRef", "bpmnElement");

	private final Findings findings;

	private final Map<String, Xml> ids = new HashMap<>();

	ProcessCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		root.each(this::id);
		root.each(this::element);
		List<Xml> processes = root.children(Names.BPMN, "process").toList();
		if (processes.isEmpty()) {
			this.findings.file(Rule.NO_PROCESS, root.line);
		}
		if (processes.size() > 1) {
			this.findings.add(Rule.SEVERAL_PROCESSES, processes.get(1), "");
		}
		processes.forEach(this::process);
	}

	/** Lays down the rule for how long history is kept, also for decision tables. */
	static boolean keptLongEnough(String days) {
		var matcher = TTL.matcher((days == null) ? "" : days);
		return matcher.matches()
				&& Integer.parseInt((matcher.group(1) == null) ? matcher.group(2) : matcher.group(1)) >= LEAST_DAYS;
	}

	private void process(Xml process) {
		if (!"true".equals(process.attribute("isExecutable"))) {
			this.findings.add(Rule.EXECUTABLE, process, "isExecutable");
		}
		if (!keptLongEnough(process.attribute(Names.CAMUNDA, "historyTimeToLive"))) {
			this.findings.add(Rule.TTL, process, "camunda:historyTimeToLive", "P" + LEAST_DAYS + "D");
		}
		if (process.below().noneMatch((element) -> element.is(Names.BPMN, "userTask"))) {
			this.findings.add(Rule.NO_USER_TASK, process, "");
		}
		if (process.children(Names.BPMN, "startEvent").findAny().isEmpty()) {
			this.findings.add(Rule.NO_START, process, "");
		}
		if (!KEY.matcher(process.id()).matches()) {
			this.findings.add(Rule.ID, process, "id");
		}
	}

	private void id(Xml element) {
		String id = element.id();
		boolean named = element.namespace.equals(Names.BPMN) || Vocabulary.DRAWING.containsKey(element.namespace);
		if (named && !id.isEmpty() && this.ids.put(id, element) != null) {
			this.findings.add(Rule.DUPLICATE_ID, element, "id", id);
		}
		if (id.length() > MAX_NAME || (Vocabulary.FLOW_NODES.contains(element.name)
				&& element.is(Names.BPMN, element.name) && id.isEmpty())) {
			this.findings.add(Rule.ID, element, "id");
		}
	}

	private void element(Xml element) {
		String name = element.attribute("name");
		if (name != null && element.namespace.equals(Names.BPMN)) {
			name(element, name);
		}
		for (String reference : REFERENCES) {
			String target = element.attribute(reference);
			if (target != null && !element.namespace.equals(Names.CAMUNDA) && !known(target)) {
				this.findings.add(Rule.REFERENCE, element, reference, target);
			}
		}
		String form = element.attribute(Names.CAMUNDA, "formKey");
		if (form != null && !FORM_KEY.matcher(form).matches()) {
			this.findings.add(Rule.FORM_KEY, element, "camunda:formKey");
		}
		switch (element.name) {
			case "serviceTask", "sendTask" -> step(element);
			case "businessRuleTask" -> rules(element);
			case "callActivity" -> call(element);
			case "failedJobRetryTimeCycle" -> value(element, element.text(), "R[1-9]/P[A-Z0-9]{2,12}");
			case "formField" -> {
				warn(Rule.DRAWN_FIELDS, element);
				value(element, element.attribute("type"), "string|long|boolean|date|enum");
			}
			case "constraint" ->
				value(element, element.attribute("name"), "required|readonly|minlength|maxlength|min|max");
			case "inputParameter", "outputParameter" -> parameter(element);
			case "in", "out" -> {
				if (element.attribute("target") != null) {
					variable(element, element.attribute("target"));
				}
			}
			default -> variables(element);
		}
	}

	private boolean known(String target) {
		return this.ids.containsKey(target.substring(target.indexOf(':') + 1));
	}

	private void name(Xml element, String name) {
		if (name.length() > MAX_NAME) {
			this.findings.add(Rule.NAME_LENGTH, element, "name", MAX_NAME);
		}
		if (MISLEADING.matcher(name).find()) {
			this.findings.add(Rule.NAME_CHARACTERS, element, "name");
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
			value(task, table, KEY.pattern());
			String result = task.attribute(Names.CAMUNDA, "resultVariable");
			if (result != null) {
				variable(task, result);
			}
		}
	}

	private void call(Xml call) {
		value(call, call.attribute("calledElement"), KEY.pattern());
		for (Xml outer = call.parent; outer != null; outer = outer.parent) {
			if (outer.is(Names.BPMN, "process") && outer.id().equals(call.attribute("calledElement"))) {
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

	private void variables(Xml element) {
		for (String attribute : new HashSet<>(
				List.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable"))) {
			String name = element.attribute(Names.CAMUNDA, attribute);
			if (name != null) {
				variable(element, name);
			}
		}
	}

	private void variable(Xml element, String name) {
		if (!VARIABLE.matcher(name).matches() || RESERVED_VARIABLES.contains(name)) {
			this.findings.add(Rule.RESERVED_NAME, element, "", name);
		}
	}

	private void value(Xml element, String value, String pattern) {
		if (value == null || !value.matches(pattern)) {
			this.findings.add(Rule.VALUE, element, "", (value == null) ? "" : value);
		}
	}

	private void warn(Rule rule, Xml element) {
		this.findings.add(rule, element, "");
	}

}
