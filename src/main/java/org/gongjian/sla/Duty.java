package org.gongjian.sla;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who can be reached on a day while the office is closed.
 *
 * @param note where else, or {@code null}
 */
public record Duty(LocalDate day, String person, String phone, String note, String updatedBy, Instant updatedAt,
		int version) {
}
