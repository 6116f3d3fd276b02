package org.gongjian.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Organisations and people, as far as forms need them: one statement a question. */
interface Directory {

	/** Those organisations, by code. */
	Map<String, Known> organisations(Collection<String> codes);

	/** Active organisations that fit. */
	List<Choice> organisations(String q, String side, int limit);

	/** Those people, by id; programs may also name an account. */
	Map<String, Known> people(Collection<String> ids);

	/** Active people of an organisation that fit. */
	List<Choice> people(String q, String organisation, int limit);

	/**
	 * What is known of one.
	 *
	 * @param choice its id and names
	 * @param active whether it may be chosen anew
	 * @param group the side of an organisation, the organisation of a person
	 */
	record Known(Choice choice, boolean active, String group) {
	}

}
