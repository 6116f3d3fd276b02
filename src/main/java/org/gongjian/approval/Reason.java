package org.gongjian.approval;

import org.gongjian.shared.InvalidInput;

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
		String reason = (text == null) ? "" : text.strip();
		if (length(reason) < SHORTEST) {
			throw new InvalidInput(field, missing, SHORTEST);
		}
		return optional(field, reason);
	}

	/**
	 * A remark that may be missing.
	 * @param field the field it was typed into
	 * @return the text as it was, or {@code null}
	 * @throws InvalidInput if it is too long or cannot be stored
	 */
	public static String optional(String field, String text) {
		if (text == null) {
			return null;
		}
		if (length(text) > LONGEST) {
			throw new InvalidInput(field, "approval.reason.long", LONGEST);
		}
		boolean clean = text.codePoints()
			.noneMatch((point) -> Character.isISOControl(point) && "\n\r\t".indexOf(point) < 0);
		if (!clean) {
			throw new InvalidInput(field, "web.violation.characters");
		}
		return text;
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
