package org.gongjian.organisation;

import java.util.List;

/**
 * A field that stands differently in the register than in a form.
 *
 * @param field its name
 * @param now what the register says
 */
record Difference(String field, String now) {

	/** The differences when somebody else changed the register since, else none. */
	static <R extends Record> List<Difference> between(R typed, R register, int from, int now) {
		return (from == now) ? List.of()
				: Changes.names(typed, register)
					.stream()
					.map((name) -> new Difference(name, Changes.value(register, name)))
					.toList();
	}

}
