package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says to programs what a form asks. */
@Component
class FormShapes {

	private static final String CHOICES = "/api/v1/choices?type=";

	private final MessageSource messages;

	FormShapes(MessageSource messages) {
		this.messages = messages;
	}

	List<FieldShape> of(FormContext context, Locale locale) {
		Conditions conditions = new Conditions(context, Typed.blank(context.form()), Answer.NONE);
		List<FieldShape> shapes = new ArrayList<>();
		for (Field field : context.form().fields()) {
			if (conditions.mayBeAsked(field)) {
				shapes.add(shape(field, locale));
			}
		}
		if (context.review()) {
			shapes.add(beside("coiDeclared", FieldType.BOOLEAN, true, locale));
		}
		if (context.asksConditions()) {
			shapes.add(beside("conditions", FieldType.LONG_TEXT, false, locale));
		}
		if (context.asksAttachments()) {
			shapes.add(beside("attachments", FieldType.FILE, false, locale));
		}
		return shapes;
	}

	private FieldShape beside(String name, FieldType type, boolean required, Locale locale) {
		return new FieldShape(name, label(name, locale), type.code(), required, false, List.of(), List.of(), null, null,
				null, null, null, null);
	}

	private static FieldShape shape(Field field, Locale locale) {
		return new FieldShape(field.name(), field.label().in(locale), field.type().code(),
				field.required() && field.when() == null, field.readOnly(),
				field.options()
					.stream()
					.map((option) -> new FieldShape.OptionShape(option.value(), option.label().in(locale)))
					.toList(),
				field.columns().stream().map((column) -> shape(column, locale)).toList(), field.min(), field.max(),
				field.pattern(), (field.help() == null) ? null : field.help().in(locale), choices(field), field.of());
	}

	private static String choices(Field field) {
		return switch (field.type()) {
			case ORGANISATION -> CHOICES + "organisation" + ((field.side() == null) ? "" : "&side=" + field.side());
			case PERSON -> CHOICES + "person" + ((field.of() == null) ? "" : "&of={" + field.of() + "}");
			case REFERENCE -> CHOICES + "reference&kind=" + field.kind();
			default -> null;
		};
	}

	private String label(String name, Locale locale) {
		return this.messages.getMessage("form.beside." + name, null, locale);
	}

}
