package org.gongjian.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock in step with the clock of the house. */
@Component
public class EngineClock {

	private final Clock clock;

	EngineClock(Clock clock) {
		this.clock = clock;
	}

	/** Makes the engine read what the house's clock says now and run on from there. */
	public void adopt() {
		ClockUtil.resetClock();
		Date engine = ClockUtil.getCurrentTime();
		Duration ahead = Duration.between(engine.toInstant(), this.clock.instant());
		if (ahead.abs().compareTo(Duration.ofSeconds(1)) > 0) {
			ClockUtil.offset(ahead.toMillis());
		}
	}

}
