package org.gongjian.plaque;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody says that one recipient of a notice should not get its plaque.
 *
 * @param number counted from 1 within the notice
 * @param organisation whom it is about
 * @param raisedBy the account; shown to those who check it, to nobody else
 * @param objector the name to be named, or {@code null}
 * @param contact how to reach them, or {@code null}
 * @param state OPEN, UPHELD or DISMISSED
 * @param findings what was found out, or {@code null}
 * @param late whether it was raised after the notice
 * @param settledBy who settled one raised late, or {@code null}
 */
record Objection(UUID id, UUID notice, int number, String organisation, String raisedBy, String objector,
		String contact, String claim, String state, String findings, Instant raisedAt, Instant settledAt, boolean late,
		String settledBy) {

	/** Whether nobody has settled it. */
	public boolean open() {
		return this.state.equals("OPEN");
	}

}
