package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.form.FormView.FieldView;

/** The choice of the decision, and what is asked with it. */
final class DecisionControls {

	private final FormSheet sheet;

	private final FileControls files;

	DecisionControls(FormSheet sheet, FileControls files) {
		this.sheet = sheet;
		this.files = files;
	}

	/** The choice, or {@code null} where there is none. */
	FieldView decision() {
		FormContext context = this.sheet.context;
		if (context.decisions().size() < 2) {
			return null;
		}
		Control control = new Control(this.sheet, "_decision", "radios");
		control.label = (context.form().decisionLabel() != null) ? this.sheet.words(context.form().decisionLabel())
				: this.sheet.say("form.beside.decision");
		control.required = true;
		control.value = this.sheet.session.answer().decision();
		context.decisions()
			.forEach((offered) -> control.choice(offered.code(), this.sheet.words(offered.label()), null));
		return control.view(When.DECISION);
	}

	List<FieldView> beside() {
		FormContext context = this.sheet.context;
		List<FieldView> beside = new ArrayList<>();
		if (context.returnTo().size() > 1) {
			beside.add(returnTo());
		}
		beside.add(comment());
		if (context.asksConditions()) {
			beside.add(conditions());
		}
		if (context.asksAttachments()) {
			Control attachments = control("attachments", "file");
			this.files.fill(attachments, this.sheet.session.answer().attachments(), List.of(), 10);
			beside.add(attachments.view("attachments"));
		}
		if (context.review()) {
			Control declared = control("coiDeclared", "checkbox");
			declared.required = true;
			declared.value = String.valueOf(this.sheet.session.answer().coiDeclared());
			beside.add(declared.view("coiDeclared"));
		}
		return beside;
	}

	private FieldView returnTo() {
		List<Option> targets = this.sheet.context.returnTo();
		String chosen = this.sheet.session.answer().returnTo();
		Control control = control("returnTo", "radios");
		control.required = true;
		control.value = (chosen == null) ? targets.get(0).value() : chosen;
		targets.forEach((target) -> control.choice(target.value(), this.sheet.words(target.label()), null));
		control.when(new When(Map.of(When.DECISION, List.of(FormContext.RETURN))), null);
		return control.view("returnTo");
	}

	private FieldView comment() {
		Control comment = control("comment", "prose");
		comment.value = this.sheet.session.answer().comment();
		List<Decision> decisions = this.sheet.context.decisions();
		List<Decision> needing = decisions.stream().filter(DecisionControls::asksWhy).toList();
		comment.required = !decisions.isEmpty() && needing.size() == decisions.size();
		comment.hint = comment.required ? null : commentHint(needing);
		comment.lines = 3;
		return comment.view("comment");
	}

	private FieldView conditions() {
		Control conditions = control("conditions", "prose");
		conditions.value = this.sheet.session.answer().conditions();
		conditions.hint = this.sheet.say("form.beside.conditions.hint");
		conditions.lines = 2;
		return conditions.view("conditions");
	}

	private static boolean asksWhy(Decision offered) {
		return offered.commentRequired() || FormContext.RETURN.equals(offered.code());
	}

	private String commentHint(List<Decision> needing) {
		String needed = needing.stream()
			.map((offered) -> this.sheet.words(offered.label()))
			.collect(Collectors.joining(this.sheet.say("form.or")));
		return needed.isEmpty() ? null : this.sheet.say("form.beside.comment.hint", needed);
	}

	private Control control(String name, String widget) {
		Control control = new Control(this.sheet, "_" + name, widget);
		control.label = this.sheet.say("form.beside." + name);
		return control;
	}

}
