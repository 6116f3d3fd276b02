package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.pairing.PlanRow;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** What a proposal must hold beyond its form. */
@Component
class ActivityProposalRule implements FormRule {

	static final String PROCESS = "activity-proposal";

	private static final Set<String> STEPS = Set.of("start-propose", "task-revise");

	private static final List<String> LIAISONS = List.of("gov-liaison", "ent-liaison");

	private final Pairings pairings;

	private final ActivityRules rules;

	private final Clock clock;

	ActivityProposalRule(Pairings pairings, ActivityRules rules, Clock clock) {
		this.pairings = pairings;
		this.rules = rules;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(PROCESS) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		if ("GIVE_UP".equals(filled.decision())) {
			return;
		}
		CaseValues data = values(filled);
		pairing(filled, data, out);
		organisations(data, out);
		time(data, out);
		participants(data, out);
		money(data, out);
		boolean judged = data.text("placeKind") != null && data.count("expectedParticipants") != null;
		if (judged && data.texts("safetyPlan").isEmpty() && this.rules.risk(data).needsPlan()) {
			out.add("safetyPlan", "activity.violation.safety-plan");
		}
	}

	/** What the case holds, with what was filled in. */
	static CaseValues values(Filled filled) {
		Map<String, Object> values = new HashMap<>(filled.before());
		values.putAll(filled.changes());
		return new CaseValues(values);
	}

	private void pairing(Filled filled, CaseValues data, Violations out) {
		Optional<Pairing> pairing = this.pairings.find(data.text("pairing"));
		if (pairing.isEmpty()) {
			return;
		}
		if (!pairing.get().inForceOn(today())) {
			out.add("pairing", "activity.violation.not-in-force");
		}
		if (!ofSide(filled.actor(), pairing.get())) {
			out.add("pairing", "activity.violation.own-pairing");
		}
		if (data.text("hostOrg") != null && !pairing.get().organisations().contains(data.text("hostOrg"))) {
			out.add("hostOrg", "activity.violation.host");
		}
		List<PlanRow> plan = this.pairings.plan(pairing.get());
		if (data.id("planRow") != null && plan.stream().noneMatch((row) -> row.id().equals(data.id("planRow")))) {
			out.add("planRow", "activity.violation.plan-row");
		}
		others(data, out);
	}

	private void others(CaseValues data, Violations out) {
		int row = 0;
		for (CaseValues other : data.rows("otherPairings")) {
			boolean same = String.valueOf(data.text("pairing")).equals(other.text("pairing"));
			boolean inForce = this.pairings.find(other.text("pairing"))
				.filter((one) -> one.inForceOn(today()))
				.isPresent();
			if (other.text("pairing") != null && (same || !inForce)) {
				out.add("otherPairings[" + row + "].pairing", "activity.violation.other-pairing");
			}
			row++;
		}
	}

	/** Whether somebody is a liaison of either side; whoever revises has been. */
	private static boolean ofSide(Actor actor, Pairing pairing) {
		return actor.isSystem() || pairing.organisations()
			.stream()
			.anyMatch((org) -> LIAISONS.stream().anyMatch((role) -> actor.groups().contains(role + "@" + org)));
	}

	private static void organisations(CaseValues data, Violations out) {
		String host = data.text("hostOrg");
		Set<String> seen = new java.util.HashSet<>();
		seen.add(host);
		for (String table : List.of("coHosts", "guestOrgs")) {
			int row = 0;
			for (CaseValues one : data.rows(table)) {
				if (one.text("organisation") != null && !seen.add(one.text("organisation"))) {
					out.add(table + "[" + row + "].organisation", "activity.violation.twice");
				}
				row++;
			}
		}
	}

	private void time(CaseValues data, Violations out) {
		Instant start = data.moment("start");
		Instant end = data.moment("end");
		if (start != null && !start.isAfter(this.clock.instant())) {
			out.add("start", "activity.violation.past");
		}
		if (start != null && end != null && !end.isAfter(start)) {
			out.add("end", "activity.violation.end-before-start");
		}
	}

	private static void participants(CaseValues data, Violations out) {
		int sum = data.rows("byOrg").stream().mapToInt((row) -> row.number("count")).sum();
		Integer expected = data.count("expectedParticipants");
		if (expected != null && expected != sum) {
			out.add("expectedParticipants", "activity.violation.sum", sum);
		}
		if (expected != null && data.number("minorsCount") > expected) {
			out.add("minorsCount", "activity.violation.more-minors");
		}
	}

	private static void money(CaseValues data, Violations out) {
		amounts("budget", data, out);
		BigDecimal total = new Budget(data.rows("budget")).total();
		String source = data.text("fundingSource");
		if (total.signum() > 0 && (source == null || source.equals("NONE"))) {
			out.add("fundingSource", "activity.violation.funding");
		}
		List<String> benefits = data.texts("benefitsFromEnterprise");
		if (benefits.contains("NONE") && benefits.size() > 1) {
			out.add("benefitsFromEnterprise", "activity.violation.none-alone");
		}
	}

	/** An amount that was typed must be quantity times unit price. */
	static void amounts(String table, CaseValues data, Violations out) {
		int row = 0;
		for (CaseValues one : data.rows(table)) {
			boolean typed = one.text("amount") != null && one.text("qty") != null && one.text("unitPrice") != null;
			if (typed && one.amount("amount").compareTo(Budget.amount(one)) != 0) {
				out.add(table + "[" + row + "].amount", "activity.violation.amount",
						Budget.amount(one).toPlainString());
			}
			row++;
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
