package org.gongjian.engine.picture;

import java.util.Map;
import java.util.Set;

/**
 * Where a case has been and where it is.
 *
 * @param travelled ids of the flows it took
 * @param passed ids of the elements it left
 * @param current ids of the elements where it is
 * @param counts what there is at elements, in a picture of many cases
 */
public record Marking(Set<String> travelled, Set<String> passed, Set<String> current, Map<String, Count> counts) {

	/** Nothing is counted. */
	public Marking(Set<String> travelled, Set<String> passed, Set<String> current) {
		this(travelled, passed, current, Map.of());
	}

	/**
	 * How much there is at an element.
	 *
	 * @param text what its badge says
	 * @param heat from 0 for nothing to 3 for the most
	 * @param failed whether something failed there
	 */
	public record Count(String text, int heat, boolean failed) {
	}

}
