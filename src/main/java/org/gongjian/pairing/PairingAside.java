package org.gongjian.pairing;

import java.util.List;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

/**
 * What another room has to say on the page of a pairing, such as its plaques. A room
 * contributes it by declaring a bean.
 */
public interface PairingAside {

	/** The message key of the heading. */
	String heading();

	/** Its place among the others. */
	int order();

	/** Where all of them are to be seen, or {@code null}. */
	default String all(Pairing pairing) {
		return null;
	}

	/** Where this person begins one more of them for it, or {@code null}. */
	default Begin begin(Actor actor, Pairing pairing) {
		return null;
	}

	/** What to show to this person, empty for nothing. */
	List<Line> lines(Actor actor, Pairing pairing);

	/**
	 * A way to begin something.
	 *
	 * @param label the message key of what it is called
	 * @param href the start form
	 */
	record Begin(String label, String href) {
	}

	/**
	 * One line.
	 *
	 * @param label what it is
	 * @param value what to say of it
	 * @param href where more is to be seen, or {@code null}
	 */
	record Line(Bilingual label, Bilingual value, String href) {
	}

}
