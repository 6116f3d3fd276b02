package org.gongjian.pairing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;

/**
 * Where a page of the register ends: the next begins after it.
 *
 * @param at when its last row was proposed
 * @param id the id of its last row
 */
record ListCursor(Instant at, UUID id) {

	private static final ListCursor START = new ListCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

	static ListCursor of(String text) {
		if (text == null || text.isBlank()) {
			return START;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
			return new ListCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
		}
		catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
			throw new InvalidInput("cursor", "pairing.cursor.unreadable");
		}
	}

	static String after(Pairing last) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((last.proposedAt() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
	}

}
