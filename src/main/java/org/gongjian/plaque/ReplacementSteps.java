package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a replacement: a batch of one plaque that takes the place of another. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReplacementSteps {

	private static final String REPLACE = "REPLACE";

	private final Awards awards;

	private final Cases cases;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final PlaqueEndTable ends;

	private final Clock clock;

	ReplacementSteps(Awards awards, Cases cases, BatchTable batches, PlaqueTable plaques, PlaqueEndTable ends,
			Clock clock) {
		this.awards = awards;
		this.cases = cases;
		this.batches = batches;
		this.plaques = plaques;
		this.ends = ends;
		this.clock = clock;
	}

	/** Opens a batch of one. */
	void request(Call call) {
		String caseNumber = call.caseNumber();
		if (this.batches.ofCase(caseNumber).isEmpty()) {
			this.batches.open(caseNumber, REPLACE);
		}
		Award award = this.awards.of(call);
		Plaque old = old(award).orElseThrow();
		this.awards.propose(award.batch().id(), old.organisation(), old.pairing());
		this.cases.addParties(caseNumber, List.of(old.organisation()));
		this.awards.rename(caseNumber, List.of(old.organisation()));
		call.set("publicNotice", false);
		call.set("scored", false);
		call.set("isEvaluative", false);
		call.set("reworkCount", 0);
		this.awards.count(call, award.batch().id());
	}

	/** The new plaque says what the old one said, as long as that would have counted. */
	void approve(Call call) {
		Award award = this.awards.of(call);
		Plaque old = old(award).orElseThrow();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		for (Plaque plaque : this.awards.standing(award.batch().id())) {
			this.plaques.describe(plaque.id(), old.text(), old.issuer(), today, old.validTo());
			this.plaques.move(plaque.id(), PlaqueState.PROPOSED, PlaqueState.APPROVED, null);
		}
		this.batches.prepare(award.batch().id(), old.text(), old.issuer(), null, today, old.validTo());
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("plaqueText", old.text());
		changes.put("issuer", old.issuer());
		changes.put("validFrom", today.toString());
		changes.put("validTo", String.valueOf(old.validTo()));
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(Award.ORGANISATION, old.organisation());
		row.put(Award.PAIRING, old.pairing());
		changes.put(Award.RECIPIENTS, List.of(row));
		this.awards.write(call, changes);
	}

	/**
	 * The plaque that is replaced counts no more from the day its successor has a number.
	 */
	void retireOld(Award award, String number) {
		if (REPLACE.equals(award.batch().awardType())) {
			boolean lost = "LOST".equals(award.text("cause"));
			old(award).ifPresent((old) -> this.ends.replace(old.id(), number,
					lost ? PlaqueState.LOST : PlaqueState.RECALLED, award.text("cause")));
		}
	}

	private Optional<Plaque> old(Award award) {
		return this.plaques.find(award.text("plaque"));
	}

}
