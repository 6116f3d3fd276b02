package org.gongjian.form;

import java.util.Map;

import org.gongjian.shared.Actor;

/**
 * What a start form begins with when there is no draft. A room implements it for its own
 * process.
 */
public interface Prefill {

	/** The process whose start form it fills in. */
	String process();

	/** The values of fields, as a case keeps them. */
	Map<String, Object> values(Actor actor);

	/**
	 * The same, for a link that says what the form is about.
	 * @param asked the parameters of the link
	 */
	default Map<String, Object> values(Actor actor, Map<String, String> asked) {
		return values(actor);
	}

}
