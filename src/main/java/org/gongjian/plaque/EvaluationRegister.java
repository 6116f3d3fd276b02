package org.gongjian.plaque;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The evaluations for programs; their number is their id. */
@Component
class EvaluationRegister implements Register {

	private final Evaluations evaluations;

	EvaluationRegister(Evaluations evaluations) {
		this.evaluations = evaluations;
	}

	@Override
	public String name() {
		return "evaluations";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.evaluations.list(actor, EvaluationController.filter(q, null, status), cursor, limit)
			.map(EvaluationRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		try {
			return Ids.parse(number).map((id) -> row(this.evaluations.visible(actor, id)));
		}
		catch (NotFound hidden) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> row(Evaluation one) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", one.id().toString());
		row.put("pairing", one.pairing());
		row.put("year", one.year());
		row.put("kind", one.kind());
		row.put("organisation", one.organisation());
		row.put("case", one.caseNumber());
		row.put("total", one.total());
		row.put("bonus", one.bonus());
		row.put("deduction", one.deduction());
		row.put("grade", one.grade().name());
		row.put("activities", one.activities());
		row.put("violation", one.violation());
		return row;
	}

}
