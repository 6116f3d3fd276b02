package org.gongjian.engine;

import java.time.Instant;

/**
 * Turns durations such as {@code P3WD} (working days) into instants. Implemented by the
 * calendar room.
 */
public interface DueDates {

	/**
	 * The moment that far after a start.
	 * @param duration {@code PnWD}, n may be negative; {@code P0.5WD}, half a working
	 * day; or ISO 8601 ({@code P30D}, {@code PT2H})
	 * @throws IllegalArgumentException if it is neither
	 */
	Instant after(Instant start, String duration);

}
