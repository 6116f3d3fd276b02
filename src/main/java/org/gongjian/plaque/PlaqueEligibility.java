package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.engine.Rules;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the table {@code plaque-eligibility} about one organisation. Not read-only: the
 * engine keeps a history of what was asked.
 */
@Component
@Transactional
class PlaqueEligibility {

	private static final String TABLE = "plaque-eligibility";

	private final Rules rules;

	private final PlaqueTable plaques;

	private final PairingTerms pairings;

	private final Organisations organisations;

	private final HolderRecord record;

	private final Clock clock;

	PlaqueEligibility(Rules rules, PlaqueTable plaques, PairingTerms pairings, Organisations organisations,
			HolderRecord record, Clock clock) {
		this.rules = rules;
		this.plaques = plaques;
		this.pairings = pairings;
		this.organisations = organisations;
		this.record = record;
		this.clock = clock;
	}

	/**
	 * Asks.
	 * @param text what would be written on the plaque
	 * @param caseNumber the case that asks, whose own plaque does not count as held
	 */
	Eligible ask(String awardType, String organisation, String pairing, String text, Batch own) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		Optional<PairingTerm> term = this.pairings.find(pairing);
		List<Plaque> held = this.plaques.heldBy(organisation)
			.stream()
			.filter((plaque) -> plaque.inForce(today))
			.toList();
		var facts = new LinkedHashMap<String, Object>();
		facts.put("pairingInForce", active(organisation)
				&& term.filter((known) -> known.inForce() && known.organisations().contains(organisation)).isPresent());
		facts.put("seriousViolation", this.record.seriousViolation(organisation, today));
		facts.put("awardType", awardType);
		facts.put("sameTextHeld", sameText(held, text) || sameText(elsewhere(organisation, own), text));
		facts.put("monthsSinceRevocation", this.record.monthsSinceRevocation(organisation, today));
		facts.put("rectificationOpen",
				held.stream().anyMatch((plaque) -> plaque.state() == PlaqueState.UNDER_RECTIFICATION));
		facts.put("planRate", this.record.planRate(pairing, today));
		Map<String, Object> hit = this.rules.ask(TABLE, facts).get(0);
		return new Eligible((String) hit.get("result"), (String) hit.get("reason"), held.size(),
				term.map(PairingTerm::to).orElse(null));
	}

	private boolean active(String organisation) {
		return this.organisations.find(organisation).filter(Organisation::active).isPresent();
	}

	/** Plaques of the organisation that are on their way in another case. */
	private List<Plaque> elsewhere(String organisation, Batch own) {
		return this.plaques.ofOpenBatches(organisation)
			.stream()
			.filter((plaque) -> own == null || !plaque.batch().equals(own.id()))
			.toList();
	}

	private static boolean sameText(List<Plaque> plaques, String text) {
		return plaques.stream().anyMatch((plaque) -> plaque.text().equals(text));
	}

}
