package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.springframework.stereotype.Component;

/** What reviewers and those who prepare must answer beyond their forms. */
@Component
class ActivityReviewRule implements FormRule {

	private static final Set<String> STEPS = Set.of("task-safety-review", "task-finance-review", "task-readiness",
			"task-go-decision");

	private static final Set<String> EXPENSES = Set.of("MEAL", "VENUE", "COACH", "CASH", "OUT_OF_TOWN_COUNT",
			"OUT_OF_PROVINCE_COUNT", "GIFTS");

	private final Parameters parameters;

	private final Clock clock;

	ActivityReviewRule(Parameters parameters, Clock clock) {
		this.parameters = parameters;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(ActivityProposalRule.PROCESS) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		CaseValues data = ActivityProposalRule.values(filled);
		boolean passes = "PASS".equals(filled.decision()) || "CONDITIONS".equals(filled.decision());
		switch (filled.step()) {
			case "task-safety-review" -> permit(data, passes, out);
			case "task-finance-review" -> money(data, passes, out);
			case "task-readiness" -> note(data, out);
			default -> newStart(data, "POSTPONE".equals(filled.decision()), out);
		}
	}

	private void permit(CaseValues data, boolean passes, Violations out) {
		int from = this.parameters.number("activity.publicPermitFrom");
		boolean needed = data.flag("publicEvent") && data.number("expectedParticipants") >= from;
		if (passes && needed && data.text("permitNo") == null) {
			out.add("permitNo", "activity.violation.permit", from);
		}
	}

	private static void money(CaseValues data, boolean passes, Violations out) {
		BigDecimal asked = new Budget(data.rows("budget")).total();
		if (data.text("approvedAmount") != null && data.amount("approvedAmount").compareTo(asked) > 0) {
			out.add("approvedAmount", "activity.violation.approved", asked.toPlainString());
		}
		List<String> warnings = data.texts("warnings");
		boolean exceeds = warnings.stream().anyMatch(EXPENSES::contains);
		if (passes && exceeds && data.text("overrideReason") == null) {
			out.add("overrideReason", "activity.violation.override");
		}
	}

	private static void note(CaseValues data, Violations out) {
		boolean missing = PrepareSteps.CHECKLIST.stream()
			.anyMatch((item) -> PrepareSteps.MISSING.equals(data.text(item)));
		if (missing && data.text("readinessNote") == null) {
			out.add("readinessNote", "activity.violation.readiness-note");
		}
	}

	private void newStart(CaseValues data, boolean postponed, Violations out) {
		Instant start = data.moment("newStart");
		if (postponed && start != null && !start.isAfter(this.clock.instant())) {
			out.add("newStart", "activity.violation.past");
		}
	}

}
