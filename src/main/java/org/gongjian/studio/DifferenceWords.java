package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.gongjian.shared.Bilingual;
import org.gongjian.studio.Difference.Change;
import org.gongjian.studio.Difference.Named;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a difference in sentences, for those who read no diagrams. */
@Component
public class DifferenceWords {

	/** Kinds of elements that have a sentence of their own, by the end of their names. */
	private static final List<String> KINDS = List.of("Task", "Gateway", "Event", "Process");

	private final MessageSource messages;

	private final ValueWords values;

	DifferenceWords(MessageSource messages, ValueWords values) {
		this.messages = messages;
		this.values = values;
	}

	/** One sentence for each difference; layout changes have none. */
	public List<String> sentences(Difference difference, Locale locale) {
		List<String> sentences = new ArrayList<>();
		difference.added()
			.stream()
			.filter(DifferenceWords::told)
			.forEach((one) -> sentences.add(named("studio.said.added.", one, locale)));
		difference.removed()
			.stream()
			.filter(DifferenceWords::told)
			.forEach((one) -> sentences.add(named("studio.said.removed.", one, locale)));
		difference.changed().forEach((change) -> sentences.add(sentence(change, locale)));
		return sentences;
	}

	/** Flows that only come and go with a step are not told apart. */
	private static boolean told(Named one) {
		return !one.name().equals(one.element()) || one.element().contains(".");
	}

	private String named(String key, Named one, Locale locale) {
		Stream<String> names = Stream.concat(Stream.of(one.name()), one.ends().stream());
		return say(key + kind(one), locale, names.map((name) -> name(name, locale)).toArray());
	}

	private static String kind(Named one) {
		if (one.element().endsWith(".json")) {
			return "form";
		}
		if (one.element().endsWith(".dmn")) {
			return "table";
		}
		if (one.ends().size() == 2) {
			return "way";
		}
		return KINDS.stream().filter((kind) -> one.kind().endsWith(kind)).findFirst().orElse("other");
	}

	private static String name(String drawn, Locale locale) {
		return Bilingual.ofName(drawn).in(locale).replaceFirst("[.。]$", "");
	}

	private String sentence(Change change, Locale locale) {
		String name = name(change.name(), locale);
		if (change.attribute().equals("conditionExpression")) {
			return condition(change, name, locale);
		}
		if (List.of("row", "table", "field").contains(change.attribute())) {
			String kind = (change.from() == null) ? "added" : "removed";
			return say("studio.said." + change.attribute() + "." + kind, locale, change.element(), name);
		}
		if (change.attribute().equals("targetRef") && change.from() != null && change.to() != null) {
			return say("studio.said.leads", locale, name(change.to(), locale), name(change.from(), locale));
		}
		String what = change.element().endsWith(".dmn") ? column(change.attribute(), locale)
				: attribute(change.attribute(), locale);
		if (change.from() == null) {
			return say("studio.said.now", locale, name, what, value(change, change.to(), locale));
		}
		if (change.to() == null) {
			return say("studio.said.gone", locale, name, what, value(change, change.from(), locale));
		}
		return say("studio.said.changed", locale, name, what, value(change, change.to(), locale),
				value(change, change.from(), locale));
	}

	private String condition(Change change, String name, Locale locale) {
		String now = (change.to() == null) ? say("studio.said.otherwise", locale)
				: this.values.say(change.to(), locale);
		String before = (change.from() == null) ? say("studio.said.otherwise", locale)
				: this.values.say(change.from(), locale);
		return say("studio.said.condition", locale, name, now, before);
	}

	private String value(Change change, String text, Locale locale) {
		if (Difference.REFERENCES.contains(change.attribute())) {
			return name(text, locale);
		}
		if (change.attribute().equals("rule")) {
			String[] rule = text.split(":");
			return this.messages.getMessage("studio.said.rule." + rule[0],
					new Object[] { (rule.length > 1) ? rule[1] : "" }, text, locale);
		}
		return this.values.say(text, locale);
	}

	/** What a setting is called, if the studio has a word for it. */
	private String attribute(String attribute, Locale locale) {
		String last = attribute.substring(attribute.lastIndexOf('.') + 1).replaceAll("#\\d+$", "");
		String plain = last.replace("camunda:", "");
		String key = plain.equals("order") ? "decisions" : plain;
		return this.messages.getMessage("studio.attribute." + key, null, plain, locale);
	}

	/** What a column of a table is called; a few words are said of the table itself. */
	private String column(String title, Locale locale) {
		return this.messages.getMessage("studio.attribute." + title, null, Bilingual.ofName(title).in(locale), locale);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
