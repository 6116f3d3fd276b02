package org.gongjian.activity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;

/**
 * Where a page of a list that shows the newest first ends: the next begins after it.
 *
 * @param at the moment its last row is sorted by
 * @param id the id of its last row
 */
record Cursor(Instant at, UUID id) {

	private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

	static Cursor of(String text) {
		if (text == null || text.isBlank()) {
			return START;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
			return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
		}
		catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
			throw new InvalidInput("cursor", "activity.cursor.unreadable");
		}
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.at + " " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
