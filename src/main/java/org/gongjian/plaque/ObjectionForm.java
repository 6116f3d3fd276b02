package org.gongjian.plaque;

import java.util.ArrayList;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** What is typed to object to a recipient of a notice. */
record ObjectionForm(String organisation, Boolean anonymous, String objector, String contact, String claim) {

	private static final int SHORTEST = 20;

	private static final int LONGEST = 2_000;

	/** The same, checked. */
	record Checked(String organisation, String objector, String contact, String claim) {
	}

	/**
	 * What to keep.
	 * @throws InvalidInput with everything that is wrong
	 */
	Checked check(Notice notice) {
		var wrong = new ArrayList<Violation>();
		if (!notice.recipients().contains(String.valueOf(this.organisation))) {
			wrong.add(Violation.of("organisation", "plaque.violation.choose"));
		}
		boolean unnamed = Boolean.TRUE.equals(this.anonymous);
		String name = unnamed ? null : Written.line(this.objector).kept("objector", 100, true, wrong);
		String reach = Written.line(this.contact).kept("contact", 200, false, wrong);
		String said = Written.text(this.claim).kept("claim", LONGEST, true, wrong);
		if (said != null && said.codePointCount(0, said.length()) < SHORTEST) {
			wrong.add(Violation.of("claim", "plaque.violation.short", SHORTEST));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new Checked(this.organisation, name, reach, said);
	}

}
