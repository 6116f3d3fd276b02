package org.gongjian.form;

import java.util.Map;

import org.gongjian.shared.Bilingual;

/**
 * One decision a step offers.
 *
 * @param code what routing reads, {@code APPROVE}
 * @param label what the button says
 * @param kind how it is meant, for colour and order
 * @param commentRequired whether a comment must say why
 * @param leavesForm whether the rest of the form is neither checked nor kept: somebody
 * who gives up need not fill it in
 * @param when the facts of a case under which it is offered, or {@code null} for always
 */
public record Decision(String code, Bilingual label, Kind kind, boolean commentRequired, boolean leavesForm,
		When when) {

	/** The decision of a step that offers none: it is done. */
	public static final Decision COMPLETE = new Decision("COMPLETE", new Bilingual("Done", "办结"), Kind.POSITIVE, false);

	/** A decision that is always offered and made with the whole form. */
	public Decision(String code, Bilingual label, Kind kind, boolean commentRequired) {
		this(code, label, kind, commentRequired, false, null);
	}

	/** Whether it is offered where these facts are true. */
	public boolean offered(Map<String, Object> facts) {
		return this.when == null || this.when.oneOf()
			.entrySet()
			.stream()
			.allMatch((entry) -> Conditions.holds(facts.get(entry.getKey()), entry.getValue()));
	}

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
