package org.gongjian.sla;

import java.time.Instant;

/**
 * A time in which a clock did not run.
 *
 * @param to its end, or {@code null} while it lasts
 */
public record Pause(Instant from, Instant to, PauseReason reason) {
}
