package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One value a parameter had, has or will have.
 *
 * @param sequence 1 for the start value, then counted up
 */
record ParameterChange(String key, String value, LocalDate validFrom, String reason, String changedBy,
		Instant changedAt, int sequence) {
}
