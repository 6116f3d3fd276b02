package org.gongjian.insight;

import java.util.Arrays;
import java.util.ArrayList;
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

	private final BasisTable bases;

	PlaquePart(InsightTable table, BasisTable bases) {
		this.table = table;
		this.bases = bases;
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
		var figures = new ArrayList<Figure>();
		figures.add(Figure.count("insight.plaques.valid", states.getOrDefault("VALID", 0L),
				"/plaques?state=VALID" + org, false));
		figures.add(Figure.count("insight.plaques.expired", expired, "/plaques?state=EXPIRED" + org, expired > 0));
		figures.addAll(life(scope));
		return new Part("insight.plaques", figures,
				List.of(new Chart("insight.plaques.states", "insight.unit.plaques", bars)));
	}

	/** How plaques came to hang in the last year, and whether they do. */
	private List<Figure> life(Scope scope) {
		var asked = new ArrayList<>(List.of(MoreBases.PLAQUE_DAYS, MoreBases.PLAQUE_PROOFS, MoreBases.PLAQUE_COST,
				MoreBases.PLAQUE_RECTIFIED, MoreBases.PLAQUE_WALL));
		if (scope.whole()) {
			asked.add(MoreBases.OBJECTIONS);
		}
		Map<Basis, Sum> sums = this.bases.whole(asked, scope.organisation());
		boolean differs = sums.get(MoreBases.PLAQUE_WALL).hits() > 0;
		return asked.stream()
			.map((basis) -> Figure.of(basis, sums.get(basis), scope.organisation(),
					basis.equals(MoreBases.PLAQUE_WALL) && differs))
			.toList();
	}

}
