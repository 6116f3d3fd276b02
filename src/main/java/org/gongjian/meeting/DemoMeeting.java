package org.gongjian.meeting;

import java.util.Map;

import org.gongjian.approval.DemoHands;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A made-up joint meeting whose agenda is open. */
@Component
@Profile("demo")
class DemoMeeting implements DemoPart {

	private final DemoHands hands;

	DemoMeeting(DemoHands hands) {
		this.hands = hands;
	}

	@Override
	public int order() {
		return 82;
	}

	@Override
	public void load(DemoSource source) {
		this.hands.start(MeetingRules.PROCESS, "party.head",
				Map.of("meetingType", "JOINT", "purpose", "季度联席会议（演示）", "meetingAt", this.hands.at(21, 9)));
	}

}
