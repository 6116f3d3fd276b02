package org.gongjian.operations;

import java.time.Instant;

/**
 * A process that is suspended, or whose cases are just going on again.
 *
 * @param by who suspended it
 * @param resumedBy who lets it go on, or {@code null} while it is suspended
 * @param cases how many of its cases run
 * @param held how many of them are held with it by now
 */
public record ProcessHold(String process, String reason, String by, Instant at, String resumedBy, Instant resumedAt,
		int cases, int held) {

	/** Whether its cases are going on again. */
	public boolean resuming() {
		return this.resumedBy != null;
	}

}
