package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Violation;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Collects what is wrong with a form. */
public final class Violations {

	/** What the platform asks beside the fields of the form. */
	static final Set<String> BESIDE = Set.of(When.DECISION, "comment", "conditions", "coiDeclared", "returnTo",
			"attachments");

	private final FormDefinition form;

	private final List<Violation> found = new ArrayList<>();

	Violations(FormDefinition form) {
		this.form = form;
	}

	/**
	 * Adds one.
	 * @param path the field, {@code termEnd} or {@code resourceList[2].item}
	 * @param code a message key; its {@code {0}} is the label of the field
	 * @param arguments {@code {1}} and so on
	 */
	public void add(String path, String code, Object... arguments) {
		List<Object> all = new ArrayList<>();
		all.add(label(path));
		all.addAll(List.of(arguments));
		this.found.add(new Violation(path, code, all));
	}

	/** Whether that field has been found wrong. */
	public boolean has(String path) {
		return this.found.stream().anyMatch((violation) -> violation.field().equals(path));
	}

	/** Whether nothing is wrong. */
	public boolean isEmpty() {
		return this.found.isEmpty();
	}

	/** What is wrong, in the order of the form. */
	public List<Violation> list() {
		return List.copyOf(this.found);
	}

	/**
	 * Words of both languages as an argument of a message: it is said in the reader's.
	 */
	static MessageSourceResolvable words(Bilingual words) {
		return new DefaultMessageSourceResolvable(new String[] { "form.words" },
				new Object[] { words.in(Locale.ENGLISH), words.in(Locale.SIMPLIFIED_CHINESE) });
	}

	private MessageSourceResolvable label(String text) {
		if (BESIDE.contains(text) && this.form.field(text).isEmpty()) {
			return (When.DECISION.equals(text) && this.form.decisionLabel() != null) ? words(this.form.decisionLabel())
					: new DefaultMessageSourceResolvable("form.beside." + text);
		}
		return words(fieldLabel(text));
	}

	private Bilingual fieldLabel(String text) {
		Path path = Path.of(text);
		if (path == null) {
			return new Bilingual(text, text);
		}
		Field field = this.form.field(path.field()).orElse(null);
		if (field == null) {
			return new Bilingual(text, text);
		}
		if (path.row() < 0) {
			return field.label();
		}
		int row = path.row() + 1;
		Bilingual label = new Bilingual(field.label().en() + ", row " + row, field.label().zh() + "第" + row + "行");
		if (path.column() == null) {
			return label;
		}
		Bilingual column = field.column(path.column()).map(Field::label).orElse(new Bilingual("", ""));
		return new Bilingual(label.en() + ": " + column.en(), label.zh() + "：" + column.zh());
	}

}
