package org.gongjian.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.gongjian.pairing.PairingStatus;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** Pairs and their pulse. */
@Component
class PairingPart implements Part.Source {

	/** After so many days a pair counts as quiet on the dashboard. */
	static final int QUIET = 90;

	private final InsightTable table;

	private final Clock clock;

	PairingPart(InsightTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public Part of(Scope scope) {
		Map<String, Long> states = this.table.pairings(scope.organisation());
		long quiet = this.table.quiet(scope.organisation(), since());
		String org = scope.whole() ? "" : "&org=" + scope.organisation();
		var figures = new ArrayList<Figure>();
		figures.add(Figure.count("insight.pairs.in-force", states.getOrDefault("IN_FORCE", 0L),
				"/pairings?status=IN_FORCE" + org, false));
		figures.add(Figure.count("insight.pairs.expiring", states.getOrDefault("EXPIRING", 0L),
				"/pairings?status=EXPIRING" + org, false));
		figures.add(Figure.count("insight.pairs.quiet", quiet, "/insight/quiet" + org.replace('&', '?'), quiet > 0));
		if (scope.whole()) {
			long[] paired = this.table.pairedEnterprises();
			figures.add(Figure.share("insight.pairs.enterprises", paired[0], paired[1], "/pairings/matrix", false));
		}
		List<Bar> bars = Arrays.stream(PairingStatus.values())
			.filter((status) -> states.containsKey(status.name()))
			.map((status) -> Bar.of("pairing.status." + status, states.get(status.name()),
					"/pairings?status=" + status + org))
			.toList();
		return new Part("insight.pairs", figures,
				List.of(new Chart("insight.pairs.states", "insight.unit.pairs", bars)));
	}

	/** The day before which a pair's last activity must lie to count as quiet. */
	LocalDate since() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).minusDays(QUIET);
	}

}
