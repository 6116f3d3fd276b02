package org.gongjian.pairing;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;

import org.springframework.stereotype.Component;

/**
 * The step {@code reserveListItems}: the three lists and the plan go into the register,
 * lecturers and venues are reserved.
 */
@Component
class ReserveListItems implements Step {

	private final Cases cases;

	private final Proposals proposals;

	private final Reservations reservations;

	ReserveListItems(Cases cases, Proposals proposals, Reservations reservations) {
		this.cases = cases;
		this.proposals = proposals;
		this.reservations = reservations;
	}

	@Override
	public String name() {
		return "reserveListItems";
	}

	@Override
	public void run(Call call) {
		CaseData data = new CaseData(this.cases.data(call.caseNumber()));
		Pairing proposed = this.proposals.read(call.caseNumber(), data);
		this.proposals.keep(proposed, PairingStatus.UNDER_REVIEW);
		this.reservations.reserve(proposed, data);
	}

}
