package org.gongjian.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says what an entry of the journal changed in the reader's language. The journal keeps
 * names of fields and codes of values, so that an entry never changes; what has no words
 * is shown as it is kept.
 */
@Component("changeWords")
public class ChangeWords {

	/** One change, {@code side: ZONE → GUEST}. */
	private static final Pattern CHANGE = Pattern.compile("(\\w+): (.*?) ?→ ?(.*)");

	private static final Pattern CODES = Pattern.compile("\\[?[A-Z][A-Z_]+(, [A-Z_]+)*]?");

	private static final Map<String, String> KINDS = Map.of("categories", "category", "functions", "function",
			"orgType", "type");

	private final MessageSource messages;

	ChangeWords(MessageSource messages) {
		this.messages = messages;
	}

	/** The detail of an entry in words. */
	public String of(Journal.Entry entry) {
		if (!entry.what().endsWith(".changed")) {
			return entry.detail();
		}
		return Arrays.stream(entry.detail().split("; ")).map(this::change).collect(Collectors.joining("; "));
	}

	private String change(String text) {
		Matcher change = CHANGE.matcher(text);
		if (!change.matches()) {
			return text;
		}
		String field = change.group(1);
		String label = say("organisation.field." + field, field).replaceFirst("\\s*[(（].*", "");
		return label + ": " + value(field, change.group(2)) + " → " + value(field, change.group(3));
	}

	private String value(String field, String value) {
		if (value.isEmpty() || value.equals("[]")) {
			return "–";
		}
		if (!CODES.matcher(value).matches()) {
			return value;
		}
		String kind = "organisation." + KINDS.getOrDefault(field, field) + ".";
		return Arrays.stream(value.replaceAll("[\\[\\]]", "").split(", "))
			.map((code) -> say(kind + code, code))
			.collect(Collectors.joining(", "));
	}

	private String say(String key, String otherwise) {
		Locale reader = LocaleContextHolder.getLocale();
		return this.messages.getMessage(key, null, otherwise, reader);
	}

}
