package org.gongjian.meeting;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Measured.Criterion;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingRecord;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** How often a pair met in a period, measured by how often it agreed to. */
@Component
class MeetingRecord implements PairingRecord {

	private static final int HUNDRED = 100;

	private final MeetingTable meetings;

	private final Cadence cadence;

	MeetingRecord(MeetingTable meetings, Cadence cadence) {
		this.meetings = meetings;
		this.cadence = cadence;
	}

	@Override
	public List<Measured> measured(Pairing pairing, LocalDate from, LocalDate to) {
		int held = this.meetings.countOfBoth(pairing.governmentOrg(), pairing.enterpriseOrg(), from, to);
		long months = Period.between(from, to.plusDays(1)).toTotalMonths();
		long agreed = Math.max(1, months / this.cadence.months(pairing));
		return List.of(new Measured(Criterion.MEETINGS, (int) Math.min(HUNDRED, held * HUNDRED / agreed), held,
				new Bilingual(held + " of " + agreed + " joint meetings", "联席会议" + held + "次，应召开" + agreed + "次")));
	}

}
