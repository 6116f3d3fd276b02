package org.gongjian.activity;

import java.util.Locale;

/**
 * What a list of activities is narrowed to; empty for all.
 *
 * @param text part of a number, title or place
 * @param status as shown, IN_PROGRESS and RECORDING included; AHEAD for what was approved
 * and is not over
 * @param organisation a code that takes part
 * @param pairing a number it counts for
 */
record ActivityFilter(String text, String status, String organisation, String pairing) {

	static final ActivityFilter ALL = new ActivityFilter("", "", "", "");

	private static final int LONGEST = 100;

	ActivityFilter {
		text = clean(text);
		status = clean(status);
		organisation = clean(organisation);
		pairing = clean(pairing);
	}

	private static String clean(String typed) {
		String plain = (typed == null) ? "" : typed.strip().replace("\0", "");
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
	}

	/** Whether anything is narrowed. */
	public boolean active() {
		return !(this.text + this.status + this.organisation + this.pairing).isEmpty();
	}

	/** For {@code like … escape '!'}. */
	String pattern() {
		return pattern(this.text);
	}

	static String pattern(String typed) {
		String plain = clean(typed).toLowerCase(Locale.ROOT);
		return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
