package org.gongjian.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A decision about a pairing in force that was inactive or at rest.
 *
 * @param note why, or what was talked about
 * @param by a username
 * @param on the day at the office
 */
public record WatchEntry(UUID id, UUID pairing, Kind kind, String note, String by, Instant at, LocalDate on) {

	/** What was decided. */
	public enum Kind {

		/** 约谈. */
		TALK,

		/** 暂停. */
		SUSPEND,

		/** 恢复. */
		RESUME

	}

}
