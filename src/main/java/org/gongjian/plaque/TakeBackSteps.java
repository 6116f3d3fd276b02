package org.gongjian.plaque;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first step of a case that takes plaques back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeBackSteps {

	static final String TAKEN_BACK = "takenBack";

	private static final String RECALL = "RECALL";

	private final Awards awards;

	private final Measures measures;

	private final MeasureSteps steps;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final Cases cases;

	TakeBackSteps(Awards awards, Measures measures, MeasureSteps steps, BatchTable batches, PlaqueTable plaques,
			Cases cases) {
		this.awards = awards;
		this.measures = measures;
		this.steps = steps;
		this.batches = batches;
		this.plaques = plaques;
		this.cases = cases;
	}

	/** Notes which plaques are taken back and why, and makes their holders parties. */
	void open(Call call) {
		String kind = call.text("awardType");
		if (this.batches.ofCase(call.caseNumber()).isEmpty()) {
			this.batches.open(call.caseNumber(), kind);
		}
		Award award = this.awards.of(call);
		this.batches.close(award.batch().id());
		List<Plaque> taken = award.rows(TAKEN_BACK)
			.stream()
			.map((row) -> this.plaques.find(Award.text(row, "plaque")).orElseThrow())
			.toList();
		List<String> holders = taken.stream().map(Plaque::organisation).distinct().toList();
		String ground = RECALL.equals(kind) ? "PAIRING_OVER" : award.text("ground");
		call.set("measureKind", kind);
		call.set(Measures.PLAQUES, String.join(",", taken.stream().map(Plaque::number).toList()));
		call.set(Awards.ORGANISATIONS, String.join(",", holders));
		call.set(MeasureSteps.REASON, ground);
		this.cases.addParties(call.caseNumber(), holders);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put(MeasureSteps.GROUND, ground);
		changes.put("groundNote", award.text("groundText"));
		this.measures.write(call, changes);
		if (RECALL.equals(kind)) {
			this.measures.begin(call, Measure.Kind.RECALL, PlaqueState.EXPIRED, ground);
			this.steps.recover(call);
		}
	}

}
