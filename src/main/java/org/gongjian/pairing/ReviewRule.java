package org.gongjian.pairing;

import java.util.List;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;

import org.springframework.stereotype.Component;

/** Complete papers for an approval, and conditions where it passes with conditions. */
@Component
class ReviewRule implements FormRule {

	private static final List<String> COMPLETE = List.of("MINUTES", "LISTS", "PLAN", "CLAUSES");

	private static final Set<String> STEPS = Set.of("task-officer-review", "task-integrity-check");

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		if (filled.step().equals("task-officer-review") && "APPROVE".equals(filled.decision())
				&& !"SHORT".equals(filled.text("way")) && !filled.list("completeness").containsAll(COMPLETE)) {
			out.add("completeness", "pairing.violation.incomplete");
		}
		if ("PASS_WITH_CONDITIONS".equals(filled.decision()) && filled.conditions() == null) {
			out.add("conditions", "pairing.violation.conditions");
		}
	}

}
