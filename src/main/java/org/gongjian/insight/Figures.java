package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * The figures of the dashboard. They are counted anew for each reader as long as that is
 * quick. Where there are so many rows that counting takes long, what was counted is shown
 * to others for a while, with the moment it was counted.
 */
@Component
class Figures {

	/** What takes longer is kept. */
	static final Duration SLOW = Duration.ofMillis(300);

	/** For so long. */
	static final Duration KEPT = Duration.ofMinutes(1);

	private static final int MOST = 500;

	private final Cache<String, Counted> kept = Caffeine.newBuilder().maximumSize(MOST).build();

	private final List<Part.Source> sources;

	private final Clock clock;

	Figures(List<Part.Source> sources, Clock clock) {
		this.sources = sources.stream().sorted(Comparator.comparingInt(Part.Source::order)).toList();
		this.clock = clock;
	}

	/** The figures of the zone or of an organisation. */
	Counted of(Scope scope) {
		String key = scope.whole() ? "" : scope.organisation();
		return Optional.ofNullable(this.kept.getIfPresent(key)).filter(this::fresh).orElseGet(() -> count(scope, key));
	}

	private boolean fresh(Counted counted) {
		Instant now = this.clock.instant();
		return !now.isBefore(counted.at()) && now.isBefore(counted.at().plus(KEPT));
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
