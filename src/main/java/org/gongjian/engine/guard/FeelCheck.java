package org.gongjian.engine.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which FEEL a decision table may hold: comparisons, ranges, literals and a few
 * functions.
 */
final class FeelCheck {

	private static final int MAX_LENGTH = 2_000;

	private static final int MAX_NESTED = 20;

	private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");

	private static final Pattern FORBIDDEN = Pattern.compile(
			"\\b(?:for|some|every|satisfies|return|function|external)\\b|\\*\\*|[{}]|\\$|#|//|/\\*|\"|\\d[eE][+-]?\\d");

	private static final Pattern PATH = Pattern
		.compile("(?<!\\.)\\.(?!\\.)(?!\\d)(?!\\s*(?:year|month|day|weekday|hour|minute|second)\\b)");

	private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*\\(");

	/** The last words of the functions allowed, and the words of the language. */
	private static final Set<String> CALLABLE = Set.of("not", "and", "or", "in", "if", "then", "else", "between",
			"date", "time", "duration", "number", "string", "contains", "with", "case", "length", "substring", "min",
			"max", "sum", "mean", "count", "abs", "floor", "ceiling", "up", "down", "modulo", "now", "today", "week",
			"year", "defined", "empty", "before", "after");

	private FeelCheck() {
	}

	static boolean allowed(String text) {
		if (text.length() > MAX_LENGTH) {
			return false;
		}
		String bare = LITERAL.matcher(text).replaceAll("0");
		return !FORBIDDEN.matcher(bare).find() && !PATH.matcher(bare).find() && calls(bare) && nested(bare);
	}

	private static boolean calls(String text) {
		Matcher matcher = CALL.matcher(text);
		while (matcher.find()) {
			if (!CALLABLE.contains(matcher.group(1))) {
				return false;
			}
		}
		return true;
	}

	private static boolean nested(String text) {
		int depth = 0;
		for (char letter : text.toCharArray()) {
			depth += (letter == '(' || letter == '[') ? 1 : (letter == ')' || letter == ']') ? -1 : 0;
			if (depth > MAX_NESTED) {
				return false;
			}
		}
		return text.chars().filter((letter) -> letter == '-').count() <= MAX_NESTED * 5L;
	}

}
