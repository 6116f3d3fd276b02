package org.gongjian.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.gongjian.shared.InvalidInput;

/**
 * Where in which list a task was opened, so that the next one can follow it. It travels
 * in addresses.
 *
 * @param view the list
 * @param filter what the list was narrowed to
 * @param cursor of the task's row
 * @param of how many rows the list had
 */
record Place(View view, Filter filter, Cursor cursor, String of) {

	/** What an address says; nothing if it says nothing of use. */
	static Optional<Place> of(String text) {
		if (text == null || text.isBlank() || text.length() > 2000) {
			return Optional.empty();
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
			Filter filter = Filter.ofQuery(parts[1]);
			return View.of(parts[0])
				.map((view) -> new Place(view, filter, Cursor.of(parts[2], Sort.of(filter.sort())), parts[3]));
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | InvalidInput unreadable) {
			return Optional.empty();
		}
	}

	public String text() {
		String plain = String.join("\n", this.view.code(), this.filter.query(), this.cursor.text(), this.of);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	/** The same after the row has left the list: those behind it have moved up. */
	Place gone() {
		return new Place(this.view, this.filter,
				new Cursor(this.cursor.sort(), this.cursor.key(), this.cursor.id(), this.cursor.seen() - 1), this.of);
	}

	/** Which of how many, from 1. */
	public int number() {
		return this.cursor.seen();
	}

	/** Where the list is. */
	public String path() {
		String query = this.filter.query();
		return ((this.view == View.DONE) ? "/done" : "/inbox") + (query.isEmpty() ? "?all=true" : "?" + query);
	}

}
