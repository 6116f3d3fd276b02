package org.gongjian.pairing;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Parameters;

import org.springframework.stereotype.Component;

/**
 * The step {@code planActivation}: notes the dates of signature and whether the pairing
 * waits for the ceremony. Sets {@code activateAt} and {@code ceremonyHeld}.
 */
@Component
class PlanActivation implements Step {

	private final Cases cases;

	private final PairingTable table;

	private final AgreementTable agreements;

	private final Parameters parameters;

	PlanActivation(Cases cases, PairingTable table, AgreementTable agreements, Parameters parameters) {
		this.cases = cases;
		this.table = table;
		this.agreements = agreements;
		this.parameters = parameters;
	}

	@Override
	public String name() {
		return "planActivation";
	}

	/** Locks the row: a ceremony held at this very moment waits, and then finds us. */
	@Override
	public void run(Call call) {
		Pairing pairing = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		CaseData data = new CaseData(this.cases.data(call.caseNumber()));
		this.agreements.of(pairing.id())
			.stream()
			.filter((agreement) -> !agreement.voided())
			.findFirst()
			.ifPresent((agreement) -> this.agreements.signed(agreement.id(),
					data.part("signing", pairing.governmentOrg()).date("signedOn"),
					data.part("signing", pairing.enterpriseOrg()).date("signedOn")));
		call.set("activateAt", this.parameters.text("pairing.activateAt"));
		call.set("ceremonyHeld", pairing.ceremonyOn() != null);
	}

}
