package org.gongjian.form;

import java.util.regex.Pattern;

/** What text may be made of. */
final class Texts {

	/** Steps a pattern may take over a text before it counts as not matching. */
	private static final int MOST_STEPS = 200_000;

	private Texts() {
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
