package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.UUID;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Roles;

import org.springframework.stereotype.Component;

/** Signed after the approval, by the secretary or with written authority. */
@Component
class SigningRule implements FormRule {

	private final PairingTable table;

	private final People people;

	private final Roles roles;

	SigningRule(PairingTable table, People people, Roles roles) {
		this.table = table;
		this.people = people;
		this.roles = roles;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-sign");
	}

	@Override
	public void check(Filled filled, Violations out) {
		LocalDate signed = filled.date("signedOn");
		LocalDate approved = this.table.ofCase(filled.caseNumber()).map(Pairing::approvedOn).orElse(null);
		if (signed != null && approved != null && signed.isBefore(approved)) {
			out.add("signedOn", "pairing.violation.before-approval", approved.toString());
		}
		String signatory = filled.text("signatory");
		if (signatory != null && filled.list("authorisationFile").isEmpty() && !isSecretary(filled, signatory)) {
			out.add("authorisationFile", "pairing.violation.authority");
		}
	}

	private boolean isSecretary(Filled filled, String signatory) {
		Object organisation = filled.context().facts().get("slotOrg");
		return this.people.byId(UUID.fromString(signatory))
			.filter((person) -> person.username() != null)
			.filter((person) -> this.roles.holds(person.username(), "secretary@" + organisation))
			.isPresent();
	}

}
