package org.gongjian.meeting;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells cases what a meeting decided about them, each in a transaction of its own: a case
 * in trouble keeps neither the chair nor the other cases waiting, and is told again
 * within minutes. Nobody is told twice.
 */
@Component("meetingDeliveries")
class Deliveries {

	static final String MESSAGE = "JointMeetingDecided";

	private static final Logger logger = LoggerFactory.getLogger(Deliveries.class);

	private final MeetingTable meetings;

	private final MeetingItemTable items;

	private final Processes processes;

	private final Cases cases;

	private final Clock clock;

	private final TransactionTemplate apart;

	Deliveries(MeetingTable meetings, MeetingItemTable items, Processes processes, Cases cases, Clock clock,
			PlatformTransactionManager transactions) {
		this.meetings = meetings;
		this.items = items;
		this.processes = processes;
		this.cases = cases;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener
	void signed(MinutesSteps.Signed signed) {
		deliver();
	}

	@Scheduled(initialDelayString = "${gongjian.meetings.deliver:PT2M}",
			fixedDelayString = "${gongjian.meetings.deliver:PT2M}")
	void deliver() {
		this.apart.execute((status) -> this.items.pending()).forEach(this::tell);
	}

	private void tell(MeetingItem item) {
		try {
			this.apart.executeWithoutResult((status) -> {
				this.cases.lock(item.subject());
				if (this.items.settle(item.id(), "DELIVERED", this.clock.instant())
						&& !this.processes.deliver(MESSAGE, item.subject(), facts(item))) {
					this.items.missed(item.id());
				}
			});
		}
		catch (RuntimeException failed) {
			logger.warn("The case {} could not be told what was decided; it is told again", item.subject(), failed);
		}
	}

	private Map<String, Object> facts(MeetingItem item) {
		var facts = new HashMap<String, Object>();
		facts.put("meetingDecision", MeetingItem.TO_LEADER.equals(item.state()) ? "TO_L4" : "ORDER");
		facts.put("meetingLead", Objects.toString(item.lead(), ""));
		facts.put("meetingDeadline", Objects.toString(item.deadline(), ""));
		facts.put("meetingOrder", Objects.toString(item.decision(), ""));
		facts.put("meetingNumber", this.meetings.byId(item.meeting()).number());
		return facts;
	}

}
