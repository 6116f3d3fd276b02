package org.gongjian.plaque;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.springframework.stereotype.Component;

/** What the forms from a rectification to a recovery must hold, in both processes. */
@Component
class MeasureRules implements FormRule {

	private static final Set<String> PROCESSES = Set.of(Award.PROCESS, AnnualReviews.PROCESS);

	private static final Set<String> STEPS = Set.of("task-verify", "task-decide", "task-appeal", "task-recover");

	private static final int REASON_LENGTH = 50;

	private static final String DECISION = "decision";

	private static final String REFUSED = "REFUSED";

	private final MeasureTable measures;

	MeasureRules(MeasureTable measures) {
		this.measures = measures;
	}

	@Override
	public boolean concerns(String process, String step) {
		return PROCESSES.contains(process) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		switch (filled.step()) {
			case "task-verify" -> verify(filled, out);
			case "task-decide" -> decide(filled, out);
			case "task-appeal" -> appeal(filled, out);
			default -> recover(filled, out);
		}
	}

	private static void verify(Filled filled, Violations out) {
		boolean amiss = filled.rows("verifications").stream().anyMatch((row) -> "NOT_OK".equals(row.get("found")));
		if (amiss && "PASS".equals(filled.decision())) {
			out.add(DECISION, "plaque.violation.not-ok");
		}
		if (!amiss && "FAIL".equals(filled.decision())) {
			out.add(DECISION, "plaque.violation.all-ok");
		}
		if ("EXTEND_15D".equals(filled.decision()) && Boolean.TRUE.equals(filled.before().get("extended"))) {
			out.add(DECISION, "plaque.violation.extended");
		}
	}

	private void decide(Filled filled, Violations out) {
		boolean none = filled.caseNumber() == null
				|| this.measures.ofCase(filled.caseNumber()).stream().noneMatch(Measure::open);
		if (none && "REVOKE".equals(filled.decision())) {
			out.add(DECISION, "plaque.violation.no-plaque");
		}
	}

	private static void appeal(Filled filled, Violations out) {
		String reason = filled.comment();
		if (reason != null && reason.codePointCount(0, reason.length()) < REASON_LENGTH) {
			out.add("comment", "plaque.violation.too-short", REASON_LENGTH);
		}
	}

	private void recover(Filled filled, Violations out) {
		List<Map<String, Object>> rows = filled.rows("recoveries");
		Set<String> asked = new HashSet<>();
		if (filled.caseNumber() != null) {
			this.measures.ofCase(filled.caseNumber())
				.stream()
				.filter(Measure::open)
				.forEach((measure) -> asked.add(measure.plaque() + " " + measure.organisation()));
		}
		Set<String> results = new HashSet<>();
		for (int i = 0; i < rows.size(); i++) {
			row(rows.get(i), "recoveries[" + i + "].", asked, out);
			results.add(String.valueOf(rows.get(i).get("result")));
		}
		if (!asked.isEmpty() && !rows.isEmpty()) {
			out.add("recoveries", "plaque.violation.every-plaque");
		}
		if (results.contains(REFUSED) != REFUSED.equals(filled.decision())) {
			out.add(DECISION, "plaque.violation.refusal");
		}
		proof(filled, results.contains("RETURNED"), "recoveryPhotos", out);
		proof(filled, results.contains("LOST"), "lossDeclarations", out);
	}

	private static void row(Map<String, Object> row, String path, Set<String> asked, Violations out) {
		if (row.get("plaque") != null && !asked.remove(row.get("plaque") + " " + row.get(Award.ORGANISATION))) {
			out.add(path + "plaque", "plaque.violation.not-asked");
		}
		boolean over = row.get("result") != null && !REFUSED.equals(row.get("result"));
		if (over && row.get("recoveredOn") == null) {
			out.add(path + "recoveredOn", "plaque.violation.day");
		}
	}

	private static void proof(Filled filled, boolean wanted, String field, Violations out) {
		if (wanted && filled.list(field).isEmpty()) {
			out.add(field, "plaque.violation.proof");
		}
	}

}
