package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.approval.HouseRequests;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.Time;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes the renewal of plaques some weeks before their term ends, all that are due in
 * one case. The row of the collecting batch keeps two nodes from doing it twice.
 */
@Component
class PlaqueRenewals {

	private static final int MOST = 50;

	private final PlaqueEndTable plaques;

	private final PlaqueTable table;

	private final BatchTable batches;

	private final PairingTerms pairings;

	private final MeasureTable measures;

	private final HouseRequests requests;

	private final Parameters parameters;

	private final Clock clock;

	PlaqueRenewals(PlaqueEndTable plaques, PlaqueTable table, BatchTable batches, PairingTerms pairings,
			MeasureTable measures, HouseRequests requests, Parameters parameters, Clock clock) {
		this.plaques = plaques;
		this.table = table;
		this.batches = batches;
		this.pairings = pairings;
		this.measures = measures;
		this.requests = requests;
		this.parameters = parameters;
		this.clock = clock;
	}

	/** Looks what has become due. */
	@Scheduled(cron = "${gongjian.plaques.renew:0 40 * * * *}", zone = "Asia/Shanghai")
	@Transactional
	public void look() {
		this.batches.collecting();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		LocalDate until = today.plusDays(this.parameters.number("plaque.renewBeforeDays"));
		List<Map<String, Object>> due = this.plaques.ending(today, until)
			.stream()
			.filter(this::wanted)
			.limit(MOST)
			.map(PlaqueRenewals::row)
			.toList();
		if (!due.isEmpty()) {
			this.requests.open(Award.PROCESS, Actor.SYSTEM, Map.of("awardType", "RENEW", Award.RECIPIENTS, due));
		}
	}

	@EventListener
	@Order
	@Transactional
	public void clockMoved(ClockMoved moved) {
		look();
	}

	/** Nothing is under way about it, and its pairing is in force. */
	private boolean wanted(Plaque plaque) {
		return plaque.pairing() != null && this.table.ofOpenBatches(plaque.organisation()).isEmpty()
				&& this.measures.ofPlaque(plaque.number()).stream().noneMatch(Measure::open)
				&& !this.plaques.proposed(plaque.organisation(), plaque.validTo())
				&& this.pairings.find(plaque.pairing()).filter(PairingTerm::inForce).isPresent();
	}

	private static Map<String, Object> row(Plaque plaque) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(Award.ORGANISATION, plaque.organisation());
		row.put(Award.PAIRING, plaque.pairing());
		row.put("note", plaque.number());
		return row;
	}

}
