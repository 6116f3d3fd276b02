package org.gongjian.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.gongjian.shared.Time;
import org.gongjian.sla.ClockKind;
import org.springframework.stereotype.Component;

/** Whether what is owed is done in time. */
@Component
class ClockPart implements Part.Source {

	private final InsightTable table;

	private final Clock clock;

	ClockPart(InsightTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public Part of(Scope scope) {
		var figures = new ArrayList<Figure>();
		var bars = new ArrayList<Bar>();
		String org = scope.whole() ? "" : "&org=" + scope.organisation();
		for (ClockKind kind : ClockKind.values()) {
			InsightTable.Clocks clocks = this.table.clocks(kind.name(), scope.organisation(), this.clock.instant());
			figures.add(Figure.share("insight.clocks." + kind, clocks.inTime(), clocks.owed(),
					"/insight/clocks?kind=" + kind + org, false));
			bars.add(Bar.of("sla.kind." + kind, clocks.overdue(), "/insight/clocks?late=true&kind=" + kind + org));
		}
		long[] tasks = this.table.followUps(scope.organisation(),
				LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
		figures.add(Figure.count("insight.clocks.follow-ups", tasks[1], "/follow-ups?all=true&late=true" + org,
				tasks[1] > 0));
		return new Part("insight.clocks", figures,
				List.of(new Chart("insight.clocks.overdue", "insight.unit.deadlines", List.copyOf(bars))));
	}

}
