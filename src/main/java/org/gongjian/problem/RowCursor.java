package org.gongjian.problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import org.gongjian.shared.InvalidInput;

/**
 * Where a page of a list ends: the next begins after it.
 *
 * @param at the moment of its last row
 * @param id what tells rows of one moment apart
 */
record RowCursor(Instant at, String id) {

	private static final RowCursor START = new RowCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

	static RowCursor of(String text) {
		if (text == null || text.isBlank()) {
			return START;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
			return new RowCursor(Instant.parse(parts[0]), parts[1]);
		}
		catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
			throw new InvalidInput("cursor", "problem.cursor.unreadable");
		}
	}

	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.at + " " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
