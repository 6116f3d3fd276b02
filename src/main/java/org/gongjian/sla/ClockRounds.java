package org.gongjian.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.ClockMoved;
import org.gongjian.sla.ClockSignals.Fired;
import org.gongjian.sla.Reckoning.Mark;
import org.gongjian.sla.SlaClockTable.Due;
import org.gongjian.sla.SlaClockTable.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks each minute which clocks have something to tell. Every node does; a stage is
 * noted by a guarded update in the transaction in which it is told, so it is told once.
 * Stages missed while the house was down are told in the order in which they were
 * reached; of missed reminders only one.
 */
@Component
class ClockRounds {

	private static final Logger log = LoggerFactory.getLogger(ClockRounds.class);

	private static final int MOST = 20_000;

	private final SlaClockTable table;

	private final Reckoning reckoning;

	private final List<ClockSignals> signals;

	private final Clock clock;

	private final TransactionTemplate transaction;

	ClockRounds(SlaClockTable table, Reckoning reckoning, List<ClockSignals> signals, Clock clock,
			PlatformTransactionManager transactions) {
		this.table = table;
		this.reckoning = reckoning;
		this.signals = signals;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Scheduled(initialDelayString = "${gongjian.sla.every:PT1M}", fixedDelayString = "${gongjian.sla.every:PT1M}")
	void everyMinute() {
		work();
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		work();
	}

	/**
	 * Tells what is to be told, oldest first. A clock that fails, or that another node
	 * has just told, does not keep the others waiting.
	 * @return how many stages were told
	 */
	int work() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Set<UUID> left = new HashSet<>();
		int told = 0;
		for (int step = 0; step < MOST; step++) {
			Optional<Due> next = this.table.due(now, left.size() + 1)
				.stream()
				.filter((due) -> !left.contains(due.id()))
				.findFirst();
			if (next.isEmpty()) {
				return told;
			}
			if (tell(next.get(), now)) {
				told++;
			}
			else {
				left.add(next.get().id());
			}
		}
		return told;
	}

	private boolean tell(Due due, Instant now) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				this.signals.forEach((signal) -> signal.hold(due.subject()));
				return this.table.lockDue(due.id(), now).filter((one) -> tell(one, now)).isPresent();
			}));
		}
		catch (RuntimeException failed) {
			log.warn("The clock {} of {} could not tell its stage; it is tried again in a minute", due.id(),
					due.subject(), failed);
			return false;
		}
	}

	private boolean tell(SlaClock one, Instant now) {
		Optional<Mark> next = this.reckoning.next(one).filter((mark) -> !mark.at().isAfter(now));
		if (next.isEmpty()) {
			return false;
		}
		Mark mark = next.get();
		Instant reminded = (mark.stage() == Stage.REMINDER) ? lastBy(now, mark.at(), one.goal().reminders())
				: one.remindedAt();
		SlaClock told = this.reckoning.planned(one.told(mark.percent(), reminded, null));
		if (!this.table.update(told, this.reckoning.paused(told, now))) {
			return false;
		}
		this.table.insert(new Entry(one.id(), now, mark.stage().name(), null, one.dueAt(),
				String.valueOf(mark.percent()), Actor.SYSTEM.username()));
		Fired fired = new Fired(one.subject(), one.kind(), mark.stage(), mark.percent(), mark.at(), one.dueAt());
		this.signals.forEach((signal) -> signal.fired(fired));
		return true;
	}

	/** The last of the reminders that were due by now. */
	private static Instant lastBy(Instant now, Instant first, Duration every) {
		return first.plus(every.multipliedBy(Duration.between(first, now).dividedBy(every)));
	}

}
