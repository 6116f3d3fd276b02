package org.gongjian.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that judge a proposal and a change: risk, route, reviews, weight. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AssessSteps {

	private static final Duration DAY = Duration.ofDays(1);

	private static final int QUARTER = 3;

	private final ActivityProposals proposals;

	private final ActivityRules rules;

	private final ActivityTable table;

	private final PartTable parts;

	private final Bookings bookings;

	private final Cases cases;

	private final Parameters parameters;

	private final DueDates dueDates;

	private final Clock clock;

	AssessSteps(ActivityProposals proposals, ActivityRules rules, ActivityTable table, PartTable parts,
			Bookings bookings, Cases cases, Parameters parameters, DueDates dueDates, Clock clock) {
		this.proposals = proposals;
		this.rules = rules;
		this.table = table;
		this.parts = parts;
		this.bookings = bookings;
		this.cases = cases;
		this.parameters = parameters;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/**
	 * Judges a proposal. Sets {@code riskLevel}, {@code approvalLevel}, the reviews
	 * needed, who confirms and when it lapses.
	 */
	void assess(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.proposals.data(number);
		ActivityRules.Risk risk = this.rules.risk(data);
		String level = this.rules.level(data, risk.risk());
		Set<String> reviews = this.rules.reviews(data, risk.risk(), level);
		boolean prohibited = risk.risk().equals(ActivityRules.PROHIBITED);
		Activity activity = this.proposals.keep(number, data, new ActivityProposals.Assessed(
				prohibited ? ActivityStatus.RETURNED : ActivityStatus.UNDER_REVIEW, risk.risk(), level, false));
		tell(call, activity, data, risk, level);
		call.set("riskLevel", risk.risk());
		call.set("approvalLevel", level);
		for (String review : List.of("Safety", "Finance", "Integrity")) {
			call.set("review" + review, reviews.contains(review.toUpperCase(java.util.Locale.ROOT)));
			call.set(review.toLowerCase(java.util.Locale.ROOT) + "Outcome", "NONE");
		}
		List<String> coHosts = data.rows("coHosts").stream().map((row) -> row.text("organisation")).distinct().toList();
		call.set("coHostOrgs", String.join(",", coHosts));
		call.set("verifierOrg", coHosts.get(0));
		call.set("lapseAt", Date.from(activity.startsAt().minus(DAY)));
	}

	private void tell(Call call, Activity activity, CaseValues data, ActivityRules.Risk risk, String level) {
		var changes = new HashMap<String, Object>();
		changes.put("riskLevel", risk.risk());
		changes.put("riskReason", risk.reason());
		changes.put("approvalLevel", level);
		changes.put("warnings", warnings(activity, data));
		changes.put("budgetTotal", activity.budget());
		changes.put("inPlan", activity.planRow() != null);
		changes.put("quarterCount", inQuarter(activity));
		this.cases.write(call.caseNumber(), changes, Actor.SYSTEM, call.element());
	}

	private List<String> warnings(Activity activity, CaseValues data) {
		var warnings = new ArrayList<String>();
		add(warnings, "URGENT", urgent(activity));
		add(warnings, "UNPLANNED", activity.planRow() == null);
		add(warnings, "LONG", ActivityRules.isLong(data));
		if (activity.themePartyDay()) {
			add(warnings, "NO_LESSON", data.text("lessonTopic") == null);
			add(warnings, "NO_FILM", data.text("filmTitle") == null);
			add(warnings, "NO_PRACTICE", data.text("practiceContent") == null);
		}
		add(warnings, "PHOTO_MINORS", activity.minors());
		add(warnings, "PERMIT_LATE", permitLate(activity, data));
		add(warnings, "RESOURCE_TAKEN", !this.bookings.free(activity, data));
		warnings.addAll(expenses(activity, data));
		return warnings;
	}

	private static void add(List<String> warnings, String code, boolean applies) {
		if (applies) {
			warnings.add(code);
		}
	}

	private boolean urgent(Activity activity) {
		Instant earliest = this.dueDates.after(this.clock.instant(),
				"P" + this.parameters.number("activity.leadTimeWd") + "WD");
		return day(activity.startsAt()).isBefore(day(earliest));
	}

	private boolean permitLate(Activity activity, CaseValues data) {
		boolean permit = data.flag("publicEvent")
				&& activity.participants() >= this.parameters.number("activity.publicPermitFrom");
		LocalDate earliest = day(this.clock.instant())
			.plusDays(this.parameters.number("activity.publicPermitLeadDays"));
		return permit && day(activity.startsAt()).isBefore(earliest);
	}

	private List<String> expenses(Activity activity, CaseValues data) {
		LocalDate day = day(activity.startsAt());
		int outOfTown = times(activity, "OUT_OF_TOWN", day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
		int outOfProvince = times(activity, "OUT_OF_PROVINCE", day.minusYears(2), day.plusDays(1));
		return this.rules.expenses(data, outOfTown, outOfProvince);
	}

	/** How often the host went there in a span, this activity included. */
	private int times(Activity activity, String kind, LocalDate from, LocalDate to) {
		return kind.equals(activity.placeKind())
				? this.parts.count(activity.hostOrg(), kind, activity.id(), start(from), start(to)) + 1 : 0;
	}

	private int inQuarter(Activity activity) {
		LocalDate day = day(activity.startsAt());
		LocalDate from = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % QUARTER);
		return this.parts.count(activity.pairing(), start(from), start(from.plusMonths(QUARTER)));
	}

	/**
	 * Judges a change of a published activity and takes it over. Sets
	 * {@code changeWeight}.
	 */
	void weighChange(Call call) {
		String number = call.caseNumber();
		Activity published = this.table.lockOfCase(number).orElseThrow();
		CaseValues data = this.proposals.data(number);
		String weight = this.rules.weight(published, data);
		boolean minor = weight.equals("MINOR");
		this.proposals.keep(number, data,
				new ActivityProposals.Assessed(minor ? ActivityStatus.APPROVED : ActivityStatus.UNDER_REVIEW,
						published.risk(), published.level(), true));
		call.set("changeWeight", weight);
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, Time.OFFICE);
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(Time.OFFICE).toInstant();
	}

}
