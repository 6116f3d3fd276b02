package org.gongjian.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps between publishing and holding an activity. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PrepareSteps {

	/** What the readiness check asks. */
	static final List<String> CHECKLIST = List.of("readyVenue", "readyPeople", "readyWeather", "readySafety",
			"readyFirstAid", "readyFood", "readyTransport", "readyMinors");

	static final String MISSING = "NOT_OK";

	private final ActivityProposals proposals;

	private final ActivityTable table;

	private final Cases cases;

	PrepareSteps(ActivityProposals proposals, ActivityTable table, Cases cases) {
		this.proposals = proposals;
		this.table = table;
		this.cases = cases;
	}

	/** Sets {@code ready}: false as soon as one item is not OK. */
	void weighReadiness(Call call) {
		CaseValues data = this.proposals.data(call.caseNumber());
		call.set("ready", CHECKLIST.stream().noneMatch((item) -> MISSING.equals(data.text(item))));
	}

	/** Moves the activity to the new start; it lasts as long as before. */
	void postpone(Call call) {
		String caseNumber = call.caseNumber();
		Activity activity = this.table.lockOfCase(caseNumber).orElseThrow();
		CaseValues data = this.proposals.data(caseNumber);
		Instant start = data.moment("newStart");
		Duration length = Duration.between(data.moment("start"), data.moment("end"));
		this.cases.write(caseNumber, Map.of("start", written(start), "end", written(start.plus(length))), Actor.SYSTEM,
				call.element());
		this.proposals.keep(caseNumber, this.proposals.data(caseNumber),
				new ActivityProposals.Assessed(ActivityStatus.POSTPONED, activity.risk(), activity.level(), true));
	}

	/** As forms write moments. */
	static String written(Instant at) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(Time.OFFICE).toOffsetDateTime());
	}

}
