package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;

import org.springframework.stereotype.Component;

/**
 * The lists and the plan are as long as promised, within the term, and not promised
 * twice.
 */
@Component
class AgreementRule implements FormRule {

	private static final List<String> SIDES = List.of("GOVERNMENT", "ENTERPRISE");

	private final PairingTable table;

	private final Changes changes;

	private final Reservations reservations;

	AgreementRule(PairingTable table, Changes changes, Reservations reservations) {
		this.table = table;
		this.changes = changes;
		this.reservations = reservations;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-draft-agreement");
	}

	@Override
	public void check(Filled filled, Violations out) {
		resources(filled, out);
		LocalDate start = filled.date("termStart");
		LocalDate end = filled.date("termEnd");
		projects(filled, start, end, out);
		plan(filled, start, end, out);
	}

	private void resources(Filled filled, Violations out) {
		List<Map<String, Object>> rows = filled.rows("resourceList");
		for (String side : SIDES) {
			if (!rows.isEmpty() && rows.stream().noneMatch((row) -> side.equals(row.get("side")))) {
				out.add("resourceList", "pairing.violation.side-missing." + side);
			}
		}
		Pairing pairing = this.table.ofCase(filled.caseNumber())
			.or(() -> this.changes.adjusted(filled.caseNumber()))
			.orElse(null);
		for (int i = 0; i < rows.size(); i++) {
			CaseValues row = new CaseValues(rows.get(i));
			LocalDate from = row.date("availableFrom");
			LocalDate to = row.date("availableTo");
			if (from != null && to != null && to.isBefore(from)) {
				out.add("resourceList[" + i + "].availableTo", "pairing.violation.end-before-start");
			}
			else if (pairing != null && row.text("side") != null && row.text("item") != null
					&& row.text("category") != null
					&& this.reservations.taken(new ListsOfCase(pairing, row).resource(row, i + 1))) {
				out.add("resourceList[" + i + "].item", Reservations.TAKEN, row.text("item"));
			}
		}
	}

	private static void projects(Filled filled, LocalDate start, LocalDate end, Violations out) {
		List<Map<String, Object>> rows = filled.rows("projectList");
		int deeds = new CaseValues(filled.before()).number("plannedDeeds");
		if (!rows.isEmpty() && rows.size() < deeds) {
			out.add("projectList", "pairing.violation.rows", deeds);
		}
		int demands = filled.rows("demandList").size();
		for (int i = 0; i < rows.size(); i++) {
			CaseValues row = new CaseValues(rows.get(i));
			LocalDate due = row.date("dueDate");
			if (due != null && start != null && (due.isBefore(start) || due.isAfter(end))) {
				out.add("projectList[" + i + "].dueDate", "pairing.violation.outside-term", start.toString(),
						end.toString());
			}
			if (row.number("linkedDemand") > demands) {
				out.add("projectList[" + i + "].linkedDemand", "pairing.violation.no-such-row", demands);
			}
		}
	}

	private static void plan(Filled filled, LocalDate start, LocalDate end, Violations out) {
		List<Map<String, Object>> rows = filled.rows("annualPlan");
		int activities = new CaseValues(filled.before()).number("plannedActivities");
		if (!rows.isEmpty() && rows.size() < activities) {
			out.add("annualPlan", "pairing.violation.rows", activities);
		}
		for (int i = 0; i < rows.size(); i++) {
			String month = new CaseValues(rows.get(i)).text("month");
			if (month != null && start != null && (YearMonth.parse(month).isBefore(YearMonth.from(start))
					|| YearMonth.parse(month).isAfter(YearMonth.from(end)))) {
				out.add("annualPlan[" + i + "].month", "pairing.violation.outside-term",
						YearMonth.from(start).toString(), YearMonth.from(end).toString());
			}
		}
	}

}
