package org.gongjian.demo;

import java.time.Duration;
import java.time.Instant;

import org.gongjian.engine.EngineClock;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Moves the clock of business and engine together. Whatever waits for a time hears
 * {@link ClockMoved} and does what has become due.
 */
@Service
@Profile("demo")
class DemoClock {

	private static final Duration FURTHEST = Duration.ofDays(3660);

	private final MovableClock clock;

	private final EngineClock engine;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	DemoClock(MovableClock clock, EngineClock engine, Journal journal, ApplicationEventPublisher events) {
		this.clock = clock;
		this.engine = engine;
		this.journal = journal;
		this.events = events;
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Moves the clock.
	 * @param to later than it shows now
	 */
	Instant move(Instant to, Actor by) {
		if (!by.has("sys-admin")) {
			throw new NotAllowed("demo.clock.administrators-only");
		}
		Instant before = this.clock.instant();
		if (Duration.between(before, to).compareTo(FURTHEST) > 0) {
			throw new InvalidInput("now", "demo.clock.too-far", FURTHEST.toDays());
		}
		if (!this.clock.moveTo(to)) {
			throw new InvalidInput("now", "demo.clock.back");
		}
		this.engine.adopt();
		this.journal.record("demo.clock-moved", to.toString(), "from " + before);
		this.events.publishEvent(new ClockMoved(this.clock.instant()));
		return this.clock.instant();
	}

}
