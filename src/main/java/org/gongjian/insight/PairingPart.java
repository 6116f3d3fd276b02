package org.gongjian.insight;

import java.math.BigDecimal;
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

	/** A pairing should be in force within twenty working days, which are four weeks. */
	private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(28);

	private final InsightTable table;

	private final BasisTable bases;

	private final Clock clock;

	PairingPart(InsightTable table, BasisTable bases, Clock clock) {
		this.table = table;
		this.bases = bases;
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
		figures.addAll(life(scope.organisation()));
		List<Bar> bars = Arrays.stream(PairingStatus.values())
			.filter((status) -> states.containsKey(status.name()))
			.map((status) -> Bar.of("pairing.status." + status, states.get(status.name()),
					"/pairings?status=" + status + org))
			.toList();
		return new Part("insight.pairs", figures,
				List.of(new Chart("insight.pairs.states", "insight.unit.pairs", bars)));
	}

	/** How pairings came about in the last year, and how they went on. */
	private List<Figure> life(String org) {
		Map<Basis, Sum> sums = this.bases.whole(
				List.of(Bases.PAIRING_DAYS, Bases.PAIRING_FIRST_GO, Bases.PAIRING_WAIVERS, Bases.PAIRING_RENEWED), org);
		BigDecimal days = sums.get(Bases.PAIRING_DAYS).value(Basis.Sort.MEDIAN);
		boolean slow = days != null && days.compareTo(MOST_DAYS) > 0;
		return List.of(Figure.of(Bases.PAIRING_DAYS, sums.get(Bases.PAIRING_DAYS), org, slow),
				Figure.of(Bases.PAIRING_FIRST_GO, sums.get(Bases.PAIRING_FIRST_GO), org, false),
				Figure.of(Bases.PAIRING_WAIVERS, sums.get(Bases.PAIRING_WAIVERS), org, false),
				Figure.of(Bases.PAIRING_RENEWED, sums.get(Bases.PAIRING_RENEWED), org, false));
	}

	/** The day before which a pair's last activity must lie to count as quiet. */
	LocalDate since() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).minusDays(QUIET);
	}

}
