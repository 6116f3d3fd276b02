package org.gongjian.pairing;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;

import org.springframework.stereotype.Component;

/** An enterprise that accepts names a need, and liaisons are formal members. */
@Component
class CounterpartRule implements FormRule {

	private final FormalMembers members;

	CounterpartRule(FormalMembers members) {
		this.members = members;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-counterpart-confirm");
	}

	@Override
	public void check(Filled filled, Violations out) {
		boolean ending = "END".equals(filled.text("way"));
		if (ending || !"ACCEPT".equals(filled.decision())) {
			return;
		}
		this.members.check(filled, "ownLiaison", out);
		Object organisation = filled.context().facts().get("slotOrg");
		boolean enterprise = organisation != null && organisation.equals(filled.text("enterpriseOrg"));
		if (enterprise && filled.rows("needs").isEmpty()) {
			out.add("needs", "pairing.violation.needs");
		}
	}

}
