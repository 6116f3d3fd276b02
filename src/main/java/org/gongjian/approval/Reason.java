package org.gongjian.approval;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Written;

/** What is said to explain an act; the same limits hold on pages and for programs. */
public final class Reason {

	/** In characters: a word is no reason. */
	public static final int SHORTEST = 5;

	/** In characters: as much as the action log keeps legible. */
	public static final int LONGEST = 1000;

	private Reason() {
	}

	/**
	 * A reason that must be given.
	 * @param field the field it was typed into
	 * @param missing message key for one that is too short; its argument is the shortest
	 * length
	 * @return the text without the blanks around it
	 * @throws InvalidInput if it is too short, too long or cannot be stored
	 */
	public static String required(String field, String text, String missing) {
		Written reason = Written.text(text);
		if (reason.clean() && reason.length() < SHORTEST) {
			throw new InvalidInput(field, missing, SHORTEST);
		}
		return kept(field, reason);
	}

	/**
	 * A remark that may be missing.
	 * @param field the field it was typed into
	 * @return the text without the blanks around it, or {@code null}
	 * @throws InvalidInput if it is too long or cannot be stored
	 */
	public static String optional(String field, String text) {
		return (text == null) ? null : kept(field, Written.text(text));
	}

	private static String kept(String field, Written reason) {
		return reason.between(field, 0, LONGEST, "approval.reason.long");
	}

}
