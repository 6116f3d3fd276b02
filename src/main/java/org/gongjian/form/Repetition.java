package org.gongjian.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Whether a pattern could be tried in so many ways that looking at one text takes for
 * ever: a group that is repeated and repeats something within, {@code (a+)+}, or offers
 * choices that begin alike, {@code (a|aa)+}.
 */
final class Repetition {

	/** Tried to see whether two choices begin alike: what a keyboard has, and words. */
	private static final List<String> BEGINNINGS = IntStream
		.concat(IntStream.rangeClosed(1, 0x17F), IntStream.of(0x4E2D, 0x3000, 0xFF01))
		.mapToObj(Character::toString)
		.toList();

	/** A repeated group of more choices is a list and belongs among options. */
	private static final int MOST_CHOICES = 40;

	private final String pattern;

	/** The groups that are open. */
	private final Deque<Group> open = new ArrayDeque<>();

	private int at;

	private Repetition(String pattern) {
		this.pattern = pattern;
	}

	/**
	 * A group: whether something in it is repeated freely, and where its choices begin.
	 */
	private static final class Group {

		private boolean free;

		private final List<Integer> choices = new ArrayList<>();

		Group(int begins) {
			this.choices.add(begins);
		}

	}

	static boolean endless(String pattern) {
		return new Repetition(pattern).found();
	}

	private boolean found() {
		this.open.push(new Group(0));
		for (; this.at < this.pattern.length(); this.at++) {
			switch (this.pattern.charAt(this.at)) {
				case '\\' -> this.at++;
				case '[' -> this.at = classEnd(this.at);
				case '(' -> this.open.push(new Group(this.at + 1));
				case '|' -> this.open.peek().choices.add(this.at + 1);
				case '*', '+', '{' -> free();
				case ')' -> {
					if (this.open.size() > 1 && closed()) {
						return true;
					}
				}
				default -> {
				}
			}
		}
		return false;
	}

	/**
	 * A group has ended; whether it is repeated though it repeats within, or though its
	 * choices cannot be told apart by how they begin.
	 */
	private boolean closed() {
		Group group = this.open.pop();
		this.open.peek().free |= group.free;
		boolean repeated = this.at + 1 < this.pattern.length() && "*+{".indexOf(this.pattern.charAt(this.at + 1)) >= 0;
		return repeated && (group.free || (!fixed(this.at + 1) && alike(group.choices)));
	}

	/** A number of times that is fixed, {@code {4}}, leaves nothing to try. */
	private void free() {
		if (!fixed(this.at)) {
			this.open.peek().free = true;
		}
	}

	private boolean fixed(int from) {
		return this.pattern.substring(from).matches("(?s)\\{\\d+}.*");
	}

	/** Each character is held against each choice once, so both have their limits. */
	private boolean alike(List<Integer> choices) {
		if (choices.size() == 1) {
			return false;
		}
		if (choices.size() > MOST_CHOICES) {
			return true;
		}
		try {
			List<Predicate<String>> first = choices.stream()
				.map((from) -> Pattern.compile(first(from)).asMatchPredicate())
				.toList();
			return BEGINNINGS.stream()
				.anyMatch((one) -> first.stream().filter((choice) -> choice.test(one)).count() > 1);
		}
		catch (PatternSyntaxException unclear) {
			return true;
		}
	}

	/** What a choice begins with, as a pattern for one character; anything if unclear. */
	private String first(int from) {
		int begins = this.pattern.startsWith("?:", from) ? from + 2 : from;
		if (begins >= this.pattern.length()) {
			return ".";
		}
		return switch (this.pattern.charAt(begins)) {
			case '[' -> this.pattern.substring(begins, Math.min(classEnd(begins) + 1, this.pattern.length()));
			case '\\' -> this.pattern.substring(begins, Math.min(begins + 2, this.pattern.length()));
			case '(', ')', '|', '^', '$', '.' -> "(?s).";
			default -> Pattern.quote(this.pattern.substring(begins, begins + 1));
		};
	}

	/** Where a class ends, {@code [a-z]}. */
	private int classEnd(int from) {
		int end = from + 1;
		while (end < this.pattern.length() && this.pattern.charAt(end) != ']') {
			end += (this.pattern.charAt(end) == '\\') ? 2 : 1;
		}
		return end;
	}

}
