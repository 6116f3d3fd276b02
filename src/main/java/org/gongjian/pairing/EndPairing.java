package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/**
 * The step {@code endPairing}: the pairing is terminated with what the close-out check
 * laid down. One that has expired meanwhile stays expired.
 */
@Component
class EndPairing implements Step {

	private final Cases cases;

	private final Changes changes;

	private final Matters matters;

	private final Endings endings;

	private final Clock clock;

	EndPairing(Cases cases, Changes changes, Matters matters, Endings endings, Clock clock) {
		this.cases = cases;
		this.changes = changes;
		this.matters = matters;
		this.endings = endings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "endPairing";
	}

	@Override
	public void run(Call call) {
		call.set("withdrawable", false);
		Pairing pairing = this.changes.target(call.caseNumber()).orElseThrow();
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		PairingEnded.Reason reason = PairingEnded.Reason.valueOf(data.text("terminateReason"));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		this.endings.terminate(pairing, reason, settlements(pairing, data), today);
	}

	private List<Settlement> settlements(Pairing pairing, CaseValues data) {
		var settlements = new ArrayList<Settlement>();
		for (CaseValues row : data.rows("openMatters")) {
			settlements.add(new Settlement(row.text("matter"), Settlement.Action.valueOf(row.text("action")),
					row.text("handedTo")));
		}
		Settlement.Action plaques = Settlement.Action.valueOf(data.text("plaqueAction"));
		this.matters.of(pairing)
			.stream()
			.filter((open) -> open.kind() == OpenMatters.Kind.PLAQUE)
			.forEach((open) -> settlements.add(new Settlement(open.matter().number(), plaques, null)));
		return settlements;
	}

}
