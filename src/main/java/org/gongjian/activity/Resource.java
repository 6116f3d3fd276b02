package org.gongjian.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something an organisation shares with others, 共享资源.
 *
 * @param kind VENUE, LECTURER, POLICY, TECH, JOB or OTHER
 * @param capacity people, or {@code null}
 * @param bookable whether activities can reserve it
 * @param active false once it is shared no more
 */
record Resource(UUID id, String kind, String ownerOrg, String name, Integer capacity, String contact, String note,
		boolean bookable, boolean active, String provenance, String updatedBy, Instant updatedAt, int version) {

	boolean canBeBooked() {
		return this.bookable && this.active;
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
