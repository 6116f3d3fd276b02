package org.gongjian.casefile;

import java.time.Instant;

/**
 * Who changed which field of a case when.
 *
 * @param revision the case's revision that the change made
 * @param before its JSON before, {@code null} when it was new
 * @param after its JSON after, {@code null} when it was removed
 * @param step the step in which it was changed, or {@code null}
 */
public record FieldChange(int revision, String name, String before, String after, String actor, String step,
		Instant at) {
}
