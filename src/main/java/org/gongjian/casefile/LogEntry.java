package org.gongjian.casefile;

import java.time.Instant;

/**
 * One line of a case's action log; lines are only ever added.
 *
 * @param at when, {@code null} when not yet written
 * @param actor who did it
 * @param actingFor on whose behalf, or {@code null}
 * @param action what was done, {@code DECIDED}, {@code RETURNED}, {@code OPENED} …
 * @param step the element id, or {@code null}
 * @param stepName its name as drawn, {@code English 中文}
 * @param slot for whom the task was, or {@code null}
 * @param task the engine's task id, or {@code null}
 * @param round how many times the step had been reached, from 1; 0 outside steps
 * @param decision the code of the decision, or {@code null}
 * @param comment what was said, or {@code null}
 * @param about whom it concerned besides who did it, or {@code null}
 */
public record LogEntry(Instant at, String actor, String actingFor, String action, String step, String stepName,
		String slot, String task, int round, String decision, String comment, String about) {

	/** A line that concerns nobody else. */
	public LogEntry(Instant at, String actor, String actingFor, String action, String step, String stepName,
			String slot, String task, int round, String decision, String comment) {
		this(at, actor, actingFor, action, step, stepName, slot, task, round, decision, comment, null);
	}

	/** A line about the case as a whole. */
	public static LogEntry of(String actor, String action, String decision, String comment) {
		return new LogEntry(null, actor, null, action, null, null, null, null, 0, decision, comment);
	}

	/** The same, at a moment. */
	LogEntry at(Instant moment) {
		return new LogEntry(moment, this.actor, this.actingFor, this.action, this.step, this.stepName, this.slot,
				this.task, this.round, this.decision, this.comment, this.about);
	}

	/** The same, concerning somebody. */
	public LogEntry concerning(String username) {
		return new LogEntry(this.at, this.actor, this.actingFor, this.action, this.step, this.stepName, this.slot,
				this.task, this.round, this.decision, this.comment, username);
	}

	/** A line about a step that the system itself did. */
	public static LogEntry step(String action, String step, String stepName, String decision, String comment) {
		return new LogEntry(null, "system", null, action, step, stepName, null, null, 0, decision, comment);
	}

}
