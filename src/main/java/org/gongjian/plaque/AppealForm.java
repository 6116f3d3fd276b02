package org.gongjian.plaque;

import java.util.ArrayList;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** What is typed to appeal against a revocation. */
record AppealForm(String grounds) {

	private static final int SHORTEST = 50;

	private static final int LONGEST = 4_000;

	/**
	 * The grounds, checked.
	 * @throws InvalidInput if they are missing, too short or too long
	 */
	String check() {
		var wrong = new ArrayList<Violation>();
		String said = Written.text(this.grounds).kept("grounds", LONGEST, true, wrong);
		if (said != null && said.codePointCount(0, said.length()) < SHORTEST) {
			wrong.add(Violation.of("grounds", "plaque.violation.short", SHORTEST));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return said;
	}

}
