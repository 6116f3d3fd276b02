package org.gongjian.plaque;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairings;
import org.springframework.stereotype.Component;

/** What the registers hold against, or for, somebody who is to get a plaque. */
@Component
class HolderRecord {

	/** Stands for never: more months than any table asks for. */
	private static final int NEVER = 999;

	/** What is not known is not held against anybody. */
	private static final int UNKNOWN = 100;

	private final PlaqueEndTable plaques;

	private final BreachTable breaches;

	private final Pairings pairings;

	private final YearFacts facts;

	HolderRecord(PlaqueEndTable plaques, BreachTable breaches, Pairings pairings, YearFacts facts) {
		this.plaques = plaques;
		this.breaches = breaches;
		this.pairings = pairings;
		this.facts = facts;
	}

	/** Whether a breach is open, or one of the last twelve months. */
	boolean seriousViolation(String organisation, LocalDate today) {
		return this.breaches.serious(organisation, today.minusYears(1));
	}

	/** Whole months since a plaque of this holder was revoked. */
	int monthsSinceRevocation(String organisation, LocalDate today) {
		return this.plaques.lastRevoked(organisation)
			.map((day) -> (int) ChronoUnit.MONTHS.between(day, today))
			.orElse(NEVER);
	}

	/** The confirmed activities in per cent of the plan. */
	int planRate(String pairing, LocalDate today) {
		return this.pairings.find(pairing)
			.map((known) -> this.facts.of(known, today).get(Measured.Criterion.ACTIVITIES))
			.map(Measured::percent)
			.orElse(UNKNOWN);
	}

}
