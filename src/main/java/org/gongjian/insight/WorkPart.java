package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.springframework.stereotype.Component;

/** Where cases wait, and how long steps take. */
@Component
class WorkPart implements Part.Source {

	private static final int MOST = 12;

	/** How far back the times of steps are looked at. */
	static final Duration YEAR = Duration.ofDays(365);

	private final InsightTable table;

	private final Clock clock;

	WorkPart(InsightTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public Part of(Scope scope) {
		Instant now = this.clock.instant();
		List<InsightTable.Step> waiting = this.table.waiting(scope.organisation(), now, MOST);
		List<InsightTable.Step> medians = this.table.medians(scope.organisation(), now.minus(YEAR), MOST);
		String org = scope.whole() ? "" : "?org=" + scope.organisation();
		String done = "?done=true" + org.replace('?', '&');
		long[] open = this.table.open(scope.organisation(), now);
		return new Part("insight.work",
				List.of(Figure.count("insight.work.open", open[0], "/insight/waiting?all=true" + org.replace('?', '&'),
						false), Figure.count("insight.work.overdue", open[1], "/insight/waiting" + org, open[1] > 0)),
				List.of(new Chart("insight.work.waiting", "insight.unit.tasks",
						waiting.stream()
							.map((step) -> new Bar(step.name(), null, step.value(), null,
									"/insight/waiting/" + step.process() + "/" + step.step() + org))
							.toList()),
						new Chart("insight.work.medians", "insight.unit.hours",
								medians.stream()
									.map((step) -> new Bar(step.name(), null, step.value(), step.overdue(),
											"/insight/waiting/" + step.process() + "/" + step.step() + done))
									.toList())));
	}

}
