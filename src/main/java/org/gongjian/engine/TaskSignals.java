package org.gongjian.engine;

/** Hears of tasks in the engine's transaction. Implemented by the inbox. */
public interface TaskSignals {

	/**
	 * A task opened.
	 * @return who holds it from the start, or {@code null} to leave it in the pool
	 */
	String opened(OpenTask task);

	/**
	 * Whether a task that has just opened is decided at once, before anybody looks at it.
	 * @return the decision, or {@code null}
	 */
	default String decidedAtOnce(OpenTask task) {
		return null;
	}

	/**
	 * A node was passed because nobody was found for it and its setting says so.
	 * @param decision what it counts as
	 */
	default void skipped(String caseNumber, String step, String stepName, String decision) {
	}

	/** A task ended. */
	void ended(String taskId, Ending how);

	/** A working-day timer of a task fired. */
	void timer(String taskId, Timer kind);

	/** How a task ends. */
	enum Ending {

		/** Somebody decided it. */
		COMPLETED,

		/** The node was certain before it was decided. */
		NOT_NEEDED,

		/** A return, a boundary event or the end of the case took it away. */
		TAKEN_AWAY

	}

	/** What a task's own timers do. */
	enum Timer {

		/** One working day before it is due. */
		REMIND,

		/** One working day after it was due. */
		ESCALATE

	}

}
