package org.gongjian.form;

import org.gongjian.shared.Written;

/** Checks what is written: one line or many. */
final class TextCheck {

	private final Violations out;

	TextCheck(Violations out) {
		this.out = out;
	}

	/** The scalar that was typed as trimmed text, or {@code null} if there is none. */
	String scalar(String path, Object raw) {
		if (raw == null) {
			return null;
		}
		if (!(raw instanceof String text)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		if (text.length() > 1000) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		String tidy = Written.line(text).text();
		return tidy.isEmpty() ? null : tidy;
	}

	String text(String path, Object raw, int max, boolean lines) {
		if (raw == null) {
			return null;
		}
		if (!(raw instanceof String text)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		if (text.length() > 4 * max + 1000) {
			this.out.add(path, "form.violation.max-length", max, text.length());
			return null;
		}
		Written tidy = lines ? Written.text(text) : Written.line(text);
		if (!tidy.clean()) {
			this.out.add(path, "form.violation.characters");
			return null;
		}
		if (tidy.length() > max) {
			this.out.add(path, "form.violation.max-length", max, tidy.length());
			return null;
		}
		return tidy.empty() ? null : tidy.text();
	}

	String text(Field field, String path, Object raw, boolean lines) {
		String text = text(path, raw, field.maxLength(), lines);
		if (text == null) {
			return null;
		}
		if (Texts.length(text) < field.minLength()) {
			this.out.add(path, "form.violation.min-length", field.minLength(), Texts.length(text));
			return null;
		}
		if (field.pattern() != null && !Texts.matches(field.pattern(), text)) {
			this.out.add(path, "form.violation.pattern");
			return null;
		}
		return text;
	}

}
