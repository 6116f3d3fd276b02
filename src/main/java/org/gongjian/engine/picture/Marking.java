package org.gongjian.engine.picture;

import java.util.Set;

/**
 * Where a case has been and where it is.
 *
 * @param travelled ids of the flows it took
 * @param passed ids of the elements it left
 * @param current ids of the elements where it is
 */
public record Marking(Set<String> travelled, Set<String> passed, Set<String> current) {
}
