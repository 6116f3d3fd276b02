package org.gongjian.shared;

import java.time.Instant;

/**
 * The clock of the demonstration was moved forward; what has become due should be done.
 *
 * @param now what the clock shows now
 */
public record ClockMoved(Instant now) {
}
