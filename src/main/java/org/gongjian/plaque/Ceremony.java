package org.gongjian.plaque;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An event where plaques are handed over.
 *
 * @param place or {@code null} when not known
 * @param state PLANNED, HELD or CANCELLED
 * @param heldOn the day it was held, or {@code null}
 * @param provenance of demo data, else {@code null}
 * @param updatedBy the account that changed it last
 */
public record Ceremony(UUID id, String title, String place, LocalDate plannedOn, String state, LocalDate heldOn,
		String note, String provenance, String updatedBy, Instant updatedAt, int version) {

	/** Whether it is still to come. */
	public boolean planned() {
		return this.state.equals("PLANNED");
	}

	/** Whether it took place. */
	public boolean held() {
		return this.state.equals("HELD");
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
