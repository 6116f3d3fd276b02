package org.gongjian.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks what is ticked or chosen from a form's own list. */
final class ChoiceCheck {

	private final TextCheck texts;

	private final Violations out;

	/** Whether empty fields are accepted. */
	private final boolean incomplete;

	ChoiceCheck(TextCheck texts, Violations out, boolean incomplete) {
		this.texts = texts;
		this.out = out;
		this.incomplete = incomplete;
	}

	Boolean flag(Field field, String path, Object raw) {
		Boolean flag = null;
		if (raw instanceof Boolean bool) {
			flag = bool;
		}
		else {
			String text = this.texts.scalar(path, raw);
			if (text != null) {
				flag = switch (text) {
					case "true", "on" -> true;
					case "false" -> false;
					default -> null;
				};
				if (flag == null) {
					this.out.add(path, "form.violation.type");
					return null;
				}
			}
			else if (raw instanceof String || (raw == null && !field.required())) {
				flag = field.required() ? null : false;
			}
		}
		if (field.mustBeTrue() && !Boolean.TRUE.equals(flag)) {
			if (!this.incomplete && !this.out.has(path)) {
				this.out.add(path, "form.violation.must-be-true");
			}
			return null;
		}
		return flag;
	}

	String option(Field field, String path, Object raw) {
		String value = this.texts.scalar(path, raw);
		if (value != null && field.option(value).isEmpty()) {
			this.out.add(path, "form.violation.option");
			return null;
		}
		return value;
	}

	List<String> options(Field field, String path, Object raw) {
		Set<String> chosen = several(path, raw);
		if (chosen == null || chosen.isEmpty()) {
			return null;
		}
		if (chosen.stream().anyMatch((value) -> field.option(value).isEmpty())) {
			this.out.add(path, "form.violation.option");
			return null;
		}
		return field.options().stream().map(Option::value).filter(chosen::contains).toList();
	}

	Set<String> several(String path, Object raw) {
		if (raw == null) {
			return Set.of();
		}
		if (raw instanceof String one) {
			return one.isBlank() ? Set.of() : Set.of(one);
		}
		if (!(raw instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		return new LinkedHashSet<>(Typed.texts(list));
	}

}
