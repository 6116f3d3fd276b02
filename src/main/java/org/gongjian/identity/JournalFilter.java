package org.gongjian.identity;

import java.time.LocalDate;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which journal entries one wants to see; whatever is empty does not matter.
 *
 * @param who the actor
 * @param what the beginning of the kind of event
 * @param q words of subject or detail
 * @param from the first day
 * @param to the last day
 */
public record JournalFilter(String who, String what, String q, @DateTimeFormat(iso = ISO.DATE) LocalDate from,
		@DateTimeFormat(iso = ISO.DATE) LocalDate to) {

	public JournalFilter {
		who = (who == null) ? "" : who.strip();
		what = (what == null) ? "" : what.strip();
		q = (q == null) ? "" : q.strip();
	}

	/** Whether everything is wanted. */
	public boolean isEmpty() {
		return (this.who + this.what + this.q).isEmpty() && this.from == null && this.to == null;
	}

	static long before(String cursor) {
		try {
			return (cursor == null) ? Long.MAX_VALUE : Long.parseLong(cursor);
		}
		catch (NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

}
