package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongjian.form.FormView.FieldView;
import org.gongjian.form.FormView.Problem;

/** Puts one form together. */
final class FormPage {

	private final FormSheet sheet;

	private final FieldControls fields;

	private final DecisionControls decisions;

	FormPage(FormSheet sheet, ChoiceFinder choices) {
		this.sheet = sheet;
		FileControls files = new FileControls(sheet);
		this.fields = new FieldControls(sheet, choices, files);
		this.decisions = new DecisionControls(sheet, files);
	}

	FormView view() {
		FormSession session = this.sheet.session;
		FormDefinition form = this.sheet.context.form();
		List<FormView.Section> sections = sections(form);
		FieldView decision = this.decisions.decision();
		List<FieldView> beside = this.sheet.context.decisions().isEmpty() ? List.of() : this.decisions.beside();
		List<ValueView> read = Labels.describe(this.sheet.context.catalogue(), this.sheet.read(),
				this.sheet.context.data(), this.sheet.locale, this.sheet.names);
		return new FormView(this.sheet.words(form.title()), this.sheet.words(form.help()), problems(), read, sections,
				decision, dependsOnDecision(form), beside, answers(), TypedPairs.of(session), session.token(),
				session.draftVersion(), session.draftSavedAt(), session.draftRestored(), session.draftConflict(),
				session.draftBy());
	}

	private List<FormView.Section> sections(FormDefinition form) {
		List<FormView.Section> sections = new ArrayList<>();
		for (FormDefinition.Section section : form.sections()) {
			List<FieldView> views = section.fields()
				.stream()
				.filter((field) -> field.when() == null || this.sheet.conditions.mayBeAsked(field))
				.map((field) -> this.fields.field(field, field.name(), this.sheet.typed.get(field.name()), null,
						Map.of()))
				.toList();
			if (!views.isEmpty()) {
				sections.add(new FormView.Section(this.sheet.words(section.title()), this.sheet.words(section.help()),
						views));
			}
		}
		return sections;
	}

	private static boolean dependsOnDecision(FormDefinition form) {
		return form.fields()
			.stream()
			.anyMatch((field) -> field.when() != null && field.when().oneOf().containsKey(When.DECISION));
	}

	private List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		this.sheet.errors.forEach((path, message) -> problems.add(new Problem(
				this.sheet.anchors.getOrDefault(path, FormSheet.id(path.isEmpty() ? "form" : path)), message)));
		return problems;
	}

	/** What was answered, for checking it before it is sent. */
	private List<ValueView> answers() {
		Filled filled = this.sheet.session.filledOrNull();
		if (filled == null) {
			return List.of();
		}
		return this.sheet.context.form()
			.fields()
			.stream()
			.filter((field) -> !field.readOnly() && this.sheet.conditions.asks(field))
			.map((field) -> Labels.view(field, filled.changes().get(field.name()), this.sheet.names, this.sheet.locale))
			.toList();
	}

}
