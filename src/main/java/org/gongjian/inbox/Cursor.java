package org.gongjian.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

import org.gongjian.shared.InvalidInput;

/**
 * Where a page of a list ends: the next begins after it.
 *
 * @param at the sort time of its last row
 * @param id the id of its last row
 */
record Cursor(Instant at, String id) {

	/** Before the first row. */
	static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

	static Cursor of(String text) {
		if (text == null || text.isBlank()) {
			return START;
		}
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			int space = plain.indexOf(' ');
			return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
		}
		catch (IllegalArgumentException | DateTimeParseException | StringIndexOutOfBoundsException unreadable) {
			throw new InvalidInput("cursor", "inbox.cursor.unreadable");
		}
	}

	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.at + " " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
