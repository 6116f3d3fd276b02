package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends pairings and tells those who care, in the caller's transaction. */
@Component
class Endings {

	private final LifeTable life;

	private final Reservations reservations;

	private final ApplicationEventPublisher events;

	Endings(LifeTable life, Reservations reservations, ApplicationEventPublisher events) {
		this.life = life;
		this.reservations = reservations;
		this.events = events;
	}

	/**
	 * The term of a pairing in force is over.
	 * @return whether it was still in force; if not, nothing happens
	 */
	boolean expire(Pairing pairing) {
		return end(pairing, PairingStatus.EXPIRED, PairingEnded.Reason.EXPIRY, List.of(), pairing.termEnd());
	}

	/**
	 * Terminates a pairing that is in force.
	 * @param on its last day
	 * @return whether it was still in force; if not, nothing happens
	 */
	boolean terminate(Pairing pairing, PairingEnded.Reason reason, List<Settlement> settlements, LocalDate on) {
		return end(pairing, PairingStatus.TERMINATED, reason, settlements, on);
	}

	private boolean end(Pairing pairing, PairingStatus to, PairingEnded.Reason reason, List<Settlement> settlements,
			LocalDate on) {
		if (!this.life.end(pairing.id(), to, reason.name(), on)) {
			return false;
		}
		this.reservations.release(pairing.id());
		this.events.publishEvent(new PairingEnded(pairing.number(), pairing.governmentOrg(), pairing.enterpriseOrg(),
				reason, settlements));
		return true;
	}

}
