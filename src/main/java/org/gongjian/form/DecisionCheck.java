package org.gongjian.form;

import java.util.List;

/** Checks the decision and what is asked with it. */
final class DecisionCheck {

	private final FormContext context;

	private final Answer answer;

	private final TextCheck texts;

	private final Violations out;

	DecisionCheck(FormContext context, Answer answer, TextCheck texts, Violations out) {
		this.context = context;
		this.answer = answer;
		this.texts = texts;
		this.out = out;
	}

	String decision() {
		String decision = this.context.taken(this.answer.decision());
		if (this.context.decisions().isEmpty()) {
			return decision;
		}
		if (decision == null || decision.isBlank()) {
			this.out.add(When.DECISION, "form.violation.choose");
			return null;
		}
		if (this.context.decisions().stream().noneMatch((offered) -> offered.code().equals(decision))) {
			this.out.add(When.DECISION, "form.violation.option");
			return null;
		}
		if (this.context.review() && !this.answer.coiDeclared()) {
			this.out.add("coiDeclared", "form.violation.coi");
		}
		return decision;
	}

	String comment(String decision) {
		boolean required = this.context.decisions()
			.stream()
			.anyMatch((offered) -> offered.code().equals(decision) && offered.commentRequired())
				|| FormContext.RETURN.equals(decision);
		String comment = this.texts.text("comment", this.answer.comment(), 1000, true);
		if (comment == null && required && !this.out.has("comment")) {
			this.out.add("comment", "form.violation.comment");
		}
		else if (comment != null && required && Texts.length(comment) < 5) {
			this.out.add("comment", "form.violation.min-length", 5, Texts.length(comment));
		}
		return comment;
	}

	String conditions() {
		return this.context.asksConditions() ? this.texts.text("conditions", this.answer.conditions(), 500, true)
				: null;
	}

	String returnTo(String decision) {
		if (!FormContext.RETURN.equals(decision)) {
			return null;
		}
		List<Option> targets = this.context.returnTo();
		String target = this.answer.returnTo();
		if (target == null || target.isBlank()) {
			return targets.isEmpty() ? null : targets.get(0).value();
		}
		if (targets.stream().noneMatch((option) -> option.value().equals(target))) {
			this.out.add("returnTo", "form.violation.option");
			return null;
		}
		return target;
	}

}
