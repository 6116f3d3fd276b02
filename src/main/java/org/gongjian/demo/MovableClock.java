package org.gongjian.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the demonstration: the real one and as much ahead of it as somebody moved
 * it. A restart keeps where it stands.
 */
@Component
@Profile("demo")
class MovableClock extends Clock {

	private final Clock real = Clock.systemUTC();

	private final ClockTable table;

	private volatile Duration ahead;

	MovableClock(ClockTable table) {
		this.table = table;
		this.ahead = table.ahead();
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		MovableClock movable = this;
		return new Clock() {

			@Override
			public Instant instant() {
				return movable.instant();
			}

			@Override
			public ZoneId getZone() {
				return zone;
			}

			@Override
			public Clock withZone(ZoneId other) {
				return movable.withZone(other);
			}

		};
	}

	/**
	 * Moves the clock on.
	 * @return false if it shows a later time already
	 */
	synchronized boolean moveTo(Instant now) {
		Duration wanted = Duration.between(this.real.instant(), now);
		if (wanted.compareTo(this.ahead) < 0) {
			return false;
		}
		this.table.ahead(wanted);
		this.ahead = wanted;
		return true;
	}

}
