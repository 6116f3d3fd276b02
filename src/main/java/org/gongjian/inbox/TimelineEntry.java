package org.gongjian.inbox;

import java.time.Instant;

/**
 * A line of a case's timeline, in the reader's words.
 *
 * @param action the log's action, lower case
 * @param actor the name of who did it
 * @param actingFor on whose behalf, or {@code null}
 * @param stepName the step, or {@code null}
 * @param decision what was decided, in words, or {@code null}
 * @param comment what was said, or {@code null}
 * @param round how many times the step had been reached
 * @param about the name of whom it concerned, or {@code null}
 * @param quiet whether it only says that the case moved on by itself
 */
public record TimelineEntry(Instant at, String action, String actor, String actingFor, String step, String stepName,
		String decision, String comment, int round, String about, boolean quiet) {
}
