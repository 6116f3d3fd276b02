package org.gongjian.engine.guard;

import java.util.Optional;

/** Applies the grammar to every attribute value and every text of a file. */
final class ExpressionCheck {

	private final Grammar grammar;

	private final Findings findings;

	ExpressionCheck(Grammar grammar, Findings findings) {
		this.grammar = grammar;
		this.findings = findings;
	}

	void check(Xml root) {
		root.each(this::element);
	}

	private void element(Xml element) {
		for (Xml.Attribute attribute : element.attributes) {
			problem(element, attribute)
				.ifPresent((found) -> this.findings.add(found.rule(), element, attribute.shown(), found.arguments()));
		}
		boolean told = element.is(Names.BPMN, "documentation", "text");
		(told ? this.grammar.checkText(element.text()) : this.grammar.check(element.text()))
			.ifPresent((found) -> this.findings.add(found.rule(), element, "", found.arguments()));
	}

	private Optional<Grammar.Problem> problem(Xml element, Xml.Attribute attribute) {
		if (attribute.namespace().equals(Names.CAMUNDA) && attribute.name().equals("delegateExpression")) {
			return this.grammar.checkStep(attribute.value());
		}
		boolean told = attribute.name().equals("name") && element.namespace.equals(Names.BPMN)
				&& !element.is(Names.BPMN, "message", "signal");
		return told ? this.grammar.checkText(attribute.value()) : this.grammar.check(attribute.value());
	}

}
