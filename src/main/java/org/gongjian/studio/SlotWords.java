package org.gongjian.studio;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.organisation.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom a step asks, {@code secretary@hostOrg}, as people say it. */
@Component
class SlotWords {

	private static final Pattern AT = Pattern.compile("([a-z][a-z-]*)@(.+)");

	private static final Pattern OF = Pattern.compile("(person|role):(.+)");

	private final MessageSource messages;

	SlotWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A slot in words; itself where it is none.
	 * @param label what a field or an answer of a table is called, from its name
	 */
	String say(String slot, UnaryOperator<String> label, Locale locale) {
		Matcher at = AT.matcher(slot);
		if (at.matches()) {
			return message("studio.who.at", locale, role(at.group(1), locale), label.apply(at.group(2)));
		}
		Matcher of = OF.matcher(slot);
		if (of.matches()) {
			String key = of.group(1).equals("person") ? "studio.who.in" : "studio.who.answer";
			return message(key, locale, label.apply(of.group(2)));
		}
		return switch (slot) {
			case "initiator" -> message("studio.who.initiator", locale);
			case "superior:initiator" -> message("studio.who.superior", locale);
			default -> role(slot, locale);
		};
	}

	private String role(String role, Locale locale) {
		String key = Role.of(role).isPresent() ? "organisation.role." : "studio.who.";
		return this.messages.getMessage(key + role, null, role, locale);
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
