package org.gongjian.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.gongjian.plaque.PlaqueState;
import org.springframework.stereotype.Component;

/** Plaques by state. */
@Component
class PlaquePart implements Part.Source {

	private final InsightTable table;

	PlaquePart(InsightTable table) {
		this.table = table;
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public Part of(Scope scope) {
		Map<String, Long> states = this.table.plaques(scope.organisation());
		String org = scope.whole() ? "" : "&q=" + scope.organisation();
		List<Bar> bars = Arrays.stream(PlaqueState.values())
			.filter((state) -> states.containsKey(state.name()))
			.map((state) -> Bar.of("plaque.state." + state, states.get(state.name()), "/plaques?state=" + state + org))
			.toList();
		long expired = states.getOrDefault("EXPIRED", 0L);
		return new Part("insight.plaques",
				List.of(Figure.count("insight.plaques.valid", states.getOrDefault("VALID", 0L),
						"/plaques?state=VALID" + org, false),
						Figure.count("insight.plaques.expired", expired, "/plaques?state=EXPIRED" + org, expired > 0)),
				List.of(new Chart("insight.plaques.states", "insight.unit.plaques", bars)));
	}

}
