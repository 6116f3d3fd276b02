package org.gongjian.engine.guard;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing the check has to say about a file.
 *
 * @param element the id of the element, or empty for the file as a whole
 * @param elementName its name as drawn, or empty
 * @param where the attribute or the way down to the text, {@code camunda:assignee}
 * @param severity {@code error} refuses the file, {@code warning} does not
 * @param rule a stable code, {@code method}
 * @param messageKey the key of the message in {@code messages-engine}
 * @param arguments the message's arguments
 * @param message the message in English
 * @param line the line in the file, 0 if unknown
 * @param dangerous whether the file must not even be kept
 */
public record Finding(String element, String elementName, String where, String severity, String rule, String messageKey,
		List<Object> arguments, String message, int line, boolean dangerous) {

	private static final String BUNDLE = "messages-engine";

	private static final ResourceBundle.Control CONTROL = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	public Finding {
		arguments = List.copyOf(arguments);
	}

	static Finding of(Rule rule, String element, String name, String where, int line, Object... arguments) {
		return of(rule, rule.dangerous(), element, name, where, line, arguments);
	}

	static Finding of(Rule rule, boolean dangerous, String element, String name, String where, int line,
			Object... arguments) {
		String key = "engine.guard." + rule.id();
		List<Object> list = List.of(arguments);
		return new Finding(element, name, where, rule.severity(), rule.id(), key, list, text(key, list, Locale.ENGLISH),
				line, dangerous);
	}

	/** The message in the reader's language. */
	public String message(Locale locale) {
		boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		return text(this.messageKey, this.arguments, chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
	}

	/** Whether it refuses the file. */
	public boolean error() {
		return "error".equals(this.severity);
	}

	private static String text(String key, List<Object> arguments, Locale locale) {
		String pattern = ResourceBundle.getBundle(BUNDLE, locale, Finding.class.getClassLoader(), CONTROL)
			.getString(key);
		return new MessageFormat(pattern, locale).format(arguments.toArray());
	}

}
