package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

import org.gongjian.casefile.CaseValues;
import org.gongjian.shared.Overtaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a renewal or an adjustment into effect, in the caller's transaction. */
@Component
class Successions {

	private final LifeTable life;

	private final Endings endings;

	private final Proposals proposals;

	private final Reservations reservations;

	private final ApplicationEventPublisher events;

	Successions(LifeTable life, Endings endings, Proposals proposals, Reservations reservations,
			ApplicationEventPublisher events) {
		this.life = life;
		this.endings = endings;
		this.proposals = proposals;
		this.reservations = reservations;
		this.events = events;
	}

	/**
	 * Ends the pairing that another takes the place of. One that has expired meanwhile
	 * stays so.
	 */
	void replace(Pairing former, Pairing next, LocalDate today) {
		if (!next.renewal()) {
			this.endings.terminate(former, PairingEnded.Reason.PARTNER_CHANGED, List.of(), today);
			return;
		}
		LocalDate last = former.termEnd().isBefore(today) ? former.termEnd() : today;
		if (this.life.end(former.id(), PairingStatus.RENEWED, PairingStatus.RENEWED.name(), last)) {
			this.reservations.release(former.id());
			this.events.publishEvent(new PairingRenewed(former.number(), next.number()));
		}
	}

	/**
	 * Gives a pairing in force what was agreed.
	 * @param instead whether the lists drafted take the place of those not begun
	 * @throws Overtaken if the pairing is no longer in force
	 */
	void adjust(Pairing target, CaseValues data, String caseNumber, boolean instead) {
		if (!this.life.adjust(this.proposals.adjusted(target, data))) {
			throw new Overtaken("pairing.overtaken.not-in-force");
		}
		this.reservations.apply(target.id(), caseNumber, instead);
	}

}
