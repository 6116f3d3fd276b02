package org.gongjian.form;

import org.gongjian.shared.Bilingual;

/**
 * One decision a step offers.
 *
 * @param code what routing reads, {@code APPROVE}
 * @param label what the button says
 * @param kind how it is meant, for colour and order
 * @param commentRequired whether a comment must say why
 */
public record Decision(String code, Bilingual label, Kind kind, boolean commentRequired) {

	/** The decision of a step that offers none: it is done. */
	public static final Decision COMPLETE = new Decision("COMPLETE", new Bilingual("Done", "办结"), Kind.POSITIVE, false);

	/** How a decision is meant. */
	public enum Kind {

		/** The case goes on. */
		POSITIVE,

		/** The case ends or goes back. */
		NEGATIVE,

		/** Neither. */
		NEUTRAL

	}

}
