package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.CaseClosed;
import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.PairingStatus;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the annual review of every pairing in force, once: the row of pairing and year
 * says which of several nodes was first. A day that was slept through is made up for.
 */
@Component
class AnnualReviews {

	/** The process key. */
	static final String PROCESS = "plaque-annual-review";

	private static final Logger logger = LoggerFactory.getLogger(AnnualReviews.class);

	/** For how long a start that was missed is made up for. */
	private static final int CATCH_UP_DAYS = 90;

	private static final int PAGE = 200;

	private static final List<PairingStatus> PAIRED = List.of(PairingStatus.IN_FORCE, PairingStatus.EXPIRING,
			PairingStatus.SUSPENDED);

	private final ReviewTable table;

	private final Pairings pairings;

	private final HouseRequests requests;

	private final Parameters parameters;

	private final Clock clock;

	private final TransactionTemplate transaction;

	AnnualReviews(ReviewTable table, Pairings pairings, HouseRequests requests, Parameters parameters, Clock clock,
			PlatformTransactionManager transactions) {
		this.table = table;
		this.pairings = pairings;
		this.requests = requests;
		this.parameters = parameters;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks whether the day has come. */
	@Scheduled(cron = "${gongjian.plaques.review:0 25 * * * *}", zone = "Asia/Shanghai")
	void look() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		MonthDay day = MonthDay.parse("--" + this.parameters.text("plaque.reviewOn"));
		LocalDate begins = day.atYear(today.getYear());
		begins = begins.isAfter(today) ? day.atYear(today.getYear() - 1) : begins;
		if (!today.isBefore(begins.plusDays(CATCH_UP_DAYS))) {
			return;
		}
		for (Pairing pairing : due(begins)) {
			start(pairing.number(), begins.getYear());
		}
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		look();
	}

	/** Pairings in force on the day whose review was not started. */
	private List<Pairing> due(LocalDate day) {
		Set<String> started = new HashSet<>(this.table.started(day.getYear()));
		return PAIRED.stream()
			.flatMap((status) -> all(status).stream())
			.filter((pairing) -> pairing.inForceOn(day) && !started.contains(pairing.number()))
			.toList();
	}

	private List<Pairing> all(PairingStatus status) {
		var all = new java.util.ArrayList<Pairing>();
		String cursor = null;
		do {
			Slice<Pairing> page = this.pairings.list(Actor.SYSTEM, new PairingFilter("", status, ""), cursor, PAGE);
			all.addAll(page.items());
			cursor = page.next();
		}
		while (cursor != null);
		return all;
	}

	/**
	 * Starts one, unless somebody else did or does.
	 * @return whether it was this call that started it
	 */
	boolean start(String pairing, int year) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.table.take(pairing, year);
				this.requests.open(PROCESS, Actor.SYSTEM, Map.of("pairing", pairing, "reviewYear", year));
			});
			return true;
		}
		catch (DuplicateKeyException another) {
			return false;
		}
		catch (RuntimeException failed) {
			logger.warn("The review of {} in {} could not be started; it is tried again", pairing, year, failed);
			return false;
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void closed(CaseClosed closed) {
		if (closed.process().equals(PROCESS)) {
			this.table.close(closed.number(), closed.outcome());
		}
	}

}
