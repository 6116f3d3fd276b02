package org.gongjian.engine;

/** Hears of tasks in the engine's transaction. Implemented by the inbox. */
public interface TaskSignals {

	/**
	 * A task opened.
	 * @return who holds it from the start, or {@code null} to leave it in the pool
	 */
	String opened(OpenTask task);

	/** A task ended: completed, or removed by a return, a boundary event or an end. */
	void ended(String taskId, boolean completed);

	/** A working-day timer of a task fired. */
	void timer(String taskId, Timer kind);

	/** What a task's own timers do. */
	enum Timer {

		/** One working day before it is due. */
		REMIND,

		/** One working day after it was due. */
		ESCALATE

	}

}
