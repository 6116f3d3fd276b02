package org.gongjian.pairing;

import java.util.Optional;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;

import org.springframework.stereotype.Component;

/**
 * The step {@code reserveListItems}: the three lists and the plan go into the register,
 * lecturers and venues are reserved. Those of an adjustment wait beside the lists in
 * force until it takes effect.
 */
@Component
class ReserveListItems implements Step {

	private final Cases cases;

	private final Proposals proposals;

	private final Changes changes;

	private final Reservations reservations;

	ReserveListItems(Cases cases, Proposals proposals, Changes changes, Reservations reservations) {
		this.cases = cases;
		this.proposals = proposals;
		this.changes = changes;
		this.reservations = reservations;
	}

	@Override
	public String name() {
		return "reserveListItems";
	}

	@Override
	public void run(Call call) {
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		Optional<Pairing> adjusted = this.changes.adjusted(call.caseNumber());
		if (adjusted.isPresent()) {
			this.reservations.stage(adjusted.get(), data, call.caseNumber());
			return;
		}
		Pairing proposed = this.proposals.read(call.caseNumber(), data);
		this.proposals.keep(proposed, PairingStatus.UNDER_REVIEW);
		this.reservations.reserve(proposed, data);
	}

}
