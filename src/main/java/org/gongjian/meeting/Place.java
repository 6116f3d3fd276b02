package org.gongjian.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A place in a list that is sorted by time, latest first. */
record Place(Instant at, UUID id) {

	private static final Place BEGINNING = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

	/** The place a cursor says; the beginning for anything else. */
	static Place of(String cursor) {
		int cut = (cursor == null) ? -1 : cursor.indexOf('_');
		if (cut < 0) {
			return BEGINNING;
		}
		try {
			return new Place(Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1)));
		}
		catch (DateTimeException | IllegalArgumentException unreadable) {
			return BEGINNING;
		}
	}

	static String after(Meeting meeting) {
		return meeting.meetsAt() + "_" + meeting.id();
	}

}
