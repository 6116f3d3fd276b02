package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What was counted. It is counted anew for each reader as long as that is quick. Where
 * there are so many rows that counting takes long, what was counted is shown to others
 * for a while, with the moment it was counted; whoever asks later still gets it at once,
 * and it is counted anew behind that answer.
 *
 * @param <T> what is counted
 */
final class Kept<T> {

	/** What is younger is shown as it is. */
	static final Duration KEPT = Duration.ofMinutes(1);

	/** What is older is not shown; its reader waits for new figures. */
	static final Duration STALE = Duration.ofMinutes(15);

	private static final int MOST = 500;

	private final Cache<String, Counted<T>> kept = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Set<String> counting = ConcurrentHashMap.newKeySet();

	private final Duration slow;

	private final Clock clock;

	private final Executor behind;

	/**
	 * @param slow what takes longer is kept
	 */
	Kept(Duration slow, Clock clock, Executor behind) {
		this.slow = slow;
		this.clock = clock;
		this.behind = behind;
	}

	/** What is counted for a key. */
	Counted<T> of(String key, Supplier<T> count) {
		Counted<T> known = this.kept.getIfPresent(key);
		if (known == null || !younger(known, STALE)) {
			return count(key, count);
		}
		if (!younger(known, KEPT) && this.counting.add(key)) {
			this.behind.execute(() -> countBehind(key, count));
		}
		return known;
	}

	private boolean younger(Counted<T> counted, Duration age) {
		Instant now = this.clock.instant();
		return !now.isBefore(counted.at()) && now.isBefore(counted.at().plus(age));
	}

	private void countBehind(String key, Supplier<T> count) {
		try {
			count(key, count);
		}
		finally {
			this.counting.remove(key);
		}
	}

	private Counted<T> count(String key, Supplier<T> count) {
		Instant begin = this.clock.instant();
		var counted = new Counted<>(count.get(), begin);
		if (Duration.between(begin, this.clock.instant()).compareTo(this.slow) > 0) {
			this.kept.put(key, counted);
		}
		else {
			this.kept.invalidate(key);
		}
		return counted;
	}

	/**
	 * What was counted, and when.
	 */
	record Counted<T>(T what, Instant at) {
	}

}
