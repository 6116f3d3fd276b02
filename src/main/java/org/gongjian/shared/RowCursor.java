package org.gongjian.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of a list that shows the newest first ends: the next begins after it.
 *
 * @param at the moment its last row is sorted by
 * @param id what tells rows of one moment apart
 */
public record RowCursor(Instant at, String id) {

	private static final RowCursor START = new RowCursor(Instant.parse("9999-12-31T00:00:00Z"),
			new UUID(-1, -1).toString());

	/** After a row with an id. */
	public RowCursor(Instant at, UUID id) {
		this(at, id.toString());
	}

	/** After a row with an id that is sorted by a day. */
	public RowCursor(LocalDate day, UUID id) {
		this(day.atStartOfDay(ZoneOffset.UTC).toInstant(), id);
	}

	/** The day, where rows are sorted by one. */
	public LocalDate day() {
		return LocalDate.ofInstant(this.at, ZoneOffset.UTC);
	}

	/**
	 * What an address says; the beginning for nothing.
	 * @throws InvalidInput if it is none of ours
	 */
	public static RowCursor of(String text) {
		if (text == null || text.isBlank()) {
			return START;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
			return new RowCursor(Instant.parse(parts[0]), parts[1]);
		}
		catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
			throw unreadable();
		}
	}

	/** The refusal of a cursor that is none of ours. */
	public static InvalidInput unreadable() {
		return new InvalidInput("cursor", "web.cursor.unreadable");
	}

	/**
	 * The id, where rows have one.
	 * @throws InvalidInput if it is none
	 */
	public UUID uuid() {
		return Ids.parse(this.id).orElseThrow(RowCursor::unreadable);
	}

	/** As it travels in addresses. */
	public String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.at + " " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
