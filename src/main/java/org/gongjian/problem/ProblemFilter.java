package org.gongjian.problem;

import java.util.Locale;

/**
 * What a list of problems is narrowed to; empty text for all.
 *
 * @param text part of a number or a title
 * @param organisation whose problem, which department leads, or who else handles it
 * @param open whether closed ones are left out
 */
record ProblemFilter(String text, ProblemState state, String severity, String category, String organisation,
		boolean open) {

	static final ProblemFilter ALL = new ProblemFilter("", null, "", "", "", false);

	public boolean active() {
		return !equals(ALL);
	}

	String pattern() {
		return pattern(this.text);
	}

	/** For {@code like … escape '!'}, whatever was typed. */
	static String pattern(String typed) {
		String plain = (typed == null) ? "" : typed.strip().replace("\0", "").toLowerCase(Locale.ROOT);
		plain = (plain.length() > 100) ? plain.substring(0, 100) : plain;
		return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
