package org.gongjian.pairing;

import java.util.Optional;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;

import org.springframework.stereotype.Component;

/** A new partner stands on the side of the one it replaces and is not paired yet. */
@Component
class MediationRule implements FormRule {

	private final Organisations organisations;

	private final PairingTable table;

	private final FormalMembers members;

	MediationRule(Organisations organisations, PairingTable table, FormalMembers members) {
		this.organisations = organisations;
		this.table = table;
		this.members = members;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-mediate");
	}

	@Override
	public void check(Filled filled, Violations out) {
		Optional<Organisation> partner = this.organisations.find(filled.text("newPartner"));
		if (!"REMATCH".equals(filled.decision()) || partner.isEmpty()) {
			return;
		}
		this.members.check(filled, "newLiaison", out);
		String code = partner.get().code();
		Side side = partner.get().side();
		String government = filled.text("governmentOrg");
		String enterprise = filled.text("enterpriseOrg");
		String replaced = (side == Side.GOVERNMENT) ? government : enterprise;
		boolean fits = (side == Side.GOVERNMENT || side == Side.ENTERPRISE)
				&& !replaced.equals(filled.context().facts().get("initiatorOrg"));
		if (!fits) {
			out.add("newPartner", "pairing.violation.partner-side");
		}
		else if (code.equals(replaced)) {
			out.add("newPartner", "pairing.violation.same-partner");
		}
		else if (this.table
			.taking((side == Side.GOVERNMENT) ? code : government, (side == Side.GOVERNMENT) ? enterprise : code)
			.isPresent()) {
			out.add("newPartner", "pairing.violation.partner-paired");
		}
	}

}
