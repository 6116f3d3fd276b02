package org.gongjian.plaque;

import java.util.Map;

import org.gongjian.approval.DemoHands;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A made-up holder asks for another plaque in place of a damaged one. */
@Component
@Profile("demo")
class DemoReplacement implements DemoPart {

	private static final String HOLDER = "ent4.liaison";

	private final DemoHands hands;

	private final PlaqueTable plaques;

	DemoReplacement(DemoHands hands, PlaqueTable plaques) {
		this.hands = hands;
		this.plaques = plaques;
	}

	@Override
	public int order() {
		return 83;
	}

	@Override
	public void load(DemoSource source) {
		String plaque = this.plaques.heldBy("F03").get(0).number();
		this.hands.start(Award.PROCESS, HOLDER, Map.of("awardType", "REPLACE", "plaque", plaque, "cause", "DAMAGED",
				"happenedOn", this.hands.today().toString(), "causeFiles", this.hands.evidence(HOLDER)));
	}

}
