package org.gongjian.pairing;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;

import org.springframework.stereotype.Component;

/** No more people attend a meeting than are entitled to. */
@Component
class ResolutionRule implements FormRule {

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-branch-resolution");
	}

	@Override
	public void check(Filled filled, Violations out) {
		var entitled = filled.number("entitled");
		var attendees = filled.number("attendees");
		if (entitled != null && attendees != null && attendees.compareTo(entitled) > 0) {
			out.add("attendees", "pairing.violation.attendees", entitled.intValue());
		}
	}

}
