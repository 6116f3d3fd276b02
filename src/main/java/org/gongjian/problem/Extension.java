package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A request for more time.
 *
 * @param state REQUESTED, GRANTED or REFUSED
 */
record Extension(UUID id, String number, String requestedBy, Instant requestedAt, String reason, LocalDate newDue,
		String state, String decidedBy, Instant decidedAt, String note) {

	boolean open() {
		return this.state.equals("REQUESTED");
	}

}
