package org.gongjian.engine.picture;

import java.util.Map;
import java.util.Set;

/**
 * Where a case has been and where it is.
 *
 * @param travelled ids of the flows it took
 * @param passed ids of the elements it left
 * @param current ids of the elements where it is
 * @param changes what became of elements in another version, by id: {@code added},
 * {@code removed}, {@code changed} or {@code moved}
 */
public record Marking(Set<String> travelled, Set<String> passed, Set<String> current, Map<String, String> changes) {

	public Marking(Set<String> travelled, Set<String> passed, Set<String> current) {
		this(travelled, passed, current, Map.of());
	}

	/** What the picture calls a part besides, with a space in front. */
	String change(String id) {
		return this.changes.containsKey(id) ? " bpmn-" + this.changes.get(id) : "";
	}

}
