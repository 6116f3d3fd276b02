package org.gongjian.pairing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Overtaken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Which pairing in force a case renews, adjusts or terminates. */
@Component
class Changes {

	private final ChangeTable changes;

	private final PairingTable pairings;

	private final Clock clock;

	Changes(ChangeTable changes, PairingTable pairings, Clock clock) {
		this.changes = changes;
		this.pairings = pairings;
		this.clock = clock;
	}

	/**
	 * Ties a case to the pairing it is about, and locks that pairing.
	 * @throws Overtaken if the pairing is no longer in force, or another case changes it
	 */
	Pairing begin(String caseNumber, RequestType type, String number) {
		Pairing target = this.pairings.lock(number)
			.filter((pairing) -> pairing.status().paired())
			.orElseThrow(() -> new Overtaken("pairing.overtaken.not-in-force"));
		if (this.changes.of(caseNumber).isEmpty()) {
			try {
				this.changes.open(caseNumber, target.id(), type, this.clock.instant());
			}
			catch (DuplicateKeyException taken) {
				throw new Overtaken("pairing.overtaken.change");
			}
		}
		return target;
	}

	/** The pairing in force that a case changes; empty for a new pairing. */
	Optional<Pairing> target(String caseNumber) {
		return this.changes.of(caseNumber).flatMap((change) -> this.pairings.byId(change.pairing()));
	}

	/**
	 * The pairing in force whose own row a case adjusts; empty if it makes a row of its
	 * own.
	 */
	Optional<Pairing> adjusted(String caseNumber) {
		return this.pairings.ofCase(caseNumber).isPresent() ? Optional.empty()
				: this.changes.of(caseNumber)
					.filter((change) -> change.type() == RequestType.ADJUST)
					.flatMap((change) -> this.pairings.byId(change.pairing()));
	}

	/** The row a case writes to: its own, or that of the pairing it changes. */
	Pairing subject(String caseNumber) {
		return this.pairings.lockOfCase(caseNumber).or(() -> target(caseNumber)).orElseThrow();
	}

	/** The case that changes a pairing now. */
	Optional<Change> under(Pairing pairing) {
		return this.changes.openOf(pairing.id());
	}

	/** Cases under way that renew or adjust a pairing of an organisation. */
	List<String> openCases(String organisation) {
		return this.changes.openCases(organisation);
	}

	/** Every case that changes or changed a pairing, newest first. */
	List<Change> of(Pairing pairing) {
		return this.changes.ofPairing(pairing.id());
	}

	/**
	 * The case is over.
	 * @return whether it was one that changes a pairing
	 */
	boolean over(String caseNumber) {
		return this.changes.close(caseNumber, this.clock.instant());
	}

}
