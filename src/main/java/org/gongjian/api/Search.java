package org.gongjian.api;

import java.util.Collection;
import java.util.stream.Collectors;

import org.gongjian.shared.InvalidInput;

/** What lists are searched for. */
final class Search {

	private static final int LONGEST = 200;

	private Search() {
	}

	/** A text to search for, not too long. */
	static String text(String q) {
		if (q != null && q.length() > LONGEST) {
			throw new InvalidInput("q", "api.violation.long", LONGEST);
		}
		return q;
	}

	/** Names to choose from, for a message. */
	static String list(Collection<?> names) {
		return names.stream().map(Object::toString).collect(Collectors.joining(", "));
	}

}
