package org.gongjian.activity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Logged;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.pairing.PairingEnded;
import org.gongjian.pairing.Settlement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the register follow the case however it ends, and tells cases whose organisation
 * is no more.
 */
@Component
@Transactional
class ActivityEnds {

	private static final Map<String, ActivityStatus> BY_OUTCOME = Map.of("WITHDRAWN", ActivityStatus.WITHDRAWN,
			"LAPSED", ActivityStatus.LAPSED, "REJECTED", ActivityStatus.REJECTED, "BLOCKED", ActivityStatus.REJECTED,
			"CANCELLED", ActivityStatus.CANCELLED, "NOT_EVIDENCED", ActivityStatus.NOT_EVIDENCED);

	private static final Map<String, ActivityStatus> BY_STATUS = Map.of("withdrawn", ActivityStatus.WITHDRAWN,
			"rejected", ActivityStatus.REJECTED, "terminated", ActivityStatus.CANCELLED);

	private static final Set<ActivityStatus> OPEN = EnumSet.complementOf(EnumSet.copyOf(ActivityStatus.OVER));

	private final ActivityTable table;

	private final PartTable parts;

	private final Bookings bookings;

	private final Cases cases;

	private final Processes processes;

	private final Clock clock;

	ActivityEnds(ActivityTable table, PartTable parts, Bookings bookings, Cases cases, Processes processes,
			Clock clock) {
		this.table = table;
		this.parts = parts;
		this.bookings = bookings;
		this.cases = cases;
		this.processes = processes;
		this.clock = clock;
	}

	/** Undoes once more what the diagram should have undone: it may have been edited. */
	@EventListener
	void closed(CaseClosed closed) {
		ActivityStatus status = BY_OUTCOME.getOrDefault(closed.outcome(), BY_STATUS.get(closed.status()));
		if (status == null) {
			return;
		}
		this.table.lockOfCase(closed.number())
			.filter((activity) -> OPEN.contains(activity.status()))
			.ifPresent((activity) -> {
				this.bookings.cancel(activity.id());
				this.table.move(activity.id(), OPEN, status, null);
			});
	}

	/** Costs are settled when finance has decided so. */
	@EventListener
	void logged(Logged logged) {
		boolean settled = "task-settle".equals(logged.entry().step()) && "SETTLED".equals(logged.entry().decision());
		if (settled) {
			this.table.ofCase(logged.caseNumber())
				.ifPresent((activity) -> this.table.move(activity.id(), Set.of(ActivityStatus.CONFIRMED),
						ActivityStatus.SETTLED, null));
		}
	}

	/** What is still ahead is cancelled, unless the close-out check lets it be. */
	@EventListener
	void pairingEnded(PairingEnded ended) {
		List<String> ahead = this.parts.aheadOfPairing(ended.number(), this.clock.instant())
			.stream()
			.filter((caseNumber) -> cancels(ended, caseNumber))
			.toList();
		tell(ahead, "PairingEnded", "PAIRING_ENDED " + ended.number());
	}

	private boolean cancels(PairingEnded ended, String caseNumber) {
		String handle = this.table.ofCase(caseNumber).orElseThrow().handle();
		return ended.of(handle)
			.map(Settlement::action)
			.filter((action) -> action != Settlement.Action.CANCEL)
			.isEmpty();
	}

	@EventListener
	void dissolved(OrganisationEnded ended) {
		tell(this.parts.aheadOfOrganisation(ended.code(), this.clock.instant()), "OrganisationDissolved",
				"ORGANISATION_DISSOLVED " + ended.code());
	}

	private void tell(List<String> caseNumbers, String message, String reason) {
		for (String caseNumber : caseNumbers) {
			this.cases.lock(caseNumber);
			this.processes.deliver(message, caseNumber, Map.of("cancelReason", reason));
		}
	}

}
