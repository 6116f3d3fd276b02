package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** The figures of the dashboard, and what the rows of one of them come to. */
@Component
class Figures {

	/** A dashboard that takes longer to count is kept. */
	static final Duration SLOW = Duration.ofMillis(300);

	/** The head of a page of rows that takes longer is kept. */
	private static final Duration SLOW_HEAD = Duration.ofMillis(30);

	private final Kept<List<Part>> dashboards;

	private final Kept<List<Sum>> heads;

	private final List<Part.Source> sources;

	private final BasisTable table;

	@Autowired
	Figures(List<Part.Source> sources, BasisTable table, Clock clock) {
		this(sources, table, clock, new SimpleAsyncTaskExecutor("figures-"));
	}

	Figures(List<Part.Source> sources, BasisTable table, Clock clock, Executor behind) {
		this.sources = sources.stream().sorted(Comparator.comparingInt(Part.Source::order)).toList();
		this.table = table;
		this.dashboards = new Kept<>(SLOW, clock, behind);
		this.heads = new Kept<>(SLOW_HEAD, clock, behind);
	}

	/** The figures of the zone or of an organisation. */
	Kept.Counted<List<Part>> of(Scope scope) {
		return this.dashboards.of(key(scope), () -> this.sources.stream().map((source) -> source.of(scope)).toList());
	}

	/** What the rows of a basis come to, by group. */
	Kept.Counted<List<Sum>> of(Scope scope, Basis basis) {
		return this.heads.of(basis.code() + " " + key(scope),
				() -> this.table.sums(List.of(basis), scope.organisation()));
	}

	private static String key(Scope scope) {
		return scope.whole() ? "" : scope.organisation();
	}

}
