package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.springframework.stereotype.Component;

/** What a record, its correction and its costs must hold beyond their forms. */
@Component
class ActivityRecordRule implements FormRule {

	private static final Set<String> STEPS = Set.of("task-record", "task-mediate", "task-explain-costs", "task-settle",
			"task-incident");

	private static final Duration WEEK = Duration.ofDays(7);

	private static final int MINUTES = 100;

	private final ActivityTable table;

	private final Parameters parameters;

	ActivityRecordRule(ActivityTable table, Parameters parameters) {
		this.table = table;
		this.parameters = parameters;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(ActivityProposalRule.PROCESS) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		CaseValues data = ActivityProposalRule.values(filled);
		switch (filled.step()) {
			case "task-record" -> record(data, out);
			case "task-mediate" -> mediate(data, out);
			case "task-explain-costs" -> explain(filled, data, out);
			case "task-settle" -> settle(data, out);
			default -> {
			}
		}
	}

	private void record(CaseValues data, Violations out) {
		near("actualStart", data.moment("start"), data, out);
		near("actualEnd", data.moment("end"), data, out);
		Instant began = data.moment("actualStart");
		Instant ended = data.moment("actualEnd");
		if (began != null && ended != null && !ended.isAfter(began)) {
			out.add("actualEnd", "activity.violation.end-before-start");
		}
		attendance(data, out);
		String minutes = data.text("minutes");
		if (data.texts("minutesFile").isEmpty() && (minutes == null || minutes.strip().length() < MINUTES)) {
			out.add("minutes", "activity.violation.minutes", MINUTES);
		}
		ActivityProposalRule.amounts("actualCost", data, out);
		if (data.amount("budgetTotal").signum() > 0 && data.rows("actualCost").isEmpty()) {
			out.add("actualCost", "activity.violation.actual-cost");
		}
	}

	private static void near(String field, Instant planned, CaseValues data, Violations out) {
		Instant actual = data.moment(field);
		if (planned != null && actual != null && Duration.between(planned, actual).abs().compareTo(WEEK) > 0) {
			out.add(field, "activity.violation.near");
		}
	}

	private void attendance(CaseValues data, Violations out) {
		boolean table = !data.rows("attendance").isEmpty();
		if (!table && data.texts("signInSheet").isEmpty()) {
			out.add("attendance", "activity.violation.attendance");
			return;
		}
		if (!table && data.count("membersPresent") == null) {
			out.add("membersPresent", "activity.violation.members-present");
			return;
		}
		int least = this.parameters.number("activity.minAttendanceRate");
		Integer rate = Attendance.of(data).rate();
		if (rate != null && rate < least && data.text("lowAttendanceNote") == null) {
			out.add("lowAttendanceNote", "activity.violation.low-attendance", rate, least);
		}
	}

	private static void mediate(CaseValues data, Violations out) {
		if (!data.flag("keepAsIs") && data.rows("correctedFields").isEmpty()) {
			out.add("correctedFields", "activity.violation.corrections");
		}
	}

	private void explain(Filled filled, CaseValues data, Violations out) {
		ActivityProposalRule.amounts("actualCost", data, out);
		BigDecimal cost = new Budget(data.rows("actualCost")).total();
		int most = this.parameters.number("activity.variance");
		this.table.ofCase(filled.caseNumber())
			.filter((activity) -> RecordSteps.variance(activity, cost).intValue() > most)
			.filter((activity) -> data.text("varianceReason") == null)
			.ifPresent((activity) -> out.add("varianceReason", "activity.violation.variance", most));
	}

	private static void settle(CaseValues data, Violations out) {
		BigDecimal cost = new Budget(data.rows("actualCost")).total();
		if (data.text("settledAmount") != null && data.amount("settledAmount").compareTo(cost) > 0) {
			out.add("settledAmount", "activity.violation.settled", cost.toPlainString());
		}
	}

}
