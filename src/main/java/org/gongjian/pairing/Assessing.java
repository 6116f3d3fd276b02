package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.engine.Rules;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Parameters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the table {@code pairing-eligibility} about a proposal. */
@Component
class Assessing {

	private static final double DAYS_OF_A_MONTH = 31;

	private final Rules rules;

	private final Organisations organisations;

	private final Parameters parameters;

	private final Programmes programmes;

	private final PairingTable table;

	private final ObjectProvider<PairingStanding> standings;

	Assessing(Rules rules, Organisations organisations, Parameters parameters, Programmes programmes,
			PairingTable table, ObjectProvider<PairingStanding> standings) {
		this.rules = rules;
		this.organisations = organisations;
		this.parameters = parameters;
		this.programmes = programmes;
		this.table = table;
		this.standings = standings;
	}

	Assessment assess(Proposal proposal, boolean waiverExplained) {
		if (proposal.type() == RequestType.TERMINATE) {
			return new Assessment(Assessment.ELIGIBLE, List.of());
		}
		List<Map<String, Object>> hits = this.rules.ask("pairing-eligibility", facts(proposal));
		var reasons = new ArrayList<>(hits.stream().map((hit) -> (String) hit.get("reason")).distinct().toList());
		List<Object> answers = hits.stream().map((hit) -> hit.get("eligibility")).toList();
		if (answers.contains(Assessment.INELIGIBLE)) {
			return new Assessment(Assessment.INELIGIBLE, reasons);
		}
		if (!answers.contains(Assessment.WAIVER)) {
			return new Assessment(Assessment.ELIGIBLE, List.of());
		}
		if (!waiverExplained) {
			reasons.add("WAIVER_REASON");
			return new Assessment(Assessment.INELIGIBLE, reasons);
		}
		return new Assessment(Assessment.WAIVER, reasons);
	}

	private Map<String, Object> facts(Proposal proposal) {
		Pairing proposed = proposal.proposed();
		var facts = new HashMap<String, Object>();
		Programme programme = this.programmes.find(proposed.programme()).orElseThrow();
		facts.put("requestType", proposal.type().name());
		facts.put("pairInForce",
				this.table.taking(proposed.governmentOrg(), proposed.enterpriseOrg())
					.filter((other) -> !other.id().equals(proposed.id()))
					.isPresent());
		facts.put("maxPerGov", this.programmes.maxPerGov(programme));
		facts.put("maxPerEnt", this.programmes.maxPerEnt(programme));
		facts.put("minTermMonths", this.parameters.number("pairing.termMonths.min"));
		facts.put("maxTermMonths", this.parameters.number("pairing.termMonths.max"));
		facts.put("termMonths", months(proposed.termStart(), proposed.termEnd()));
		facts.put("lastEvaluation", lastEvaluation(proposal.target()));
		facts.put("plaqueRectifying", this.standings.stream()
			.anyMatch((standing) -> standing.rectificationOverdue(proposed.enterpriseOrg())));
		side(facts, "government", proposed.governmentOrg());
		side(facts, "enterprise", proposed.enterpriseOrg());
		return facts;
	}

	private String lastEvaluation(Pairing target) {
		return (target == null) ? "NONE"
				: this.standings.stream()
					.flatMap((standing) -> standing.lastEvaluation(target.number()).stream())
					.findFirst()
					.orElse("NONE");
	}

	private void side(Map<String, Object> facts, String side, String code) {
		Organisation organisation = this.organisations.get(code);
		facts.put(side + "Active", organisation.active());
		facts.put(side + "Type", organisation.orgType().name());
		facts.put(side + "Members", (organisation.memberCount() == null) ? -1 : organisation.memberCount());
		facts.put(side + "Pairings", this.table.active(code));
	}

	/** The length of a term in months, its last day included. */
	static double months(LocalDate start, LocalDate end) {
		LocalDate after = end.plusDays(1);
		long whole = ChronoUnit.MONTHS.between(start, after);
		return whole + ChronoUnit.DAYS.between(start.plusMonths(whole), after) / DAYS_OF_A_MONTH;
	}

}
