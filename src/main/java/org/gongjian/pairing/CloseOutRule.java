package org.gongjian.pairing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.springframework.stereotype.Component;

/**
 * The close-out check lays something down for every matter that is open now, and for
 * nothing else; problems get a new owner.
 */
@Component
class CloseOutRule implements FormRule {

	private final Changes changes;

	private final Matters matters;

	CloseOutRule(Changes changes, Matters matters) {
		this.changes = changes;
		this.matters = matters;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && step.equals("task-close-out-check");
	}

	@Override
	public void check(Filled filled, Violations out) {
		Pairing pairing = this.changes.target(filled.caseNumber()).orElseThrow();
		Map<String, Matters.Open> open = this.matters.of(pairing)
			.stream()
			.filter((one) -> one.kind() != OpenMatters.Kind.PLAQUE)
			.collect(Collectors.toMap((one) -> one.matter().number(), Function.identity()));
		Set<String> named = new HashSet<>();
		List<Map<String, Object>> rows = filled.rows("openMatters");
		for (int i = 0; i < rows.size(); i++) {
			row("openMatters[" + i + "].", new CaseValues(rows.get(i)), open, named, pairing, out);
		}
		String missing = open.keySet()
			.stream()
			.filter((one) -> !named.contains(one))
			.sorted()
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			out.add("openMatters", "pairing.violation.matters-missing", missing);
		}
		boolean problems = open.values().stream().anyMatch((one) -> one.kind() == OpenMatters.Kind.PROBLEM);
		if (problems && filled.text("handover") == null) {
			out.add("handover", "pairing.violation.handover");
		}
	}

	private static void row(String path, CaseValues row, Map<String, Matters.Open> open, Set<String> named,
			Pairing pairing, Violations out) {
		String number = row.text("matter");
		if (number == null) {
			return;
		}
		Matters.Open matter = open.get(number);
		if (matter == null) {
			out.add(path + "matter", "pairing.violation.matter-settled", number);
			return;
		}
		if (!named.add(number)) {
			out.add(path + "matter", "pairing.violation.matter-twice", number);
		}
		String action = row.text("action");
		if (action != null && !matter.kind().actions().contains(Settlement.Action.valueOf(action))) {
			out.add(path + "action", "pairing.violation.matter-action", number);
		}
		if (row.text("handedTo") != null && pairing.organisations().contains(row.text("handedTo"))) {
			out.add(path + "handedTo", "pairing.violation.handed-to-side");
		}
	}

}
