package org.gongjian.plaque;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.Measured;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** What the forms of an annual review and of a panel must hold. */
@Component
class ReviewRules implements FormRule {

	private static final Set<String> STEPS = Set.of("start-annual-review", "task-review", "task-score");

	private static final String POINTS = "points";

	private static final int LONG_ENOUGH = 20;

	private static final int VERY_LOW = 60;

	private static final int VERY_HIGH = 95;

	private final Evaluations evaluations;

	private final ReviewTable reviews;

	private final PairingTerms pairings;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final Parameters parameters;

	private final Clock clock;

	ReviewRules(Evaluations evaluations, ReviewTable reviews, PairingTerms pairings, BatchTable batches,
			PlaqueTable plaques, Parameters parameters, Clock clock) {
		this.evaluations = evaluations;
		this.reviews = reviews;
		this.pairings = pairings;
		this.batches = batches;
		this.plaques = plaques;
		this.parameters = parameters;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return (process.equals(AnnualReviews.PROCESS) || process.equals(Award.PROCESS)) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		switch (filled.step()) {
			case "start-annual-review" -> start(filled, out);
			case "task-review" -> review(filled, out);
			default -> panel(filled, out);
		}
	}

	private void start(Filled filled, Violations out) {
		String pairing = filled.text("pairing");
		BigDecimal year = filled.number("reviewYear");
		if (pairing == null || year == null) {
			return;
		}
		Optional<PairingTerm> term = this.pairings.find(pairing).filter(PairingTerm::inForce);
		if (term.isEmpty()) {
			out.add("pairing", "plaque.violation.not-in-force");
		}
		term.ifPresent((found) -> among(found, year.intValue(), out));
		boolean twice = this.reviews.ofPairing(pairing)
			.stream()
			.anyMatch((review) -> review.year() == year.intValue() && review.caseNumber() != null);
		if (twice) {
			out.add("reviewYear", "plaque.violation.reviewed");
		}
	}

	/**
	 * A year is reviewed in which the pairing was in force, and not before it has begun.
	 */
	private void among(PairingTerm term, int year, Violations out) {
		int now = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).getYear();
		if (year < term.from().getYear() || year > now) {
			out.add("reviewYear", "plaque.violation.review-year", String.valueOf(term.from().getYear()),
					String.valueOf(now));
		}
	}

	private void review(Filled filled, Violations out) {
		Map<Measured.Criterion, Integer> left = new EnumMap<>(this.evaluations.weights());
		Map<String, String> computed = computed(filled);
		List<Map<String, Object>> rows = filled.rows(ReviewSteps.SCORES);
		for (int i = 0; i < rows.size(); i++) {
			score(rows.get(i), "scores[" + i + "].", left, computed, out);
		}
		if (!left.isEmpty() && !rows.isEmpty()) {
			out.add(ReviewSteps.SCORES, "plaque.violation.every-criterion", left.size());
		}
		most(filled, "bonus", "evaluation.maxBonus", out);
		most(filled, "deduction", "evaluation.maxDeduction", out);
		boolean changed = positive(filled, "bonus") || positive(filled, "deduction");
		if (changed && filled.text("scoreReason") == null) {
			out.add("scoreReason", "plaque.violation.reason");
		}
	}

	private static Map<String, String> computed(Filled filled) {
		var computed = new HashMap<String, String>();
		new Award(null, null, filled.before()).rows(ReviewSteps.SCORES)
			.forEach((row) -> computed.put(Award.text(row, "criterion"), Award.text(row, "computed")));
		return computed;
	}

	private static void score(Map<String, Object> row, String path, Map<Measured.Criterion, Integer> left,
			Map<String, String> computed, Violations out) {
		String criterion = Award.text(row, "criterion");
		Integer weight = (criterion == null) ? null : left.remove(Measured.Criterion.valueOf(criterion));
		if (criterion != null && weight == null) {
			out.add(path + "criterion", "plaque.violation.twice");
			return;
		}
		String known = computed.get(criterion);
		if (!String.valueOf(known).equals(String.valueOf(Award.text(row, "computed")))) {
			out.add(path + "computed", "plaque.violation.computed");
		}
		if (!(row.get(POINTS) instanceof Number number) || weight == null) {
			return;
		}
		BigDecimal points = new BigDecimal(number.toString());
		if (points.compareTo(BigDecimal.valueOf(weight)) > 0) {
			out.add(path + POINTS, "plaque.violation.points", weight);
		}
		boolean same = known != null && points.compareTo(new BigDecimal(known)) == 0;
		if (!same && row.get("reason") == null) {
			out.add(path + "reason", "plaque.violation.reason");
		}
	}

	private void most(Filled filled, String field, String parameter, Violations out) {
		BigDecimal given = filled.number(field);
		int most = this.parameters.number(parameter);
		if (given != null && given.compareTo(BigDecimal.valueOf(most)) > 0) {
			out.add(field, "plaque.violation.most", most);
		}
	}

	private static boolean positive(Filled filled, String field) {
		BigDecimal given = filled.number(field);
		return given != null && given.signum() > 0;
	}

	private void panel(Filled filled, Violations out) {
		Set<String> asked = new HashSet<>();
		this.batches.ofCase(filled.caseNumber())
			.ifPresent((batch) -> this.plaques.ofBatch(batch.id())
				.stream()
				.filter((plaque) -> plaque.state() == PlaqueState.PROPOSED)
				.forEach((plaque) -> asked.add(plaque.organisation())));
		List<Map<String, Object>> rows = filled.rows("panelRows");
		for (int i = 0; i < rows.size(); i++) {
			String path = "panelRows[" + i + "].";
			if (!asked.remove(String.valueOf(rows.get(i).get(Award.ORGANISATION)))) {
				out.add(path + Award.ORGANISATION, "plaque.violation.not-asked");
			}
			remark(rows.get(i), path, out);
		}
		if (!asked.isEmpty() && !rows.isEmpty()) {
			out.add("panelRows", "plaque.violation.everybody", asked.size());
		}
	}

	/** A very low or very high total must be explained. */
	private void remark(Map<String, Object> row, String path, Violations out) {
		double total = 0;
		for (Map.Entry<Measured.Criterion, Integer> weight : this.evaluations.weights().entrySet()) {
			Object points = row.get(weight.getKey().name().toLowerCase(Locale.ROOT));
			total += (points instanceof Number number) ? number.doubleValue() * weight.getValue() / 100 : 0;
		}
		String remark = Award.text(row, "remark");
		boolean extreme = total < VERY_LOW || total > VERY_HIGH;
		if (extreme && (remark == null || remark.codePointCount(0, remark.length()) < LONG_ENOUGH)) {
			out.add(path + "remark", "plaque.violation.too-short", LONG_ENOUGH);
		}
	}

}
