package org.gongjian.pairing;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.engine.StepFailed;

import org.springframework.stereotype.Component;

/**
 * The step {@code registerPairing}: the pairing is approved, numbered, and its agreement
 * written; an adjustment gets the next version of its agreement. From here on it cannot
 * be withdrawn. Leaves by the error {@code NUMBERING_FAILED} when numbers or text cannot
 * be made.
 */
@Component
class RegisterPairing implements Step {

	private final Cases cases;

	private final PairingTable table;

	private final Changes changes;

	private final Numbering numbering;

	private final Addenda addenda;

	RegisterPairing(Cases cases, PairingTable table, Changes changes, Numbering numbering, Addenda addenda) {
		this.cases = cases;
		this.table = table;
		this.changes = changes;
		this.numbering = numbering;
		this.addenda = addenda;
	}

	@Override
	public String name() {
		return "registerPairing";
	}

	@Override
	public void run(Call call) {
		call.set("withdrawable", false);
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		Pairing pairing = this.table.lockOfCase(call.caseNumber()).orElse(null);
		if (pairing == null) {
			Pairing target = this.changes.target(call.caseNumber()).orElseThrow();
			require(this.addenda.make(target, data, call.caseNumber(), call.element()));
			return;
		}
		if (pairing.status() == PairingStatus.APPROVED) {
			return;
		}
		require(this.numbering.register(pairing, data, call.element()));
	}

	private static void require(boolean made) {
		if (!made) {
			throw new StepFailed("NUMBERING_FAILED");
		}
	}

}
