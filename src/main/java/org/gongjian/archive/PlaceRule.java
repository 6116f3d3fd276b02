package org.gongjian.archive;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.springframework.stereotype.Component;

/**
 * Where paper lies is said on the form of any process, and has to fit into the archive.
 */
@Component
class PlaceRule implements FormRule {

	/** The field of a form that says it. */
	static final String FIELD = "paperLocation";

	@Override
	public boolean concerns(String process, String step) {
		return true;
	}

	@Override
	public void check(Filled filled, Violations out) {
		Object place = filled.changes().get(FIELD);
		if (place != null && place.toString().strip().length() > Archive.LONGEST) {
			out.add(FIELD, "archive.violation.place-of-form", Archive.LONGEST);
		}
	}

}
