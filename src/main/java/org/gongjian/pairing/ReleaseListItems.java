package org.gongjian.pairing;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;

import org.springframework.stereotype.Component;

/**
 * The step {@code releaseListItems}: gives back what was reserved. Undoes
 * {@code reserveListItems}; doing it twice changes nothing.
 */
@Component
class ReleaseListItems implements Step {

	private final PairingTable table;

	private final Reservations reservations;

	ReleaseListItems(PairingTable table, Reservations reservations) {
		this.table = table;
		this.reservations = reservations;
	}

	@Override
	public String name() {
		return "releaseListItems";
	}

	@Override
	public void run(Call call) {
		this.reservations.unstage(call.caseNumber());
		this.table.ofCase(call.caseNumber()).ifPresent((pairing) -> this.reservations.release(pairing.id()));
	}

}
