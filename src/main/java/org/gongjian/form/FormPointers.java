package org.gongjian.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.form.FormFault.Reason;

/** What can only be said of a form as a whole: whether names point somewhere. */
final class FormPointers {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

	private final FormDefinition form;

	private final List<FormFault> faults;

	FormPointers(FormDefinition form, List<FormFault> faults) {
		this.form = form;
		this.faults = faults;
	}

	void check() {
		if (this.form.caseTitle() != null) {
			title(this.form.caseTitle().en());
			title(this.form.caseTitle().zh());
		}
		for (Field field : this.form.fields()) {
			pointers(field, List.of(), field.name());
			for (Field column : field.columns()) {
				pointers(column, field.columns(), field.name() + "." + column.name());
			}
		}
	}

	private void title(String words) {
		Matcher placeholders = PLACEHOLDER.matcher(words);
		while (placeholders.find()) {
			if (this.form.field(placeholders.group(1)).isEmpty()) {
				fault("caseTitle", Reason.FIELD, placeholders.group(1));
			}
		}
	}

	private void pointers(Field field, List<Field> siblings, String path) {
		if (field.of() != null) {
			Field target = target(field.of(), siblings);
			if (target != null && target.type() != FieldType.ORGANISATION) {
				fault(path + ".of", Reason.ORGANISATION, field.of());
			}
		}
		if (field.when() != null) {
			field.when().oneOf().forEach((name, values) -> {
				if (When.DECISION.equals(name)) {
					decisions(values, path);
				}
				else {
					values(field, name, values, siblings, path);
				}
			});
		}
	}

	private void decisions(List<String> values, String path) {
		for (String value : values) {
			if (!this.form.decisions().isEmpty() && this.form.decision(value).isEmpty()
					&& !FormContext.RETURN.equals(value)) {
				fault(path + ".when", Reason.DECISION, value);
			}
		}
	}

	private void values(Field field, String name, List<String> values, List<Field> siblings, String path) {
		if (name.equals(field.name())) {
			fault(path + ".when", Reason.ITSELF);
		}
		Field target = target(name, siblings);
		if (target == null || target.options().isEmpty()) {
			return;
		}
		for (String value : values) {
			if (target.option(value).isEmpty()) {
				fault(path + ".when", Reason.OPTION, name, value);
			}
		}
	}

	private void fault(String place, Reason reason, String... values) {
		this.faults.add(new FormFault(place, reason, List.of(values)));
	}

	/** The field of that name beside this one, or {@code null} if the case brings it. */
	private Field target(String name, List<Field> siblings) {
		return siblings.stream()
			.filter((sibling) -> sibling.name().equals(name))
			.findFirst()
			.or(() -> this.form.field(name))
			.orElse(null);
	}

}
