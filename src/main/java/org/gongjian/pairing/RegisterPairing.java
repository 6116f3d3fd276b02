package org.gongjian.pairing;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.engine.StepFailed;

import org.springframework.stereotype.Component;

/**
 * The step {@code registerPairing}: the pairing is approved, numbered, and its agreement
 * written. From here on it cannot be withdrawn. Leaves by the error
 * {@code NUMBERING_FAILED} when numbers or text cannot be made.
 */
@Component
class RegisterPairing implements Step {

	private final Cases cases;

	private final PairingTable table;

	private final Numbering numbering;

	RegisterPairing(Cases cases, PairingTable table, Numbering numbering) {
		this.cases = cases;
		this.table = table;
		this.numbering = numbering;
	}

	@Override
	public String name() {
		return "registerPairing";
	}

	@Override
	public void run(Call call) {
		call.set("withdrawable", false);
		Pairing pairing = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		if (pairing.status() == PairingStatus.APPROVED) {
			return;
		}
		CaseData data = new CaseData(this.cases.data(call.caseNumber()));
		if (!this.numbering.register(pairing, data, call.element())) {
			throw new StepFailed("NUMBERING_FAILED");
		}
	}

}
