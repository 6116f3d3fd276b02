package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;

/** Says in the reader's language what {@code FormReader} says of a file in English. */
final class FormReasons {

	private static final List<Map.Entry<String, String>> KNOWN = List.of(Map.entry("unknown", "unknown"),
			Map.entry("missing", "missing"), Map.entry("object", "(?:the file )?must be an object"),
			Map.entry("list", "must be a list"), Map.entry("languages", "must say something in en and in zh"),
			Map.entry("text", "must be text"), Map.entry("flag", "must be true or false"),
			Map.entry("whole", "must be a whole number from (\\S+) to (\\S+)"),
			Map.entry("twice", "(?:(\\S+)|a value|a code) stands there twice"),
			Map.entry("name", "must be a name like (\\S+)"), Map.entry("platform", "(\\S+) is a name of the platform"),
			Map.entry("type", "(\\S+) is no type of field"), Map.entry("column", "means nothing for a column"),
			Map.entry("nested", "a table cannot stand in a table"), Map.entry("one-of", "must be (?:one )?of (.+)"),
			Map.entry("only", "can only be (\\S+) for (\\S+)"),
			Map.entry("code", "must be (?:a code|capitals) like (\\S+)"),
			Map.entry("lists", "must be an object of lists"), Map.entry("value", "must list at least one value"),
			Map.entry("file-list", "a file says nothing in a list"), Map.entry("fact", "a (\\S+) cannot become a fact"),
			Map.entry("means", "means nothing for (\\S+)"), Map.entry("bound", "(\\S+) is no bound for (\\S+)"),
			Map.entry("default", "is no value for (\\S+)"), Map.entry("field", "no field is called (\\S+)"),
			Map.entry("organisation", "(\\S+) is not an organisation field"),
			Map.entry("decision", "no decision is called (\\S+)"), Map.entry("itself", "the field depends on itself"),
			Map.entry("option", "(\\S+) has no option (\\S+)"), Map.entry("large", "the file is larger than 256 KiB"),
			Map.entry("repeats", "must not repeat a group that .*"), Map.entry("json", "not JSON: (.*)"),
			Map.entry("capitals", "must be two to six capital letters"),
			Map.entry("kind", "must be positive, negative or neutral"));

	private static final List<Map.Entry<String, Pattern>> PATTERNS = KNOWN.stream()
		.map((one) -> Map.entry(one.getKey(), Pattern.compile("(?s)(?:([^\\s:]+): )?(?:" + one.getValue() + ")")))
		.toList();

	private final MessageSource messages;

	FormReasons(MessageSource messages) {
		this.messages = messages;
	}

	/** The sentence as it is where nothing is known of it. */
	String say(String english, Locale locale) {
		for (Map.Entry<String, Pattern> known : PATTERNS) {
			Matcher said = known.getValue().matcher(english);
			if (said.matches()) {
				String reason = this.messages.getMessage("studio.reason." + known.getKey(),
						new Object[] { group(said, 2), group(said, 3) }, locale);
				return (said.group(1) == null) ? reason
						: this.messages.getMessage("studio.reason.at", new Object[] { said.group(1), reason }, locale);
			}
		}
		return english;
	}

	private static String group(Matcher said, int number) {
		return (said.groupCount() < number || said.group(number) == null) ? "" : said.group(number);
	}

}
