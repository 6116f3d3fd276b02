package org.gongjian.plaque;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an annual review up to its score. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewSteps {

	static final String SCORES = "scores";

	static final String ACTIVITIES = "activitiesHeld";

	private static final String CRITERION = "criterion";

	private static final Bilingual UNKNOWN = new Bilingual("no register tells", "台账无记录");

	private final Measures measures;

	private final Evaluations evaluations;

	private final ReviewTable reviews;

	private final YearFacts facts;

	private final Pairings pairings;

	private final PlaqueEndTable plaques;

	private final Cases cases;

	private final Clock clock;

	ReviewSteps(Measures measures, Evaluations evaluations, ReviewTable reviews, YearFacts facts, Pairings pairings,
			PlaqueEndTable plaques, Cases cases, Clock clock) {
		this.measures = measures;
		this.evaluations = evaluations;
		this.reviews = reviews;
		this.facts = facts;
		this.pairings = pairings;
		this.plaques = plaques;
		this.cases = cases;
		this.clock = clock;
	}

	/** Gathers what the registers know, and says whom the review is about. */
	void assemble(Call call) {
		Pairing pairing = pairing(call);
		int year = year(call);
		if (!this.reviews.begin(pairing.number(), year, call.caseNumber())) {
			this.reviews.take(pairing.number(), year);
			this.reviews.begin(pairing.number(), year, call.caseNumber());
		}
		List<Plaque> held = this.plaques.ofPairing(pairing.number())
			.stream()
			.filter((plaque) -> plaque.inForce(today()))
			.toList();
		List<String> holders = held.isEmpty() ? pairing.organisations()
				: held.stream().map(Plaque::organisation).distinct().toList();
		call.set("governmentOrg", pairing.governmentOrg());
		call.set("enterpriseOrg", pairing.enterpriseOrg());
		call.set(Awards.ORGANISATIONS, String.join(",", holders));
		call.set(Measures.PLAQUES, String.join(",", held.stream().map(Plaque::number).toList()));
		call.set("measureKind", "ANNUAL");
		this.cases.addParties(call.caseNumber(), pairing.organisations());
		this.measures.write(call, Map.of("reviewFacts", known(pairing)));
	}

	private List<Map<String, Object>> known(Pairing pairing) {
		Map<Measured.Criterion, Measured> known = this.facts.of(pairing, today());
		var rows = new ArrayList<Map<String, Object>>();
		this.evaluations.weights().forEach((criterion, weight) -> {
			Bilingual fact = known.containsKey(criterion) ? known.get(criterion).fact() : UNKNOWN;
			rows.add(new LinkedHashMap<>(Map.of(CRITERION, criterion.name(), "weight", (long) weight, "known",
					fact.zh() + " · " + fact.en())));
		});
		return rows;
	}

	/** Turns what is known into points; what nobody knows is left to the reviewer. */
	void score(Call call) {
		Pairing pairing = pairing(call);
		Map<Measured.Criterion, Measured> known = this.facts.of(pairing, today());
		Integer rating = rating(call, pairing);
		var rows = new ArrayList<Map<String, Object>>();
		this.evaluations.weights().forEach((criterion, weight) -> {
			Integer percent = (criterion == Measured.Criterion.RATING) ? rating
					: known.containsKey(criterion) ? Integer.valueOf(known.get(criterion).percent()) : null;
			Map<String, Object> row = new LinkedHashMap<>();
			row.put(CRITERION, criterion.name());
			if (percent != null) {
				BigDecimal points = points(weight, percent);
				row.put("computed", points.toPlainString());
				row.put("points", points);
			}
			rows.add(row);
		});
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put(SCORES, rows);
		Measured activities = known.get(Measured.Criterion.ACTIVITIES);
		changes.put(ACTIVITIES,
				(activities == null || activities.count() == null) ? null : Long.valueOf(activities.count()));
		this.measures.write(call, changes);
	}

	/** So much of a weight, with one decimal. */
	static BigDecimal points(int weight, int percent) {
		return BigDecimal.valueOf((long) weight * percent).divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
	}

	/** The mean of how the two sides rate each other, or {@code null} if neither did. */
	private Integer rating(Call call, Pairing pairing) {
		Award data = new Award(call.caseNumber(), null, this.measures.data(call));
		List<Integer> ratings = pairing.organisations()
			.stream()
			.map((code) -> data.answer("selfReviews", code).get("partnerRating"))
			.filter(Number.class::isInstance)
			.map((value) -> ((Number) value).intValue())
			.toList();
		return ratings.isEmpty() ? null
				: (int) Math.round(ratings.stream().mapToInt(Integer::intValue).average().orElseThrow());
	}

	/** The review ends without a result. */
	void close(Call call) {
		this.measures.end(call.caseNumber(), "ABANDONED");
	}

	Pairing pairing(Call call) {
		return this.pairings.find(call.text("pairing")).orElseThrow();
	}

	static int year(Call call) {
		return ((Number) call.fact("reviewYear")).intValue();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
