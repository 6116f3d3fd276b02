package org.gongjian.plaque;

import java.time.LocalDate;

/**
 * What the public may know of a plaque.
 *
 * @param since from when on it has been in force; {@code null} unless it is
 */
public record Verification(Standing standing, LocalDate since) {

	static final Verification UNKNOWN = new Verification(Standing.UNKNOWN, null);

	/** How a number stands. */
	public enum Standing {

		/** Genuine and in force. */
		IN_FORCE,

		/** Was allocated, but does not count now. */
		NOT_IN_FORCE,

		/** Was never allocated. */
		UNKNOWN

	}

}
