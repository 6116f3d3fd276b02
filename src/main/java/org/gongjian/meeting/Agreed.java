package org.gongjian.meeting;

import org.gongjian.pairing.ListsStale;
import org.gongjian.pairing.StepsAgreed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what sides agreed on and what they let lie into follow-up tasks, in the
 * transaction of whoever says so.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Agreed {

	private final FollowUps followUps;

	Agreed(FollowUps followUps) {
		this.followUps = followUps;
	}

	@EventListener
	void steps(StepsAgreed agreed) {
		for (int at = 0; at < agreed.steps().size(); at++) {
			StepsAgreed.Step step = agreed.steps().get(at);
			this.followUps.agreed(agreed.source(), at, step.action() + " (" + step.owner() + ")", agreed.organisation(),
					step.due());
		}
	}

	@EventListener
	void lists(ListsStale stale) {
		stale.organisations()
			.forEach((organisation) -> this.followUps.refreshLists(stale.pairing(), organisation, stale.on()));
	}

}
