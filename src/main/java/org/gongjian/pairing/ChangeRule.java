package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.springframework.stereotype.Component;

/**
 * Renewals, adjustments and terminations are about a pairing in force that no other case
 * changes, and say what they change.
 */
@Component
class ChangeRule implements FormRule {

	private static final Set<String> STEPS = Set.of("start-propose", "task-correct");

	private final PairingTable table;

	private final Changes changes;

	private final Proposals proposals;

	private final Programmes programmes;

	ChangeRule(PairingTable table, Changes changes, Proposals proposals, Programmes programmes) {
		this.table = table;
		this.changes = changes;
		this.proposals = proposals;
		this.programmes = programmes;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		RequestType type = RequestType.of(filled.text("requestType"));
		Pairing target = this.table.find(filled.text("pairingId")).orElse(null);
		if (type == RequestType.NEW || target == null) {
			return;
		}
		if (!target.status().paired()) {
			out.add("pairingId", "pairing.violation.not-in-force", target.number());
			return;
		}
		this.changes.under(target)
			.filter((change) -> !change.caseNumber().equals(filled.caseNumber()))
			.ifPresent((change) -> out.add("pairingId", "pairing.violation.change-open", change.caseNumber()));
		sides(type, target, filled, out);
		switch (type) {
			case RENEW -> renewal(target, filled, out);
			case ADJUST -> adjustment(target, filled, out);
			default -> {
			}
		}
	}

	/** The two of the pairing; an adjustment may put another in the place of one. */
	private void sides(RequestType type, Pairing target, Filled filled, Violations out) {
		String government = filled.text("governmentOrg");
		String enterprise = filled.text("enterpriseOrg");
		if (government == null || enterprise == null) {
			return;
		}
		boolean sameGovernment = government.equals(target.governmentOrg());
		boolean sameEnterprise = enterprise.equals(target.enterpriseOrg());
		if (type != RequestType.ADJUST || (!sameGovernment && !sameEnterprise)) {
			if (!sameGovernment) {
				out.add("governmentOrg", "pairing.violation.of-pairing", target.number());
			}
			if (!sameEnterprise) {
				out.add("enterpriseOrg", "pairing.violation.of-pairing", target.number());
			}
		}
		else if ((!sameGovernment || !sameEnterprise) && this.table.taking(government, enterprise)
			.filter((other) -> !String.valueOf(other.caseNumber()).equals(filled.caseNumber()))
			.isPresent()) {
			out.add(sameGovernment ? "enterpriseOrg" : "governmentOrg", "pairing.violation.partner-paired");
		}
	}

	private static void renewal(Pairing target, Filled filled, Violations out) {
		LocalDate begins = target.termEnd().plusDays(1);
		if (filled.date("termStart") != null && !filled.date("termStart").equals(begins)) {
			out.add("termStart", "pairing.violation.renewal-start", begins.toString());
		}
	}

	private void adjustment(Pairing target, Filled filled, Violations out) {
		LocalDate start = filled.date("termStart");
		LocalDate end = filled.date("termEnd");
		if (start != null && !start.equals(target.termStart())) {
			out.add("termStart", "pairing.violation.adjust-start", target.termStart().toString());
		}
		this.programmes.find(target.programme())
			.filter((programme) -> end != null && !end.equals(target.termEnd()) && end.isAfter(programme.endsOn()))
			.ifPresent((programme) -> out.add("termEnd", "pairing.violation.after-programme",
					programme.endsOn().toString()));
		if (filled.text("govLiaison") == null || filled.text("entLiaison") == null || end == null || start == null) {
			return;
		}
		CaseValues data = new CaseValues(filled.values());
		if (!changesAnything(target, this.proposals.adjusted(target, data), data)) {
			out.add("reason", "pairing.violation.nothing-changes");
		}
		drops(target, filled, out);
	}

	private static boolean changesAnything(Pairing target, Pairing after, CaseValues data) {
		boolean lists = !data.rows("resourceList").isEmpty() || !data.rows("demandList").isEmpty()
				|| !data.rows("projectList").isEmpty() || !data.rows("annualPlan").isEmpty();
		return lists || !target.organisations().equals(after.organisations())
				|| !target.termEnd().equals(after.termEnd())
				|| !Set.copyOf(target.focusAreas()).equals(Set.copyOf(after.focusAreas()))
				|| target.plannedActivities() != after.plannedActivities()
				|| target.plannedDeeds() != after.plannedDeeds()
				|| differs(target.governmentLiaison(), after.governmentLiaison())
				|| differs(target.enterpriseLiaison(), after.enterpriseLiaison());
	}

	private static boolean differs(UUID before, UUID after) {
		return after != null && !after.equals(before);
	}

	/** A project answers a demand that is named here. */
	private static void drops(Pairing target, Filled filled, Violations out) {
		int demands = filled.rows("demandList").size();
		for (int i = 0; i < filled.rows("projectList").size(); i++) {
			CaseValues row = new CaseValues(filled.rows("projectList").get(i));
			LocalDate due = row.date("dueDate");
			if (due != null && (due.isBefore(target.termStart()) || due.isAfter(filled.date("termEnd")))) {
				out.add("projectList[" + i + "].dueDate", "pairing.violation.outside-term",
						target.termStart().toString(), filled.date("termEnd").toString());
			}
			if (row.number("linkedDemand") > demands) {
				out.add("projectList[" + i + "].linkedDemand", "pairing.violation.no-such-row", demands);
			}
		}
	}

}
