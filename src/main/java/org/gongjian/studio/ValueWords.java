package org.gongjian.studio;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongjian.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What stands in a diagram or table, as people say it. */
@Component
class ValueWords {

	private static final Pattern DUE = Pattern.compile("\\$\\{\\s*workCalendar\\.dueIn\\('P(\\d+)WD'\\)\\s*}");

	private static final String HALF_A_DAY = "${workCalendar.dueIn('P0.5WD')}";

	private static final Pattern CONDITION = Pattern.compile("(?s)\\$\\{(.*)}");

	private static final Pattern COMPARISON = Pattern
		.compile("(\\w+|\\{[^{}]+})\\s*(==|!=|>=|<=|>|<)\\s*('[^']*'|-?[\\d.]+|true|false|param_\\w+)");

	private static final Pattern TEST = Pattern.compile("(>=|<=|>|<)\\s*(-?[\\d.]+|[A-Za-z]\\w*|\\{[^{}]+})");

	private static final List<String> SIGNS = List.of("==", "!=", ">=", "<=", ">", "<");

	private static final List<String> WORDS = List.of("is", "not", "from", "up-to", "above", "below");

	private static final int LONGEST_CODE = 40;

	private final MessageSource messages;

	private final ThresholdNames thresholds;

	private final SlotWords slots;

	ValueWords(MessageSource messages, ThresholdNames thresholds, SlotWords slots) {
		this.slots = slots;
		this.messages = messages;
		this.thresholds = thresholds;
	}

	public String say(String text, Locale locale) {
		String plain = text.strip();
		Matcher due = DUE.matcher(plain);
		if (due.matches()) {
			return message("studio.value.days", locale, Integer.valueOf(due.group(1)));
		}
		if (plain.equals(HALF_A_DAY)) {
			return message("studio.value.half-day", locale);
		}
		Matcher condition = CONDITION.matcher(plain);
		if (condition.matches()) {
			return condition(condition.group(1).strip(), locale).orElse(plain);
		}
		Matcher test = TEST.matcher(plain);
		if (test.matches()) {
			return compared(test.group(1), test.group(2), locale);
		}
		return plain.equals("-") ? message("studio.value.any", locale)
				: Arrays.stream(plain.split(", ?")).map((part) -> one(part, locale)).collect(Collectors.joining(", "));
	}

	/** One comparison, or several that are joined in the same way. */
	private Optional<String> condition(String body, Locale locale) {
		String join = body.contains(" or ") ? "or" : "and";
		List<String> said = new ArrayList<>();
		for (String piece : body.split(" " + join + " ")) {
			Matcher one = COMPARISON.matcher(piece.strip());
			if (!one.matches()) {
				return Optional.empty();
			}
			String key = one.group(2).equals("==") ? "studio.value.condition" : "studio.value.condition.other";
			said.add(message(key, locale, one(one.group(1), locale), compared(one.group(2), one.group(3), locale)));
		}
		return Optional.of(String.join(message("studio.value." + join, locale), said));
	}

	/** A label as a name for programs, empty where it holds no letters of that kind. */
	static String camel(String label) {
		StringBuilder name = new StringBuilder();
		for (String word : label.replaceAll("[^A-Za-z0-9]+", " ").strip().replaceAll("^[0-9 ]+", "").split(" ")) {
			boolean first = name.isEmpty();
			name.append(first ? word.toLowerCase(Locale.ROOT) : StringUtils.capitalize(word));
		}
		return (name.length() > 60) ? name.substring(0, 60) : name.toString();
	}

	/** A label as the code of a choice, {@code LARGE_HALL}; empty as that name is. */
	static String code(String label) {
		String words = camel(label).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
		return (words.length() > LONGEST_CODE) ? words.substring(0, LONGEST_CODE) : words;
	}

	private String compared(String sign, String value, Locale locale) {
		return message("studio.value." + WORDS.get(SIGNS.indexOf(sign)), locale, one(value.replace("'", ""), locale));
	}

	private String one(String part, Locale locale) {
		if (part.matches("-?\\d{4,15}(\\.\\d+)?")) {
			return NumberFormat.getInstance(locale).format(new BigDecimal(part));
		}
		if (part.startsWith("{")) {
			return named(part.substring(1, part.length() - 1)).in(locale);
		}
		if (part.startsWith("param_")) {
			return this.thresholds.all(locale)
				.stream()
				.filter((one) -> one.name().equals(part))
				.map((one) -> message("studio.value.parameter", locale, one.label(), one(one.value(), locale)))
				.findFirst()
				.orElse(part);
		}
		if (part.matches("true|false")) {
			return message("true".equals(part) ? "web.yes" : "web.no", locale);
		}
		return word(part.replaceAll("^\"(.*)\"$", "$1"), locale);
	}

	/** What the house calls a fact, a code of its tables, or somebody who is asked. */
	private String word(String name, Locale locale) {
		String code = this.messages.getMessage("studio.code." + name, null, null, locale);
		String known = (code != null) ? code : this.slots.say(name, (field) -> one(field, locale), locale);
		return this.messages.getMessage("studio.fact." + name, null, known, locale);
	}

	private static Bilingual named(String both) {
		int cut = both.indexOf('|');
		return (cut < 0) ? Bilingual.ofName(both) : new Bilingual(both.substring(0, cut), both.substring(cut + 1));
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
