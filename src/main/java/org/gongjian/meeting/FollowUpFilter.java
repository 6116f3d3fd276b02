package org.gongjian.meeting;

import java.time.LocalDate;

/**
 * What a list of follow-up tasks is narrowed to.
 *
 * @param state or {@code null} for all
 * @param organisation the code of the one they are for, or {@code null} for all
 * @param before they were due before this day, or {@code null} for any
 */
public record FollowUpFilter(String state, String organisation, LocalDate before) {

	/** Those of a state, or all for {@code null}. */
	public static FollowUpFilter of(String state) {
		return new FollowUpFilter(state, null, null);
	}

}
