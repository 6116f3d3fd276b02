package org.gongjian.plaque;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.springframework.stereotype.Component;

/** What forms of an award must hold beyond what their files can say. */
@Component
class AwardRules implements FormRule {

	private static final Set<String> STEPS = Set.of("task-prepare-batch", "task-produce", "task-inspect",
			"task-objection");

	private final RecipientRules recipients;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final ObjectionTable objections;

	private final Parameters parameters;

	AwardRules(RecipientRules recipients, BatchTable batches, PlaqueTable plaques, ObjectionTable objections,
			Parameters parameters) {
		this.recipients = recipients;
		this.batches = batches;
		this.plaques = plaques;
		this.objections = objections;
		this.parameters = parameters;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(Award.PROCESS) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		switch (filled.step()) {
			case "task-prepare-batch" -> prepare(filled, out);
			case "task-produce" -> produce(filled, out);
			case "task-inspect" -> inspect(filled, out);
			default -> objection(filled, out);
		}
	}

	private void prepare(Filled filled, Violations out) {
		this.recipients.distinct(filled, out);
		if (!"SUBMIT".equals(filled.decision())) {
			return;
		}
		text(filled, out);
		BigDecimal cost = filled.number("unitCost");
		int most = this.parameters.number("plaque.maxUnitCost");
		if (cost != null && cost.compareTo(BigDecimal.valueOf(most)) > 0) {
			out.add("unitCost", "plaque.violation.unit-cost", most);
		}
		term(filled, out);
		this.recipients.verdicts(filled, batch(filled), out);
	}

	private void text(Filled filled, Violations out) {
		String text = filled.text("plaqueText");
		boolean listed = text != null && Awards.texts(this.parameters).contains(text);
		if (text != null && !listed && filled.text("otherTextReason") == null) {
			out.add("otherTextReason", "plaque.violation.other-text", this.parameters.text("plaque.text"));
		}
	}

	private void term(Filled filled, Violations out) {
		LocalDate from = filled.date("validFrom");
		LocalDate to = filled.date("validTo");
		int months = this.parameters.number("plaque.maxMonths");
		if (from != null && to != null && !to.isAfter(from)) {
			out.add("validTo", "plaque.violation.after-start");
		}
		else if (from != null && to != null && !to.isBefore(from.plusMonths(months))) {
			out.add("validTo", "plaque.violation.months", months);
		}
	}

	private void produce(Filled filled, Violations out) {
		long wanted = batch(filled)
			.map((batch) -> this.plaques.ofBatch(batch.id())
				.stream()
				.filter((plaque) -> plaque.state() == PlaqueState.NUMBERED)
				.count())
			.orElse(0L);
		BigDecimal quantity = filled.number("qty");
		if (quantity != null && quantity.longValue() != wanted) {
			out.add("qty", "plaque.violation.quantity", wanted);
		}
		BigDecimal cost = filled.number("cost");
		long most = wanted * this.parameters.number("plaque.maxUnitCost");
		if (cost != null && cost.compareTo(BigDecimal.valueOf(most)) > 0) {
			out.add("cost", "plaque.violation.cost", most);
		}
	}

	private void inspect(Filled filled, Violations out) {
		BigDecimal reworks = filled.number("reworkCount");
		int most = this.parameters.number("plaque.maxReworks");
		boolean often = reworks != null && reworks.intValue() >= most;
		if (often && "REWORK".equals(filled.decision())) {
			out.add("decision", "plaque.violation.reworks", most);
		}
		if (!often && "ESCALATE".equals(filled.decision())) {
			out.add("decision", "plaque.violation.escalate", most);
		}
	}

	private void objection(Filled filled, Violations out) {
		String id = filled.text("objection");
		List<String> open = (filled.caseNumber() == null) ? List.of()
				: this.objections.ofCase(filled.caseNumber())
					.stream()
					.filter(Objection::open)
					.map((objection) -> objection.id().toString())
					.toList();
		if (id != null && !open.contains(id)) {
			out.add("objection", "plaque.violation.objection");
		}
	}

	private Optional<Batch> batch(Filled filled) {
		return (filled.caseNumber() == null) ? Optional.empty() : this.batches.ofCase(filled.caseNumber());
	}

}
