package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.gongjian.organisation.Parameters;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the terms: a pairing near its end is expiring and its renewal proposed, after
 * its last day it has expired, and one without activity is flagged. Two nodes may look at
 * once: the row says who was first. Each pairing has its own transaction, so that one
 * that cannot be moved does not hold up the others.
 */
@Component
class TermWatch {

	private static final Logger logger = LoggerFactory.getLogger(TermWatch.class);

	private final LifeTable life;

	private final Endings endings;

	private final Renewals renewals;

	private final Watch watch;

	private final Parameters parameters;

	private final Clock clock;

	private final TransactionTemplate transaction;

	TermWatch(LifeTable life, Endings endings, Renewals renewals, Watch watch, Parameters parameters, Clock clock,
			PlatformTransactionManager transactions) {
		this.life = life;
		this.endings = endings;
		this.renewals = renewals;
		this.watch = watch;
		this.parameters = parameters;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks what has become due. */
	@Scheduled(cron = "${gongjian.pairings.look:0 5 * * * *}", zone = "Asia/Shanghai")
	void look() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		each(this.life.over(today), this.endings::expire);
		each(this.life.ending(today.plusDays(this.parameters.number("pairing.expiringDays"))),
				(pairing) -> this.life.expiring(pairing.id()));
		each(this.life.renewable(today), this.renewals::propose);
		this.watch.flag();
		LocalDate quarterAgo = today.minusDays(this.parameters.number("pairing.listRefreshDays"));
		each(this.life.stale(quarterAgo), (pairing) -> this.watch.askForLists(pairing, quarterAgo));
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		look();
	}

	private void each(List<Pairing> pairings, Consumer<Pairing> move) {
		for (Pairing pairing : pairings) {
			try {
				this.transaction.executeWithoutResult((status) -> move.accept(pairing));
			}
			catch (RuntimeException failed) {
				logger.error("The term of {} could not be looked after; it is tried again", pairing.number(), failed);
			}
		}
	}

}
