package org.gongjian.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.springframework.stereotype.Component;

/**
 * How often somebody may do something: so and so many times a minute, by kind and key.
 */
@Component
public class Limits {

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterAccess(Duration.ofMinutes(5))
		.build();

	/**
	 * Counts once, or refuses.
	 * @param kind what is counted
	 * @param key for whom, an account or an address
	 * @param perMinute how often a minute is fine
	 * @throws TooManyRequests when it was too often
	 */
	public void take(String kind, String key, int perMinute) {
		var probe = bucket(kind, key, perMinute).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/**
	 * Refuses if the limit is used up, without counting.
	 * @param kind what is counted
	 * @param key for whom
	 * @param perMinute how often a minute is fine
	 * @throws TooManyRequests when it was too often
	 */
	public void check(String kind, String key, int perMinute) {
		var probe = bucket(kind, key, perMinute).estimateAbilityToConsume(1);
		if (!probe.canBeConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/** Forgets what was counted. */
	public void reset() {
		this.buckets.invalidateAll();
	}

	private Bucket bucket(String kind, String key, int perMinute) {
		return this.buckets.get(kind + " " + key,
				(name) -> Bucket.builder()
					.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
					.build());
	}

}
