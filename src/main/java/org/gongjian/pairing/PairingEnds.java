package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.shared.Time;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the register follow the case when it ends without a pairing, however it ended, and
 * lets go of what a dissolved organisation had.
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

	private final Changes changes;

	private final Addenda addenda;

	private final Endings endings;

	private final Processes processes;

	private final Clock clock;

	PairingEnds(PairingTable table, Reservations reservations, Numbering numbering, Changes changes, Addenda addenda,
			Endings endings, Processes processes, Clock clock) {
		this.table = table;
		this.reservations = reservations;
		this.numbering = numbering;
		this.changes = changes;
		this.addenda = addenda;
		this.endings = endings;
		this.processes = processes;
		this.clock = clock;
	}

	/** Undoes once more what the diagram should have undone: it may have been edited. */
	@EventListener
	void closed(CaseClosed closed) {
		if (this.changes.over(closed.number())) {
			this.reservations.unstage(closed.number());
			if (!"completed".equals(closed.status())) {
				this.addenda.voidThatOf(closed.number());
			}
		}
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

	/**
	 * Cases of a dissolved organisation are void, and what it had in force ends with it:
	 * there is nobody left to hear.
	 */
	@EventListener
	void dissolved(OrganisationEnded ended) {
		Stream.concat(this.table.openCases(ended.code()).stream(), this.changes.openCases(ended.code()).stream())
			.distinct()
			.forEach((caseNumber) -> this.processes.deliver("OrganisationDissolved", caseNumber, Map.of()));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		this.table.in(PairingStatus.PAIRED, Set.of(ended.code()))
			.forEach((pairing) -> this.endings.terminate(pairing, PairingEnded.Reason.ORG_DISSOLVED, List.of(), today));
	}

}
