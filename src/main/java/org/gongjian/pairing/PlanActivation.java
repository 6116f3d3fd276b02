package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Component;

/**
 * The step {@code planActivation}: notes the dates of signature and whether the pairing
 * waits for the ceremony, or a renewal for the end of the old term. Sets
 * {@code activateAt}, {@code termBeginsAt} and {@code ceremonyHeld}.
 */
@Component
class PlanActivation implements Step {

	private final Cases cases;

	private final Changes changes;

	private final AgreementTable agreements;

	private final Parameters parameters;

	private final Clock clock;

	PlanActivation(Cases cases, Changes changes, AgreementTable agreements, Parameters parameters, Clock clock) {
		this.cases = cases;
		this.changes = changes;
		this.agreements = agreements;
		this.parameters = parameters;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "planActivation";
	}

	/** Locks the row: a ceremony held at this very moment waits, and then finds us. */
	@Override
	public void run(Call call) {
		Pairing pairing = this.changes.subject(call.caseNumber());
		CaseValues data = new CaseValues(this.cases.data(call.caseNumber()));
		this.agreements.of(pairing.id())
			.stream()
			.filter((agreement) -> !agreement.voided())
			.findFirst()
			.ifPresent((agreement) -> this.agreements.signed(agreement.id(),
					data.part("signing", pairing.governmentOrg()).date("signedOn"),
					data.part("signing", pairing.enterpriseOrg()).date("signedOn")));
		boolean waits = pairing.renewal() && pairing.termStart().isAfter(today());
		boolean adjusts = pairing.status().paired();
		call.set("activateAt", waits ? "TERM" : adjusts ? "SIGNING" : this.parameters.text("pairing.activateAt"));
		call.set("termBeginsAt", pairing.termStart().atStartOfDay(Time.OFFICE).toOffsetDateTime().toString());
		call.set("ceremonyHeld", pairing.ceremonyOn() != null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
