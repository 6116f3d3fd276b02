package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.gongjian.pairing.PairingStanding;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** What annual reviews and plaques say about the eligibility of a pair. */
@Component
class Standings implements PairingStanding {

	private final StandingTable table;

	private final Clock clock;

	Standings(StandingTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	public Optional<String> lastEvaluation(String pairing) {
		return this.table.lastGrade(pairing);
	}

	@Override
	public boolean rectificationOverdue(String organisation) {
		return this.table.overdue(organisation, LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
	}

}
