package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.shared.Time;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the register follow the case when it ends without a pairing, however it ended, and
 * tells cases of a dissolved organisation.
 */
@Component
class PairingEnds {

	private static final Set<PairingStatus> UNDER_WAY = EnumSet.of(PairingStatus.DRAFT, PairingStatus.CONSULTING,
			PairingStatus.UNDER_REVIEW, PairingStatus.APPROVED);

	private static final Map<String, PairingStatus> BY_OUTCOME = Map.of("WITHDRAWN", PairingStatus.WITHDRAWN, "LAPSED",
			PairingStatus.LAPSED, "DECLINED", PairingStatus.DECLINED, "REJECTED", PairingStatus.REJECTED, "VOID",
			PairingStatus.VOID);

	private static final Map<String, PairingStatus> BY_STATUS = Map.of("withdrawn", PairingStatus.WITHDRAWN, "rejected",
			PairingStatus.REJECTED, "terminated", PairingStatus.VOID);

	private final PairingTable table;

	private final Reservations reservations;

	private final Numbering numbering;

	private final Processes processes;

	private final Clock clock;

	PairingEnds(PairingTable table, Reservations reservations, Numbering numbering, Processes processes, Clock clock) {
		this.table = table;
		this.reservations = reservations;
		this.numbering = numbering;
		this.processes = processes;
		this.clock = clock;
	}

	/** Undoes once more what the diagram should have undone: it may have been edited. */
	@EventListener
	void closed(CaseClosed closed) {
		PairingStatus status = BY_OUTCOME.getOrDefault(closed.outcome(), BY_STATUS.get(closed.status()));
		if (status == null) {
			return;
		}
		this.table.lockOfCase(closed.number())
			.filter((pairing) -> UNDER_WAY.contains(pairing.status()))
			.ifPresent((pairing) -> {
				this.reservations.release(pairing.id());
				this.numbering.voidNumbers(pairing, closed.outcome() + ": " + closed.number());
				this.table.move(pairing.id(), UNDER_WAY, status,
						LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
			});
	}

	@EventListener
	void dissolved(OrganisationEnded ended) {
		for (String caseNumber : this.table.openCases(ended.code())) {
			this.processes.deliver("OrganisationDissolved", caseNumber, Map.of());
		}
	}

}
