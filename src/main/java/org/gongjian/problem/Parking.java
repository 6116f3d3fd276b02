package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A time on the parked list 挂账.
 *
 * @param category HISTORIC, POLICY, MONEY or SUPERIOR
 * @param signedBy the leader who decided it
 * @param endedAt when it was reviewed, or {@code null} while it lasts
 */
record Parking(String number, Instant parkedAt, String reason, String category, LocalDate promisedReview,
		String signedBy, String nextAction, Instant endedAt) {
}
