package org.gongjian.engine.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Layer 2: what a diagram as a whole has to have, and which values its attributes may
 * take.
 */
final class ProcessCheck {

	private static final Pattern TTL = Pattern.compile("P(\\d{1,6})D|(\\d{1,6})");

	private static final int LEAST_DAYS = 365;

	private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

	private static final Pattern FORM_KEY = Pattern.compile("app:[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

	private static final Pattern MISLEADING = Pattern
		.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

	private static final int MAX_NAME = 200;

	private static final int MAX_NODES = 400;

	private static final List<String> REFERENCES = List.of("sourceRef", "targetRef", "default", "attachedToRef",
			"messageRef", "signalRef", "errorRef", "escalationRef", "activityRef", "processRef", "dataObjectRef",
			"dataStoreRef", "bpmnElement");

	private final Findings findings;

	private final Map<String, Xml> ids = new HashMap<>();

	private final ValueCheck values;

	ProcessCheck(Findings findings) {
		this.findings = findings;
		this.values = new ValueCheck(findings);
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
		boolean runs = processes.stream().anyMatch(ProcessCheck::executable);
		processes.forEach((process) -> {
			if (!executable(process)) {
				// made for the engine, and yet nothing of it would ever begin
				this.findings.add(Rule.EXECUTABLE, !runs && process.usesEngine(), process, "isExecutable");
			}
			process(process);
		});
	}

	/** Lays down the rule for how long history is kept, also for decision tables. */
	static boolean keptLongEnough(String days) {
		var matcher = TTL.matcher((days == null) ? "" : days);
		return matcher.matches()
				&& Integer.parseInt((matcher.group(1) == null) ? matcher.group(2) : matcher.group(1)) >= LEAST_DAYS;
	}

	private static boolean executable(Xml process) {
		return "true".equals(process.attribute("isExecutable"));
	}

	private void process(Xml process) {
		if (!keptLongEnough(process.attribute(Names.CAMUNDA, "historyTimeToLive"))) {
			this.findings.add(Rule.TTL, process, "camunda:historyTimeToLive", "P" + LEAST_DAYS + "D");
		}
		if (process.below().noneMatch((element) -> element.is(Names.BPMN, "userTask"))) {
			this.findings.add(Rule.NO_USER_TASK, process, "");
		}
		if (process.children(Names.BPMN, "startEvent").findAny().isEmpty()) {
			this.findings.add(Rule.NO_START, process, "");
		}
		if (process.below().filter(FlowGraph::isNode).count() > MAX_NODES) {
			this.findings.add(Rule.TOO_MANY_NODES, process, "", MAX_NODES);
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
		this.values.check(element);
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

}
