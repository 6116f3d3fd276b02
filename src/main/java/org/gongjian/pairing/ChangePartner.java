package org.gongjian.pairing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;
import org.gongjian.shared.Actor;

import org.springframework.stereotype.Component;

/**
 * The step {@code changePartner}: the partner found in mediation takes the place of the
 * one on its side. What the former one recorded is taken out of the case.
 */
@Component
class ChangePartner implements Step {

	private final Cases cases;

	private final Organisations organisations;

	ChangePartner(Cases cases, Organisations organisations) {
		this.cases = cases;
		this.organisations = organisations;
	}

	@Override
	public String name() {
		return "changePartner";
	}

	@Override
	public void run(Call call) {
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		String partner = data.text("newPartner");
		if (partner == null) {
			return;
		}
		boolean enterprise = this.organisations.get(partner).side() == Side.ENTERPRISE;
		String field = enterprise ? "enterpriseOrg" : "governmentOrg";
		var changes = new HashMap<String, Object>();
		for (String record : List.of("counterpartConfirm", "branchResolution")) {
			forget(data, record, data.text(field), changes);
		}
		changes.put(field, partner);
		changes.put(enterprise ? "entLiaison" : "govLiaison", data.text("newLiaison"));
		changes.put("newPartner", null);
		changes.put("newLiaison", null);
		this.cases.write(call.caseNumber(), changes, Actor.SYSTEM, call.element());
		call.set(field, partner);
	}

	private static void forget(CaseValues data, String record, String organisation, Map<String, Object> changes) {
		data.part(record, organisation)
			.all()
			.keySet()
			.forEach((name) -> changes.put(record + "." + organisation + "." + name, null));
	}

}
