package org.gongjian.notification;

import java.time.Instant;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;

/** Where a page of a list ends: the moment and id of its last row. */
record Place(Instant at, UUID id) {

	private static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

	static Place of(String cursor) {
		if (cursor == null || cursor.isBlank()) {
			return FIRST;
		}
		try {
			String[] parts = cursor.split("_", 2);
			return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
		}
		catch (RuntimeException unreadable) {
			throw new InvalidInput("cursor", "notification.cursor.unreadable");
		}
	}

	String text() {
		return this.at + "_" + this.id;
	}

}
