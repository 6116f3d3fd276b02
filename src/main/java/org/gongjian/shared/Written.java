package org.gongjian.shared;

import java.text.Normalizer;
import java.util.List;

/**
 * A line or a text as somebody wrote it. What may be kept is the same everywhere: only
 * what can be stored, shown and printed.
 *
 * @param text composed, with {@code \n} for ends of lines, without what cannot be seen
 * and without blanks around; empty where there is nothing to read
 * @param clean whether all of it may be kept
 */
public record Written(String text, boolean clean) {

	private static final String UNCLEAN = "web.violation.characters";

	/** More marks on one letter than any language uses. */
	private static final int MOST_MARKS = 8;

	/**
	 * Letters and signs that show nothing: fillers of Hangul and the empty one of
	 * Braille.
	 */
	private static final String SHOW_NOTHING = "\u115F\u1160\u2800\u3164\uFFA0";

	/** One line: an end of a line in it may not be kept. */
	public static Written line(String typed) {
		return read(typed, false);
	}

	/** Several lines, with tabs. */
	public static Written text(String typed) {
		return read(typed, true);
	}

	private static Written read(String typed, boolean lines) {
		if (typed == null) {
			return new Written("", true);
		}
		String ordered = typed.replace("\r\n", "\n").replace('\r', '\n');
		StringBuilder seen = new StringBuilder(ordered.length());
		ordered.codePoints().filter((point) -> !unseen(point)).forEach(seen::appendCodePoint);
		String text = trimmed(Normalizer.normalize(seen, Normalizer.Form.NFC));
		return new Written(text, text.isEmpty() ? isClean(ordered, true) : isClean(text, lines));
	}

	/** Whether there is nothing to read. */
	public boolean empty() {
		return this.text.isEmpty();
	}

	/** How long it is, in characters as people count them. */
	public int length() {
		return this.text.codePointCount(0, this.text.length());
	}

	/**
	 * Whether it is longer than what there is room for; counted as browsers and columns
	 * do, to which a character outside the basic plane is two.
	 */
	public boolean longerThan(int most) {
		return this.text.length() > most;
	}

	/**
	 * What to keep of a field, or {@code null} if it is empty or wrong.
	 * @param most the longest, in characters
	 * @param wrong where to say what is wrong with it
	 */
	public String kept(String field, int most, boolean required, List<Violation> wrong) {
		if (!this.clean) {
			wrong.add(Violation.of(field, UNCLEAN));
		}
		else if (empty() && required) {
			wrong.add(Violation.of(field, "web.violation.required"));
		}
		else if (longerThan(most)) {
			wrong.add(Violation.of(field, "web.violation.long", most));
		}
		else if (!empty()) {
			return this.text;
		}
		return null;
	}

	/**
	 * What to keep of a field that has to have a length.
	 * @param code the message for one that has not; its arguments are both lengths
	 * @param wrong where to say what is wrong with it
	 * @return the text, also if it is wrong
	 */
	public String between(String field, int least, int most, String code, List<Violation> wrong) {
		if (!this.clean) {
			wrong.add(Violation.of(field, UNCLEAN));
		}
		else if (length() < least || longerThan(most)) {
			wrong.add(Violation.of(field, code, least, most));
		}
		return this.text;
	}

	/**
	 * The same of a field that is checked alone.
	 * @throws InvalidInput if it may not be kept
	 */
	public String between(String field, int least, int most, String code) {
		if (!this.clean) {
			throw new InvalidInput(field, UNCLEAN);
		}
		if (length() < least || longerThan(most)) {
			throw new InvalidInput(field, code, least, most);
		}
		return this.text;
	}

	/** Whether a character may stand in a line. */
	public static boolean keeps(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> !turnsDirection(point) && (point & 0xFFFE) != 0xFFFE && (point < 0xFDD0 || point > 0xFDEF);
		};
	}

	private static boolean isClean(String text, boolean lines) {
		int marks = 0;
		for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
			int point = text.codePointAt(i);
			boolean order = lines && (point == '\n' || point == '\t');
			marks = isMark(point) ? marks + 1 : 0;
			if (marks > MOST_MARKS || (!order && !keeps(point))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMark(int point) {
		return switch (Character.getType(point)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> false;
		};
	}

	/** Overrides and embeddings make what follows read in another order than it is. */
	private static boolean turnsDirection(int point) {
		return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
	}

	/** What comes along when text is copied and nobody ever sees. */
	private static boolean unseen(int point) {
		return point == 0x00AD || point == 0x200B || point == 0x2060 || point == 0xFEFF || point == 0x200E
				|| point == 0x200F;
	}

	private static String trimmed(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && blank(text.codePointAt(from))) {
			from = text.offsetByCodePoints(from, 1);
		}
		while (from < to && blank(text.codePointBefore(to))) {
			to = text.offsetByCodePoints(to, -1);
		}
		boolean nothing = text.substring(from, to)
			.codePoints()
			.allMatch((point) -> blank(point) || Character.getType(point) == Character.FORMAT
					|| SHOW_NOTHING.indexOf(point) >= 0);
		return nothing ? "" : text.substring(from, to);
	}

	private static boolean blank(int point) {
		return Character.isWhitespace(point) || Character.isSpaceChar(point);
	}

}
