package org.gongjian.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Violation;
import org.springframework.context.MessageSource;

/** What everybody who prepares one form for the templates needs to know. */
final class FormSheet {

	final FormSession session;

	final FormContext context;

	final Typed typed;

	final Locale locale;

	final LocalDate today;

	final Conditions conditions;

	final Names names;

	/** What is wrong, by the path of the field. */
	final Map<String, String> errors = new LinkedHashMap<>();

	/** Where the summary leads to, by the path of the field. */
	final Map<String, String> anchors = new HashMap<>();

	private final MessageSource messages;

	FormSheet(FormSession session, Names.Lookup lookup, MessageSource messages, Locale locale, LocalDate today) {
		this.session = session;
		this.context = session.context();
		this.typed = session.typed();
		this.messages = messages;
		this.locale = locale;
		this.today = today;
		this.conditions = new Conditions(this.context, this.typed, session.answer());
		this.names = lookup.find(wanted());
		for (Violation violation : session.violations()) {
			this.errors.putIfAbsent(violation.field(), say(violation.code(), violation.arguments().toArray()));
		}
	}

	private Names.Wanted wanted() {
		Names.Wanted wanted = new Names.Wanted();
		for (Field field : this.context.form().fields()) {
			wanted.add(field, this.typed.get(field.name()));
			wanted.add(field, this.context.own().get(field.name()));
		}
		wanted.files(this.session.answer().attachments());
		read().forEach((name) -> Labels.want(this.context.catalogue(), name, this.context.data().get(name), wanted));
		Filled filled = this.session.filledOrNull();
		if (filled != null) {
			this.context.form().fields().forEach((field) -> wanted.add(field, filled.changes().get(field.name())));
		}
		return wanted;
	}

	/** What the step shows of the case. */
	List<String> read() {
		List<String> read = this.context.form().read();
		return read.contains("*") ? this.context.catalogue().names() : read;
	}

	String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, this.locale);
	}

	String words(Bilingual words) {
		return (words == null) ? null : words.in(this.locale);
	}

	/** The field of that name that is typed in this form, or {@code null}. */
	Field typedField(String name) {
		return this.context.form().field(name).filter((field) -> !field.readOnly()).orElse(null);
	}

	/** The id of the control at a path. */
	static String id(String path) {
		return "f-" + path.replace("[", "-").replace("].", "-").replace("]", "").replace("_", "");
	}

}
