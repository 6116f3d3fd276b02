package org.gongjian.pairing;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;

import org.springframework.stereotype.Component;

/**
 * The step {@code voidNumbers}: the numbers of pairing and agreement are never used.
 * Undoes {@code registerPairing}; doing it twice changes nothing.
 */
@Component
class VoidNumbers implements Step {

	private final PairingTable table;

	private final Numbering numbering;

	private final Addenda addenda;

	VoidNumbers(PairingTable table, Numbering numbering, Addenda addenda) {
		this.table = table;
		this.numbering = numbering;
		this.addenda = addenda;
	}

	@Override
	public String name() {
		return "voidNumbers";
	}

	@Override
	public void run(Call call) {
		this.addenda.voidThatOf(call.caseNumber());
		this.table.ofCase(call.caseNumber())
			.ifPresent((pairing) -> this.numbering.voidNumbers(pairing, "not signed: " + call.caseNumber()));
	}

}
