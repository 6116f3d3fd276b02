package org.gongjian.plaque;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** Who may begin which kind of case about plaques, and with which plaques. */
@Component
class StartRules implements FormRule {

	private static final String TYPE = "awardType";

	private static final String PLAQUE = "plaque";

	private final RecipientRules recipients;

	private final PlaqueTable plaques;

	private final MeasureTable measures;

	StartRules(RecipientRules recipients, PlaqueTable plaques, MeasureTable measures) {
		this.recipients = recipients;
		this.plaques = plaques;
		this.measures = measures;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(Award.PROCESS) && step.equals("start-award");
	}

	@Override
	public void check(Filled filled, Violations out) {
		String type = filled.text(TYPE);
		if (type == null) {
			return;
		}
		if (!may(filled.actor(), type)) {
			out.add(TYPE, "plaque.violation.award-type");
		}
		switch (type) {
			case "REPLACE" -> replace(filled, out);
			case "REVOKE", "RECALL" -> takeBack(filled, out);
			default -> this.recipients.distinct(filled, out);
		}
	}

	private static boolean may(Actor actor, String type) {
		return switch (type) {
			case "REPLACE" -> actor.has(Batches.OFFICER) || !actor.organisations().isEmpty();
			case "REVOKE" -> actor.has(Batches.OFFICER) || actor.has("discipline");
			default -> actor.has(Batches.OFFICER);
		};
	}

	private void replace(Filled filled, Violations out) {
		Optional<Plaque> plaque = Optional.ofNullable(filled.text(PLAQUE)).flatMap(this.plaques::find);
		if (plaque.isEmpty()) {
			return;
		}
		boolean counts = plaque.get().state().isInForce() && plaque.get().state() != PlaqueState.REVOKING;
		if (!counts || busy(plaque.get())) {
			out.add(PLAQUE, "plaque.violation.not-valid");
		}
		boolean asked = this.plaques.ofOpenBatches(plaque.get().organisation())
			.stream()
			.anyMatch((other) -> other.text().equals(plaque.get().text()));
		if (asked) {
			out.add(PLAQUE, "plaque.violation.under-way");
		}
	}

	private void takeBack(Filled filled, Violations out) {
		List<Map<String, Object>> rows = filled.rows(TakeBackSteps.TAKEN_BACK);
		Set<String> seen = new HashSet<>();
		Set<String> pairings = new HashSet<>();
		for (int i = 0; i < rows.size(); i++) {
			String number = Award.text(rows.get(i), PLAQUE);
			Optional<Plaque> plaque = Optional.ofNullable(number).flatMap(this.plaques::find);
			String path = TakeBackSteps.TAKEN_BACK + "[" + i + "]." + PLAQUE;
			if (number != null && !seen.add(number)) {
				out.add(path, "plaque.violation.twice");
			}
			else if (plaque.isPresent()) {
				boolean there = plaque.get().state().isInForce() || plaque.get().state() == PlaqueState.EXPIRED;
				if (!there || busy(plaque.get())) {
					out.add(path, "plaque.violation.not-valid");
				}
				pairings.add(String.valueOf(plaque.get().pairing()));
			}
		}
		if (pairings.size() > 1) {
			out.add(TakeBackSteps.TAKEN_BACK, "plaque.violation.one-pairing");
		}
	}

	private boolean busy(Plaque plaque) {
		return this.measures.ofPlaque(plaque.number()).stream().anyMatch(Measure::open);
	}

}
