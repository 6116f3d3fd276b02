package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.shared.Time;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The step {@code activatePairing}: the pairing comes into force, and those who care are
 * told in the same transaction.
 */
@Component
class ActivatePairing implements Step {

	private final Cases cases;

	private final PairingTable table;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ActivatePairing(Cases cases, PairingTable table, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.table = table;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "activatePairing";
	}

	@Override
	public void run(Call call) {
		Pairing pairing = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		if (this.table.activate(pairing.id(), LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))) {
			CaseData data = new CaseData(this.cases.data(call.caseNumber()));
			this.events.publishEvent(new PairingEffective(pairing.number(), pairing.governmentOrg(),
					pairing.enterpriseOrg(), pairing.plaqueRequested() && data.flag("plaqueApproved")));
		}
	}

}
