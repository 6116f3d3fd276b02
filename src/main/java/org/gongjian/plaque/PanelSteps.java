package org.gongjian.plaque;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.Parameters;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a panel that scores who is to get a plaque. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PanelSteps {

	static final String SCORES = "panelScores";

	private static final String EVALUATOR = "evaluator";

	private final Awards awards;

	private final Evaluations evaluations;

	private final Eligibility eligibility;

	private final People people;

	private final Pairings pairings;

	private final Parameters parameters;

	private final Cases cases;

	private final Clock clock;

	PanelSteps(Awards awards, Evaluations evaluations, Eligibility eligibility, People people, Pairings pairings,
			Parameters parameters, Cases cases, Clock clock) {
		this.awards = awards;
		this.evaluations = evaluations;
		this.eligibility = eligibility;
		this.people = people;
		this.pairings = pairings;
		this.parameters = parameters;
		this.cases = cases;
		this.clock = clock;
	}

	/** Asks up to five evaluators who are impartial; with too few nobody is asked. */
	void call(Call call) {
		CaseFile file = this.cases.get(call.caseNumber());
		Eligible eligible = this.eligibility.eligible(EVALUATOR, Set.copyOf(file.parties()), Set.of(file.initiator()),
				true);
		List<String> panel = !EVALUATOR.equals(eligible.slot()) ? List.of()
				: eligible.usernames()
					.stream()
					.sorted()
					.map(this.people::byUsername)
					.flatMap(Optional::stream)
					.map(Person::id)
					.map(UUID::toString)
					.limit(this.parameters.number("evaluation.panelMax"))
					.toList();
		boolean enough = panel.size() >= this.parameters.number("evaluation.panelMin");
		call.set("panel", enough ? String.join(",", panel) : "");
		call.set("panelSize", enough ? panel.size() : 0);
	}

	/** The mean of those who scored; of too few nothing is made. */
	void average(Call call) {
		Award award = this.awards.of(call);
		Map<String, Map<String, Object>> given = given(award);
		this.evaluations.forget(award.caseNumber());
		if (given.size() < this.parameters.number("evaluation.panelMin")) {
			this.awards.write(call, Map.of("panelNote", "TOO_FEW"));
			return;
		}
		List<Mean> means = this.awards.standing(award.batch().id())
			.stream()
			.map((plaque) -> mean(plaque, given))
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing(Mean::total).reversed())
			.toList();
		int best = this.evaluations.excellent(means.size());
		var rows = new ArrayList<Map<String, Object>>();
		for (int place = 0; place < means.size(); place++) {
			rows.add(enter(award, means.get(place), place < best, String.join(",", given.keySet())));
		}
		this.awards.write(call, Map.of("panelNote", "SCORED", "panelResult", rows));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> given(Award award) {
		var given = new LinkedHashMap<String, Map<String, Object>>();
		if (award.data().get(SCORES) instanceof Map<?, ?> all) {
			all.forEach((who, one) -> given.put(String.valueOf(who), (Map<String, Object>) one));
		}
		return given;
	}

	/** What the panel says of one recipient. */
	private record Mean(Plaque plaque, List<Evaluation.Score> scores, BigDecimal total) {
	}

	private Optional<Mean> mean(Plaque plaque, Map<String, Map<String, Object>> given) {
		List<Map<String, Object>> rows = given.values()
			.stream()
			.flatMap((one) -> new Award(null, null, one).rows("panelRows").stream())
			.filter((row) -> plaque.organisation().equals(Award.text(row, Award.ORGANISATION)))
			.toList();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		var scores = new ArrayList<Evaluation.Score>();
		this.evaluations.weights().forEach((criterion, weight) -> scores.add(score(criterion, weight, rows)));
		return Optional.of(new Mean(plaque, scores, Evaluations.total(scores, BigDecimal.ZERO, BigDecimal.ZERO)));
	}

	private static Evaluation.Score score(Measured.Criterion criterion, int weight, List<Map<String, Object>> rows) {
		double percent = rows.stream()
			.mapToInt((row) -> ((Number) row.get(criterion.name().toLowerCase(Locale.ROOT))).intValue())
			.average()
			.orElse(0);
		BigDecimal points = BigDecimal.valueOf(weight * percent / 100).setScale(1, RoundingMode.HALF_UP);
		return new Evaluation.Score(criterion, weight, null, points.min(BigDecimal.valueOf(weight)), null);
	}

	private Map<String, Object> enter(Award award, Mean mean, boolean mayBeBest, String panel) {
		Pairing pairing = this.pairings.find(mean.plaque().pairing()).orElseThrow();
		Evaluation.Grade band = this.evaluations.band(mean.total());
		Evaluation.Grade grade = (band == Evaluation.Grade.EXCELLENT && !mayBeBest) ? Evaluation.Grade.GOOD : band;
		int year = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).getYear();
		this.evaluations.enter(
				new Evaluation(UUID.randomUUID(), pairing.number(), pairing.governmentOrg(), pairing.enterpriseOrg(),
						year, Evaluations.RENEWAL, mean.plaque().organisation(), award.caseNumber(), BigDecimal.ZERO,
						BigDecimal.ZERO, mean.total(), band, grade, "NONE", null, null, panel, this.clock.instant()),
				mean.scores());
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(Award.ORGANISATION, mean.plaque().organisation());
		row.put("total", mean.total());
		row.put("grade", grade.name());
		return row;
	}

}
