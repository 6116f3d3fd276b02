package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.DeedsReported;
import org.gongjian.pairing.Pairings;
import org.gongjian.pairing.StepsAgreed;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps from the record of an activity to the archive. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordSteps {

	private final ActivityProposals proposals;

	private final ActivityTable table;

	private final Cases cases;

	private final PartTable parts;

	private final Pairings pairings;

	private final Parameters parameters;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RecordSteps(ActivityProposals proposals, ActivityTable table, PartTable parts, Cases cases, Pairings pairings,
			Parameters parameters, ApplicationEventPublisher events, Clock clock) {
		this.proposals = proposals;
		this.table = table;
		this.parts = parts;
		this.cases = cases;
		this.pairings = pairings;
		this.parameters = parameters;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The record is accepted. Sets what is left to do: {@code costsIncurred},
	 * {@code costsOver}, {@code publicityWanted}, {@code problemsFound}.
	 */
	void confirm(Call call) {
		String caseNumber = call.caseNumber();
		Activity activity = this.table.lockOfCase(caseNumber).orElseThrow();
		CaseValues data = this.proposals.data(caseNumber);
		BigDecimal cost = new Budget(data.rows("actualCost")).total();
		BigDecimal variance = variance(activity, cost);
		Attendance attendance = Attendance.of(data);
		this.table.confirm(activity.id(), cost, attendance, score(data),
				LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
		LocalDate held = LocalDate.ofInstant((activity.endsAt() == null) ? this.clock.instant() : activity.endsAt(),
				Time.OFFICE);
		agree(activity, data, held);
		report(activity, data);
		this.parts.pairings(activity.id()).forEach((number) -> this.pairings.activityConfirmed(number, held));
		var told = new HashMap<String, Object>(Map.of("actualTotal", cost, "variancePct", variance));
		told.put("attendanceRate", attendance.rate());
		this.cases.write(caseNumber, told, Actor.SYSTEM, call.element());
		call.set("costsIncurred", cost.signum() > 0);
		call.set("costsOver", variance.intValue() > this.parameters.number("activity.variance"));
		call.set("publicityWanted", data.flag("publicityWanted"));
		call.set("problemsFound", !data.rows("problemsFound").isEmpty());
	}

	/** What was agreed on becomes follow-up tasks of the host. */
	private void agree(Activity activity, CaseValues data, LocalDate held) {
		List<StepsAgreed.Step> steps = data.rows("nextSteps")
			.stream()
			.map((row) -> new StepsAgreed.Step(row.text("action"), row.text("owner"),
					(row.date("due") == null) ? held.plusMonths(1) : row.date("due")))
			.toList();
		if (!steps.isEmpty()) {
			this.events.publishEvent(new StepsAgreed(activity.number(), activity.hostOrg(), steps));
		}
	}

	/** Deeds of the project list move on there. */
	private void report(Activity activity, CaseValues data) {
		List<DeedsReported.Deed> deeds = data.rows("deedsDone")
			.stream()
			.map((row) -> new DeedsReported.Deed(ReferenceChoices.id(row.text("deed")),
					"DONE".equals(row.text("status"))))
			.toList();
		if (!deeds.isEmpty()) {
			this.events.publishEvent(new DeedsReported(activity.number(), deeds));
		}
	}

	/**
	 * By how many per cent actual costs exceed what was approved, or what was budgeted
	 * where finance was not asked.
	 */
	static BigDecimal variance(Activity activity, BigDecimal cost) {
		BigDecimal approved = (activity.approvedAmount() == null) ? activity.budget() : activity.approvedAmount();
		return Budget.growth(approved, cost);
	}

	/** The mean of what the co-hosts gave; none where none answered. */
	private static Integer score(CaseValues data) {
		List<Integer> scores = data.part("verification")
			.all()
			.keySet()
			.stream()
			.map((organisation) -> data.part("verification", organisation).count("score"))
			.filter(Objects::nonNull)
			.toList();
		OptionalDouble mean = scores.stream().mapToInt(Integer::intValue).average();
		return mean.isPresent() ? (Integer) (int) Math.round(mean.getAsDouble()) : null;
	}

	/** Nobody recorded it: it does not count. */
	void closeWithoutEvidence(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		this.table.move(activity.id(), Set.of(ActivityStatus.PUBLISHED), ActivityStatus.NOT_EVIDENCED, null);
	}

	/** The activity is closed. */
	void archive(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		this.table.move(activity.id(), Set.of(ActivityStatus.CONFIRMED, ActivityStatus.SETTLED),
				ActivityStatus.ARCHIVED, null);
	}

}
