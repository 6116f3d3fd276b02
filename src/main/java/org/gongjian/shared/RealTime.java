package org.gongjian.shared;

import java.time.Clock;
import java.time.Instant;

/**
 * What time it really is, however far somebody moved the clock of a demonstration: for
 * what is promised to programs, which do not live in the moved time.
 *
 * @param clock the clock nobody moves
 */
public record RealTime(Clock clock) {

	/** Now. */
	public Instant now() {
		return this.clock.instant();
	}

}
