package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongjian.engine.Thresholds;
import org.gongjian.organisation.Parameters;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The parameters that conditions and decision tables can name. */
@Component
class ThresholdNames {

	private static final Pattern NAME = Pattern.compile("\\b" + Thresholds.PREFIX + "\\w+");

	private final Parameters parameters;

	private final MessageSource messages;

	ThresholdNames(Parameters parameters, MessageSource messages) {
		this.parameters = parameters;
		this.messages = messages;
	}

	/**
	 * A parameter.
	 *
	 * @param name as diagrams write it
	 * @param value in force today
	 */
	record Named(String name, String label, String value) {
	}

	List<Named> all(Locale locale) {
		return this.parameters.numbers()
			.stream()
			.map((one) -> new Named(Thresholds.name(one.key()), label(one, locale), one.value()))
			.toList();
	}

	private String label(Parameters.Number one, Locale locale) {
		return (one.label() != null) ? one.label().in(locale)
				: this.messages.getMessage("organisation.parameter." + one.key(), null, one.key(), locale);
	}

	/** The names in a text that no parameter has. */
	Set<String> unknown(String text) {
		Set<String> named = NAME.matcher(text)
			.results()
			.map((found) -> found.group())
			.collect(Collectors.toCollection(TreeSet::new));
		if (!named.isEmpty()) {
			this.parameters.numbers().forEach((one) -> named.remove(Thresholds.name(one.key())));
		}
		return named;
	}

}
