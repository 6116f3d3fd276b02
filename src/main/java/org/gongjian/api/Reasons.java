package org.gongjian.api;

import org.gongjian.shared.InvalidInput;

/** What is said beside a form has the same limits everywhere. */
final class Reasons {

	private static final int LONGEST = 1000;

	private Reasons() {
	}

	/** The text, if the action log can keep it. */
	static String check(String field, String text) {
		if (text == null) {
			return null;
		}
		if (text.codePointCount(0, text.length()) > LONGEST) {
			throw new InvalidInput(field, "api.violation.long", LONGEST);
		}
		boolean clean = text.codePoints()
			.noneMatch((point) -> Character.isISOControl(point) && "\n\r\t".indexOf(point) < 0);
		if (!clean) {
			throw new InvalidInput(field, "web.violation.characters");
		}
		return text;
	}

}
