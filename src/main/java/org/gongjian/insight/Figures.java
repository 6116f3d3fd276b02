package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The figures of the dashboard. They are counted anew for each reader as long as that is
 * quick. Where there are so many rows that counting takes long, what was counted is shown
 * to others for a while, with the moment it was counted; whoever asks later still gets it
 * at once, and it is counted anew behind that answer.
 */
@Component
class Figures {

	/** What takes longer is kept. */
	static final Duration SLOW = Duration.ofMillis(300);

	/** For so long. */
	static final Duration KEPT = Duration.ofMinutes(1);

	/** What is older is not shown; its reader waits for new figures. */
	static final Duration STALE = Duration.ofMinutes(15);

	private static final int MOST = 500;

	private final Cache<String, Counted> kept = Caffeine.newBuilder().maximumSize(MOST).build();

	private final List<Part.Source> sources;

	private final Clock clock;

	private final Executor behind;

	private final Set<String> counting = ConcurrentHashMap.newKeySet();

	@Autowired
	Figures(List<Part.Source> sources, Clock clock) {
		this(sources, clock, new SimpleAsyncTaskExecutor("figures-"));
	}

	Figures(List<Part.Source> sources, Clock clock, Executor behind) {
		this.sources = sources.stream().sorted(Comparator.comparingInt(Part.Source::order)).toList();
		this.clock = clock;
		this.behind = behind;
	}

	/** The figures of the zone or of an organisation. */
	Counted of(Scope scope) {
		String key = scope.whole() ? "" : scope.organisation();
		Counted known = this.kept.getIfPresent(key);
		if (known == null || !younger(known, STALE)) {
			return count(scope, key);
		}
		if (!younger(known, KEPT) && this.counting.add(key)) {
			this.behind.execute(() -> countBehind(scope, key));
		}
		return known;
	}

	private boolean younger(Counted counted, Duration age) {
		Instant now = this.clock.instant();
		return !now.isBefore(counted.at()) && now.isBefore(counted.at().plus(age));
	}

	private void countBehind(Scope scope, String key) {
		try {
			count(scope, key);
		}
		finally {
			this.counting.remove(key);
		}
	}

	private Counted count(Scope scope, String key) {
		Instant begin = this.clock.instant();
		Counted counted = new Counted(this.sources.stream().map((source) -> source.of(scope)).toList(), begin);
		if (Duration.between(begin, this.clock.instant()).compareTo(SLOW) > 0) {
			this.kept.put(key, counted);
		}
		else {
			this.kept.invalidate(key);
		}
		return counted;
	}

	/**
	 * Figures and when they were counted.
	 */
	record Counted(List<Part> parts, Instant at) {
	}

}
