package org.gongjian.plaque;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
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
 * Opens the award of everybody who waits some working days before a ceremony, when no
 * officer did; and expires plaques. Two nodes may run it at once: the ceremony's row says
 * who was first.
 */
@Component
class EarlyAwards {

	private static final Logger logger = LoggerFactory.getLogger(EarlyAwards.class);

	private final CeremonyTable ceremonies;

	private final Batches batches;

	private final Plaques plaques;

	private final PlaqueRecalls recalls;

	private final HouseRequests requests;

	private final DueDates dueDates;

	private final Parameters parameters;

	private final Clock clock;

	private final TransactionTemplate transaction;

	EarlyAwards(CeremonyTable ceremonies, Batches batches, Plaques plaques, PlaqueRecalls recalls,
			HouseRequests requests, DueDates dueDates, Parameters parameters, Clock clock,
			PlatformTransactionManager transactions) {
		this.ceremonies = ceremonies;
		this.batches = batches;
		this.plaques = plaques;
		this.recalls = recalls;
		this.requests = requests;
		this.dueDates = dueDates;
		this.parameters = parameters;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks what has become due. */
	@Scheduled(cron = "${gongjian.plaques.look:0 10 * * * *}", zone = "Asia/Shanghai")
	void look() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		LocalDate until = LocalDate.ofInstant(this.dueDates.after(this.clock.instant(),
				"P" + this.parameters.number("plaque.startBeforeCeremonyWd") + "WD"), Time.OFFICE);
		for (Ceremony ceremony : this.ceremonies.withoutAward(today, until)) {
			this.transaction.executeWithoutResult((status) -> start(ceremony));
		}
		this.transaction.executeWithoutResult((status) -> this.recalls.expired(this.plaques.expire()));
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		look();
	}

	private void start(Ceremony ceremony) {
		var rows = this.batches.rows();
		if (rows.isEmpty() || !this.ceremonies.awardStarted(ceremony.id())) {
			return;
		}
		Map<String, Object> data = Map.of("awardType", "NEW", "ceremony", ceremony.id().toString(), Award.RECIPIENTS,
				rows);
		CaseFile opened = this.requests.open(Award.PROCESS, Actor.SYSTEM, data);
		Instant now = this.clock.instant();
		logger.info("Opened {} at {} for the ceremony on {}", opened.number(), now, ceremony.plannedOn());
	}

}
