package org.gongjian.engine.guard;

import java.util.Set;

/** Warnings: what makes a diagram hard to work with in this house. */
final class AdviceCheck {

	private static final Set<String> PERFORMERS = Set.of("humanPerformer", "potentialOwner", "performer");

	private final Findings findings;

	AdviceCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		root.each((element) -> {
			if (element.is(Names.BPMN, "userTask")) {
				task(element);
			}
			else if (element.is(Names.BPMN, "task", "manualTask")) {
				this.findings.add(Rule.PLAIN_TASK, element, "");
			}
			else if (element.is(Names.BPMN, "signalEventDefinition")) {
				signal(root, element);
			}
			else if (element.is(Names.BPMN, "conditionalEventDefinition")) {
				condition(element);
			}
		});
	}

	private void task(Xml task) {
		String name = task.attribute("name");
		if (name == null || name.isBlank()) {
			this.findings.add(Rule.NO_NAME, task, "name");
		}
		else if (!chinese(name) || !latin(name)) {
			this.findings.add(Rule.ONE_LANGUAGE, task, "name");
		}
		if (task.attribute(Names.CAMUNDA, "formKey") == null) {
			this.findings.add(Rule.NO_FORM, task, "camunda:formKey");
		}
		if (task.attribute(Names.CAMUNDA, "dueDate") == null) {
			this.findings.add(Rule.NO_DUE_DATE, task, "camunda:dueDate");
		}
		boolean asked = task.attributes.stream()
			.anyMatch((attribute) -> attribute.name().matches("assignee|candidateUsers|candidateGroups"))
				|| task.children.stream().anyMatch((child) -> PERFORMERS.contains(child.name)) || task.below()
					.anyMatch((child) -> child.is(Names.CAMUNDA, "property") && "who".equals(child.attribute("name")));
		if (!asked) {
			this.findings.add(Rule.NOBODY, task, "");
		}
	}

	private static boolean chinese(String name) {
		return name.codePoints()
			.anyMatch((letter) -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
	}

	private static boolean latin(String name) {
		return name.codePoints()
			.anyMatch((letter) -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
	}

	private void signal(Xml root, Xml definition) {
		String signal = definition.attribute("signalRef");
		boolean thrown = definition.parent.name.matches("intermediateThrowEvent|endEvent");
		boolean answered = thrown && root.below()
			.anyMatch((other) -> other.is(Names.BPMN, "signalEventDefinition")
					&& String.valueOf(signal).equals(other.attribute("signalRef"))
					&& other.parent.name.equals("startEvent"));
		this.findings.add(answered ? Rule.LOOP : Rule.SIGNAL, answered && executable(definition), definition, "");
	}

	private void condition(Xml definition) {
		Xml event = definition.parent;
		boolean again = "false".equals(event.attribute("isInterrupting"))
				|| "false".equals(event.attribute("cancelActivity"));
		if (again) {
			this.findings.add(Rule.LOOP, executable(definition), definition, "");
		}
	}

	/** Whether an element stands in a process that can run. */
	private static boolean executable(Xml element) {
		return "true".equals(element.process().attribute("isExecutable"));
	}

}
