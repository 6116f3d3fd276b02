package org.gongjian.inbox;

import java.util.Locale;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.Node;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How a case ended, in words: a sentence of ours, else what the diagram calls that end,
 * else the code made readable.
 */
@Component
public class Outcomes {

	private final Definitions definitions;

	private final MessageSource messages;

	Outcomes(Definitions definitions, MessageSource messages) {
		this.definitions = definitions;
		this.messages = messages;
	}

	/**
	 * The words for an outcome, in the reader's language.
	 * @param definition the version the case ran on, or {@code null} where a list does
	 * not know it
	 * @param outcome {@code IN_FORCE}, as the case keeps it
	 */
	public String of(String definition, String outcome) {
		Locale locale = LocaleContextHolder.getLocale();
		String plain = outcome.toLowerCase(Locale.ROOT);
		String said = this.messages.getMessage("inbox.outcome." + outcome, null, "", locale);
		if (!said.isEmpty()) {
			return said;
		}
		if (definition == null) {
			return plain.replace('_', ' ');
		}
		return this.definitions.node(definition, "end-" + plain.replace('_', '-'))
			.map(Node::name)
			.map((name) -> name.in(locale))
			.orElse(plain.replace('_', ' '));
	}

}
