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
 * @param changes what became of elements in another version, by id: {@code added},
 * {@code removed}, {@code changed} or {@code moved}
 */
public record Marking(Set<String> travelled, Set<String> passed, Set<String> current, Map<String, Count> counts,
		Map<String, String> changes) {

	/** Nothing is counted or compared. */
	public Marking(Set<String> travelled, Set<String> passed, Set<String> current) {
		this(travelled, passed, current, Map.of(), Map.of());
	}

	/** One of two versions that are compared. */
	public static Marking compared(Map<String, String> changes) {
		return new Marking(Set.of(), Set.of(), Set.of(), Map.of(), changes);
	}

	/** What the picture calls a part besides, with a space in front. */
	String change(String id) {
		return this.changes.containsKey(id) ? " bpmn-" + this.changes.get(id) : "";
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
