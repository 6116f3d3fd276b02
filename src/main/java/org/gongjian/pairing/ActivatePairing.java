package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The step {@code activatePairing}: the pairing comes into force in place of the one it
 * follows, or the adjustment takes effect; those who care are told in the same
 * transaction.
 */
@Component
class ActivatePairing implements Step {

	private final Cases cases;

	private final PairingTable table;

	private final Changes changes;

	private final Successions successions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ActivatePairing(Cases cases, PairingTable table, Changes changes, Successions successions,
			ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.table = table;
		this.changes = changes;
		this.successions = successions;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "activatePairing";
	}

	@Override
	public void run(Call call) {
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		Optional<Pairing> adjusted = this.changes.adjusted(call.caseNumber());
		if (adjusted.isPresent()) {
			this.successions.adjust(adjusted.get(), data, call.caseNumber(), "FULL".equals(call.text("way")));
			return;
		}
		Pairing pairing = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		if (pairing.status() == PairingStatus.APPROVED) {
			this.changes.target(call.caseNumber())
				.ifPresent((former) -> this.successions.replace(former, pairing, today));
		}
		if (this.table.activate(pairing.id(), today)) {
			this.events.publishEvent(new PairingEffective(pairing.number(), pairing.governmentOrg(),
					pairing.enterpriseOrg(), pairing.plaqueRequested() && plaqueApproved(data)));
		}
	}

	/** On a change of partner the plaque was approved with the first pairing. */
	private static boolean plaqueApproved(CaseValues data) {
		return data.flag("plaqueApproved") || RequestType.of(data.text("requestType")) == RequestType.ADJUST;
	}

}
