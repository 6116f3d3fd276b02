package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingEffective;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.PairingStatus;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What plaques need to know of pairings, and the ear for new ones. */
@Component
class PairingTerms {

	private static final int MOST = 200;

	private final Pairings pairings;

	private final Batches batches;

	private final Parameters parameters;

	private final Clock clock;

	PairingTerms(Pairings pairings, Batches batches, Parameters parameters, Clock clock) {
		this.pairings = pairings;
		this.batches = batches;
		this.parameters = parameters;
		this.clock = clock;
	}

	/** A pairing that is in force wants plaques for both sides. */
	@EventListener
	void effective(PairingEffective pairing) {
		if (pairing.plaque()) {
			this.batches.collect(pairing.number(), pairing.governmentOrg(), pairing.enterpriseOrg());
		}
	}

	Optional<PairingTerm> find(String number) {
		return this.pairings.find(number).map(this::term);
	}

	/** Pairings that come into force at a ceremony. */
	List<PairingTerm> waitingForCeremony() {
		if (!"CEREMONY".equals(this.parameters.text("pairing.activateAt"))) {
			return List.of();
		}
		return this.pairings.list(Actor.SYSTEM, new PairingFilter("", PairingStatus.APPROVED, ""), null, MOST)
			.items()
			.stream()
			.filter((pairing) -> pairing.caseNumber() != null)
			.map(this::term)
			.toList();
	}

	/**
	 * The ceremony was held with the pairing of a case on its list.
	 * @return whether that brought the pairing into force
	 */
	boolean ceremonyHeld(String caseNumber, LocalDate on) {
		Optional<Pairing> before = this.pairings.ofCase(caseNumber);
		before.ifPresent((pairing) -> this.pairings.ceremonyHeld(List.of(pairing.number()), on));
		return before.filter((pairing) -> !pairing.status().paired()).isPresent()
				&& this.pairings.ofCase(caseNumber).filter((pairing) -> pairing.status().paired()).isPresent();
	}

	private PairingTerm term(Pairing pairing) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return new PairingTerm(pairing.number(), pairing.organisations(), inForceOn(pairing, today),
				pairing.inForceOn(), pairing.termEnd(), pairing.caseNumber());
	}

	private static boolean inForceOn(Pairing pairing, LocalDate day) {
		return pairing.status().paired() && pairing.inForceOn() != null && !day.isBefore(pairing.inForceOn())
				&& (pairing.termEnd() == null || !day.isAfter(pairing.termEnd()));
	}

}
