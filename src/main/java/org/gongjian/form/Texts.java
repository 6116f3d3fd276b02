package org.gongjian.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What text may be made of. */
final class Texts {

	/** More marks on one letter than any language uses. */
	private static final int MOST_MARKS = 8;

	/** Steps a pattern may take over a text before it counts as not matching. */
	private static final int MOST_STEPS = 200_000;

	private Texts() {
	}

	/**
	 * The text with line ends, composition and outer blanks put in order; blank text is
	 * empty.
	 */
	static String tidy(String raw) {
		String text = Normalizer.normalize(raw.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC).strip();
		boolean blank = text.codePoints()
			.allMatch((point) -> Character.isWhitespace(point) || Character.isSpaceChar(point)
					|| Character.getType(point) == Character.FORMAT);
		return blank ? "" : text;
	}

	/**
	 * Whether only characters stand in it that can be stored, shown and printed: no
	 * control characters, no halves of characters, nothing that turns the direction of
	 * other text, no towers of marks.
	 */
	static boolean isClean(String text, boolean lines) {
		int marks = 0;
		for (int i = 0; i < text.length();) {
			int point = text.codePointAt(i);
			i += Character.charCount(point);
			if (point == '\n' || point == '\t') {
				if (!lines) {
					return false;
				}
				continue;
			}
			switch (Character.getType(point)) {
				case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
						Character.PARAGRAPH_SEPARATOR -> {
					return false;
				}
				case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {
					if (++marks > MOST_MARKS) {
						return false;
					}
				}
				default -> marks = 0;
			}
			if (turnsDirection(point) || (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF)) {
				return false;
			}
		}
		return true;
	}

	private static boolean turnsDirection(int point) {
		return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
	}

	static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/** Whether the whole text matches; a pattern that runs wild does not match. */
	static boolean matches(String pattern, String text) {
		try {
			return Pattern.compile(pattern).matcher(new Counted(text, new int[1])).matches();
		}
		catch (RunsWild | StackOverflowError ex) {
			return false;
		}
	}

	/** A text that counts how often a pattern looks at it. */
	private record Counted(CharSequence text, int[] steps) implements CharSequence {

		@Override
		public char charAt(int index) {
			if (++this.steps[0] > MOST_STEPS) {
				throw new RunsWild();
			}
			return this.text.charAt(index);
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return new Counted(this.text.subSequence(start, end), this.steps);
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

	private static final class RunsWild extends RuntimeException {

		RunsWild() {
			super(null, null, false, false);
		}

	}

}
