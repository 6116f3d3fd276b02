package org.gongjian.plaque;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.springframework.stereotype.Component;

/** What the tables of recipients must hold. */
@Component
class RecipientRules implements FormRule {

	private static final Map<String, String> TABLES = Map.of("task-compliance-check", "complianceRows", "task-approve",
			"approvedRows", "task-visit", "visits");

	private final PlaqueEligibility eligibility;

	private final PairingTerms pairings;

	private final Parameters parameters;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	RecipientRules(PlaqueEligibility eligibility, PairingTerms pairings, Parameters parameters, BatchTable batches,
			PlaqueTable plaques) {
		this.eligibility = eligibility;
		this.pairings = pairings;
		this.parameters = parameters;
		this.batches = batches;
		this.plaques = plaques;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(Award.PROCESS) && TABLES.containsKey(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		String table = TABLES.get(filled.step());
		List<Map<String, Object>> rows = filled.rows(table);
		if (filled.changes().get(table) == null) {
			return;
		}
		everybodyOnce(filled, table, rows, out);
		for (int i = 0; i < rows.size(); i++) {
			row(table + "[" + i + "].", rows.get(i), out);
		}
		if (table.equals("approvedRows")) {
			partly(rows, out);
		}
	}

	private void everybodyOnce(Filled filled, String table, List<Map<String, Object>> rows, Violations out) {
		Set<String> asked = asked(filled, table);
		var answered = new HashSet<String>();
		for (int i = 0; i < rows.size(); i++) {
			String code = Award.text(rows.get(i), Award.ORGANISATION);
			if (code != null && (!asked.contains(code) || !answered.add(code))) {
				out.add(table + "[" + i + "].organisation", "plaque.violation.not-asked");
			}
		}
		if (!answered.containsAll(asked)) {
			out.add(table, "plaque.violation.everybody", asked.size());
		}
	}

	/**
	 * Whom the table asks about: who is still in the batch; on a visit who was listed.
	 */
	private Set<String> asked(Filled filled, String table) {
		var asked = new HashSet<String>();
		if (table.equals("visits")) {
			Object before = filled.before().get(table);
			if (before instanceof List<?> rows) {
				rows.forEach((row) -> asked.add(String.valueOf(((Map<?, ?>) row).get(Award.ORGANISATION))));
			}
			return asked;
		}
		this.batches.ofCase(filled.caseNumber())
			.map((batch) -> this.plaques.ofBatch(batch.id()))
			.orElse(List.of())
			.stream()
			.filter((plaque) -> plaque.state() == PlaqueState.PROPOSED)
			.forEach((plaque) -> asked.add(plaque.organisation()));
		return asked;
	}

	private static void row(String path, Map<String, Object> row, Violations out) {
		boolean refused = Award.dropped(row) || "NO".equals(row.get("approved"));
		if (refused && row.get("reason") == null) {
			out.add(path + "reason", "plaque.violation.reason");
		}
		if ("HUNG".equals(row.get("found")) && row.get("hangPlace") == null) {
			out.add(path + "hangPlace", "plaque.violation.place");
		}
	}

	private static void partly(List<Map<String, Object>> rows, Violations out) {
		long approved = rows.stream().filter((row) -> "YES".equals(row.get("approved"))).count();
		if (approved == 0 || approved == rows.size()) {
			out.add("approvedRows", "plaque.violation.partly");
		}
	}

	/** Nobody twice, and everybody by a pairing of its own. */
	void distinct(Filled filled, Violations out) {
		var seen = new HashSet<String>();
		List<Map<String, Object>> rows = filled.rows(Award.RECIPIENTS);
		for (int i = 0; i < rows.size(); i++) {
			String code = Award.text(rows.get(i), Award.ORGANISATION);
			String pairing = Award.text(rows.get(i), Award.PAIRING);
			if (code != null && !seen.add(code)) {
				out.add("recipients[" + i + "].organisation", "plaque.violation.twice");
			}
			boolean its = code == null || pairing == null
					|| this.pairings.find(pairing).filter((term) -> term.organisations().contains(code)).isPresent();
			if (!its) {
				out.add("recipients[" + i + "].pairing", "plaque.violation.other-pairing");
			}
		}
	}

	/** Who may not get a plaque is dropped, with a reason, and somebody is left. */
	void verdicts(Filled filled, Optional<Batch> batch, Violations out) {
		String text = Optional.ofNullable(filled.text("plaqueText")).orElse(Awards.texts(this.parameters).get(0));
		String type = batch.map(Batch::awardType).orElse("NEW");
		boolean anybody = false;
		List<Map<String, Object>> rows = filled.rows(Award.RECIPIENTS);
		for (int i = 0; i < rows.size(); i++) {
			Map<String, Object> row = rows.get(i);
			String path = "recipients[" + i + "].";
			String code = Award.text(row, Award.ORGANISATION);
			String pairing = Award.text(row, Award.PAIRING);
			if (Award.dropped(row)) {
				if (row.get("note") == null) {
					out.add(path + "note", "plaque.violation.reason");
				}
			}
			else if (code != null && pairing != null) {
				anybody = true;
				if (this.eligibility.ask(type, code, pairing, text, batch.orElse(null)).not()) {
					out.add(path + Award.VERDICT, "plaque.violation.ineligible");
				}
			}
		}
		if (!anybody && !rows.isEmpty()) {
			out.add(Award.RECIPIENTS, "plaque.violation.nobody");
		}
	}

}
