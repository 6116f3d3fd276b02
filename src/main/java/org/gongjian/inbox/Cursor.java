package org.gongjian.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

import org.gongjian.shared.InvalidInput;

/**
 * Where a page of a list ends: the next begins after it.
 *
 * @param sort how the list was sorted
 * @param key what its last row was sorted by, or {@code null} before the first row
 * @param id the id of its last row
 * @param seen how many rows it and those before it are
 */
record Cursor(Sort sort, String key, String id, int seen) {

	/** Before the first row of a list of cases. */
	static final Cursor START = new Cursor(Sort.NEWEST, "9999-12-31T00:00:00Z", "", 0);

	/** The place in a list of cases, which are newest first. */
	static Cursor of(String text) {
		return (text == null || text.isBlank()) ? START : read(text, Sort.NEWEST);
	}

	static Cursor of(Instant at, String id) {
		return new Cursor(Sort.NEWEST, at.toString(), id, 0);
	}

	/** The place in a list sorted so. */
	static Cursor of(String text, Sort sort) {
		return (text == null || text.isBlank()) ? new Cursor(sort, null, "", 0) : read(text, sort);
	}

	private static Cursor read(String text, Sort sort) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			String[] parts = plain.split("\n", -1);
			if (parts.length != 4 || !parts[0].equals(sort.code())) {
				throw new InvalidInput("cursor", "inbox.cursor.unreadable");
			}
			if (sort.time()) {
				Instant.parse(parts[1]);
			}
			return new Cursor(sort, parts[1], parts[2], Integer.parseInt(parts[3]));
		}
		catch (IllegalArgumentException | DateTimeParseException unreadable) {
			throw new InvalidInput("cursor", "inbox.cursor.unreadable");
		}
	}

	boolean first() {
		return this.key == null;
	}

	Instant at() {
		return Instant.parse(this.key);
	}

	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(String.join("\n", this.sort.code(), this.key, this.id, Integer.toString(this.seen))
				.getBytes(StandardCharsets.UTF_8));
	}

}
