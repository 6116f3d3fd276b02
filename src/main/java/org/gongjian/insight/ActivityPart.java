package org.gongjian.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** Activities by pillar, and how much of the annual plans was done. */
@Component
class ActivityPart implements Part.Source {

	private final InsightActivities table;

	private final BasisTable bases;

	private final Clock clock;

	ActivityPart(InsightActivities table, BasisTable bases, Clock clock) {
		this.table = table;
		this.bases = bases;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 15;
	}

	@Override
	public Part of(Scope scope) {
		String org = scope.whole() ? "" : "&org=" + scope.organisation();
		long[] open = this.table.open(scope.organisation(), this.clock.instant());
		long[] plan = this.table.plan(scope.organisation(), month());
		List<Bar> bars = this.table.pillars(scope.organisation(), since())
			.entrySet()
			.stream()
			.map((pillar) -> Bar.of("activity.pillar." + pillar.getKey(), pillar.getValue(),
					"/insight/activities?pillar=" + pillar.getKey() + org))
			.toList();
		var figures = new ArrayList<>(
				List.of(Figure.count("insight.activities.ahead", open[0], "/activities?status=AHEAD" + org, false),
						Figure.count("insight.activities.recording", open[1], "/activities?status=RECORDING" + org,
								open[1] > 0),
						Figure.share("insight.activities.plan", plan[1], plan[0],
								"/insight/plan" + org.replace('&', '?'), false)));
		figures.addAll(held(scope.organisation()));
		return new Part("insight.activities", figures,
				List.of(new Chart("insight.activities.pillars", "insight.unit.activities", bars),
						levels(scope.organisation())));
	}

	/** What became of the activities of the last year. */
	private List<Figure> held(String org) {
		List<Basis> asked = List.of(Bases.ACTIVITY_RECORDS, Bases.ACTIVITY_ATTENDANCE, Bases.ACTIVITY_SCORE,
				Bases.ACTIVITY_COST, Bases.ACTIVITY_APPEAL);
		Map<Basis, Sum> sums = this.bases.whole(asked, org);
		return asked.stream().map((basis) -> Figure.of(basis, sums.get(basis), org, false)).toList();
	}

	/** How long it takes until an activity is published, by who approves. */
	private Chart levels(String org) {
		List<Bar> bars = this.bases.sums(List.of(Bases.ACTIVITY_DAYS), org)
			.stream()
			.filter((sum) -> sum.group() != null)
			.sorted(Comparator.comparing(Sum::group))
			.map((sum) -> Bar.median("activity.level." + sum.group(), Bases.ACTIVITY_DAYS, sum, org))
			.toList();
		return new Chart("insight.behind.activity-days", "insight.unit.days", bars);
	}

	/** A year back. */
	LocalDate since() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).minusYears(1);
	}

	/** The last month whose plan should be done. */
	String month() {
		return YearMonth.from(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE)).minusMonths(1).toString();
	}

}
