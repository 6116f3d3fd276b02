package org.gongjian.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A user task as the engine holds it.
 *
 * @param id the engine's task id
 * @param instance the process instance
 * @param definition the definition the instance runs on
 * @param process the process key
 * @param caseNumber the business key
 * @param step the element id, {@code task-counterpart-confirm}
 * @param stepName its name as drawn
 * @param execution the execution that waits
 * @param body which opening of the node it belongs to: the same for all its members
 * @param slot for whom, see {@link Assignees}
 * @param assignee who holds it, or {@code null} while it is in a pool
 * @param createdAt when it opened
 * @param dueAt when it is due, or {@code null}
 * @param formKey {@code app:task-counterpart-confirm}
 * @param settings the node's {@code camunda:property} settings
 * @param part {@link Members#MEMBER} or {@link Members#HELPER}
 * @param facts the process variables at that moment
 */
public record OpenTask(String id, String instance, String definition, String process, String caseNumber, String step,
		String stepName, String execution, String body, String slot, String assignee, Instant createdAt, Instant dueAt,
		String formKey, Map<String, String> settings, String part, Map<String, Object> facts) {

	/**
	 * Whether the step lies in a sub-process that runs for each of several values, so
	 * that several openings of it are not several rounds.
	 */
	public boolean perRun() {
		return this.settings.containsKey(Settings.PER_RUN);
	}

	/** Whether the step asks its people one after the other. */
	public boolean inTurn() {
		return this.settings.containsKey(Settings.IN_TURN);
	}

}
