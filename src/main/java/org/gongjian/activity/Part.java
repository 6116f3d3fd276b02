package org.gongjian.activity;

/**
 * An organisation that takes part.
 *
 * @param organisation its code
 * @param part HOST, CO_HOST or GUEST
 */
record Part(String organisation, String part) {

	static final String HOST = "HOST";

	static final String CO_HOST = "CO_HOST";

	static final String GUEST = "GUEST";

}
