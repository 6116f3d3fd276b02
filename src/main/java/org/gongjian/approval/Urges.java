package org.gongjian.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.web.TooManyRequests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever started a case ask those it waits for to hurry, once a day. */
@Service
@Transactional
public class Urges {

	private final Cases cases;

	private final Desk desk;

	private final Turns turns;

	private final Clock clock;

	Urges(Cases cases, Desk desk, Turns turns, Clock clock) {
		this.cases = cases;
		this.desk = desk;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Asks everybody the case waits for.
	 * @throws TooManyRequests if that was done today
	 */
	public void urge(Actor actor, String caseNumber) {
		this.cases.visible(actor, caseNumber);
		this.cases.lock(caseNumber);
		CaseFile file = this.cases.get(caseNumber);
		if (!actor.username().equals(file.initiator())) {
			throw new NotAllowed("approval.urge.not-yours");
		}
		if (!file.open()) {
			throw Deeds.ended(this.cases.log(caseNumber), file);
		}
		List<WorkItem> waiting = others(actor, file);
		if (waiting.isEmpty()) {
			throw new Overtaken("approval.urge.nobody");
		}
		if (urgedToday(caseNumber)) {
			throw new TooManyRequests(untilTomorrow());
		}
		waiting.forEach((item) -> this.turns.log(actor, item, "URGED", null, null, item.assignee()));
	}

	/** Whether this person can ask to hurry now. */
	@Transactional(readOnly = true)
	public boolean may(Actor actor, CaseFile file) {
		return file.open() && actor.username().equals(file.initiator()) && !others(actor, file).isEmpty()
				&& !urgedToday(file.number());
	}

	private List<WorkItem> others(Actor actor, CaseFile file) {
		return this.desk.openTasks(file).stream().filter((item) -> !actor.username().equals(item.assignee())).toList();
	}

	private boolean urgedToday(String caseNumber) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return this.cases.log(caseNumber)
			.stream()
			.anyMatch((entry) -> entry.action().equals("URGED")
					&& LocalDate.ofInstant(entry.at(), Time.OFFICE).equals(today));
	}

	private Duration untilTomorrow() {
		Instant now = this.clock.instant();
		Instant tomorrow = LocalDate.ofInstant(now, Time.OFFICE).plusDays(1).atStartOfDay(Time.OFFICE).toInstant();
		return Duration.between(now, tomorrow);
	}

}
