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
	 * Ends a pairing that is in force.
	 * @param on its last day
	 * @return whether it was still in force; if not, nothing happens
	 */
	boolean end(Pairing pairing, PairingEnded.Reason reason, List<Settlement> settlements, LocalDate on) {
		PairingStatus to = (reason == PairingEnded.Reason.EXPIRY) ? PairingStatus.EXPIRED : PairingStatus.TERMINATED;
		if (!this.life.end(pairing.id(), to, reason.name(), on)) {
			return false;
		}
		this.reservations.release(pairing.id());
		this.events.publishEvent(new PairingEnded(pairing.number(), pairing.governmentOrg(), pairing.enterpriseOrg(),
				reason, settlements));
		return true;
	}

}
