package org.gongjian.shared;

import java.util.Optional;
import java.util.UUID;

/** Ids that come from outside. */
public final class Ids {

	private static final int LENGTH = 36;

	private Ids() {
	}

	/** The id a text is, written out as usual; nothing for anything else. */
	public static Optional<UUID> parse(String text) {
		try {
			return (text == null || text.length() != LENGTH) ? Optional.empty()
					: Optional.of(UUID.fromString(text)).filter((id) -> id.toString().equalsIgnoreCase(text));
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

	/** Whether a text is an id, written out. */
	public static boolean isId(String text) {
		return parse(text).isPresent();
	}

}
