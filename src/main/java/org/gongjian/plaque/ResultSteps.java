package org.gongjian.plaque;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Call;
import org.gongjian.engine.Rules;
import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The result of an annual review. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ResultSteps {

	private static final String TABLE = "annual-result";

	private static final String VIOLATION = "violationCode";

	private static final String RESULT = "result";

	private static final String REASON = "reason";

	private final ReviewSteps steps;

	private final MeasureSteps measureSteps;

	private final Measures measures;

	private final Evaluations evaluations;

	private final ReviewTable reviews;

	private final Cases cases;

	private final Rules rules;

	private final Clock clock;

	ResultSteps(ReviewSteps steps, MeasureSteps measureSteps, Measures measures, Evaluations evaluations,
			ReviewTable reviews, Cases cases, Rules rules, Clock clock) {
		this.steps = steps;
		this.measureSteps = measureSteps;
		this.measures = measures;
		this.evaluations = evaluations;
		this.reviews = reviews;
		this.cases = cases;
		this.rules = rules;
		this.clock = clock;
	}

	/** Enters the evaluation and asks what follows from it. */
	void assess(Call call) {
		Pairing pairing = this.steps.pairing(call);
		Award data = new Award(call.caseNumber(), null, this.measures.data(call));
		Evaluation evaluation = enter(call, pairing, data);
		Map<String, Object> hit = this.rules.ask(TABLE, facts(pairing, evaluation)).get(0);
		String reason = (String) hit.get(REASON);
		String result = result((String) hit.get(RESULT), call.text(Measures.PLAQUES));
		call.set("reviewResult", result);
		call.set(MeasureSteps.REASON, "VIOLATION".equals(reason) ? evaluation.violation() : reason);
		this.reviews.result(call.caseNumber(), result);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("totalScore", evaluation.total());
		changes.put("grade", evaluation.grade().name());
		changes.put("reviewResult", result);
		changes.put("groundNote", evaluation.remark());
		this.measures.write(call, changes);
		if ("RECALL".equals(result)) {
			call.set("measureKind", result);
			this.measures.begin(call, Measure.Kind.RECALL, PlaqueState.EXPIRED, "PAIRING_OVER");
			this.measureSteps.recover(call);
		}
	}

	/** Where no plaque is held there is nothing to take back. */
	private static String result(String proposed, String plaques) {
		boolean none = plaques == null || plaques.isEmpty();
		return !none ? proposed : switch (proposed) {
			case "RECALL" -> "KEEP";
			case "REVOKE_PROPOSED" -> "RECTIFY";
			default -> proposed;
		};
	}

	private Map<String, Object> facts(Pairing pairing, Evaluation evaluation) {
		var facts = new LinkedHashMap<String, Object>();
		facts.put(VIOLATION, evaluation.violation());
		facts.put("pairingInForce", pairing.inForceOn(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE)));
		facts.put("score", evaluation.total().doubleValue());
		facts.put("failedLastYear",
				this.evaluations.annual(pairing.number(), evaluation.year() - 1)
					.filter((last) -> last.band() == Evaluation.Grade.FAIL)
					.isPresent());
		facts.put("activities", evaluation.activities());
		return facts;
	}

	private Evaluation enter(Call call, Pairing pairing, Award data) {
		List<Evaluation.Score> scores = data.rows(ReviewSteps.SCORES).stream().map(this::score).toList();
		BigDecimal bonus = number(data.data().get("bonus"));
		BigDecimal deduction = number(data.data().get("deduction"));
		BigDecimal total = Evaluations.total(scores, bonus, deduction);
		Evaluation.Grade band = this.evaluations.band(total);
		this.evaluations.forget(call.caseNumber());
		return this.evaluations
			.enter(new Evaluation(UUID.randomUUID(), pairing.number(), pairing.governmentOrg(), pairing.enterpriseOrg(),
					ReviewSteps.year(call), Evaluations.ANNUAL, null, call.caseNumber(), bonus, deduction, total, band,
					band, data.text(VIOLATION), number(data.data().get(ReviewSteps.ACTIVITIES)).intValue(),
					data.text("remark"), reviewer(call.caseNumber()), this.clock.instant()), scores);
	}

	private Evaluation.Score score(Map<String, Object> row) {
		Measured.Criterion criterion = Measured.Criterion.valueOf(Award.text(row, "criterion"));
		String computed = Award.text(row, "computed");
		return new Evaluation.Score(criterion, this.evaluations.weights().get(criterion),
				(computed == null) ? null : new BigDecimal(computed), number(row.get("points")),
				Award.text(row, REASON));
	}

	private String reviewer(String caseNumber) {
		return this.cases.log(caseNumber)
			.stream()
			.filter((line) -> "task-review".equals(line.step()) && line.decision() != null)
			.reduce((first, last) -> last)
			.map(LogEntry::actor)
			.orElse("");
	}

	private static BigDecimal number(Object value) {
		return (value instanceof Number) ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
	}

}
