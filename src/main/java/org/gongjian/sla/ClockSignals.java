package org.gongjian.sla;

import java.time.Instant;

/** Hears of clocks, in the transaction in which a stage is noted. */
public interface ClockSignals {

	/**
	 * Called before the clock itself is locked: takes the lock of the case, so that the
	 * round and people who work at the case wait for each other in the same order.
	 */
	void hold(String subject);

	/**
	 * A clock reached a stage. An exception undoes this firing; it is tried again a
	 * minute later.
	 */
	void fired(Fired fired);

	/**
	 * A stage of a clock.
	 *
	 * @param percent of the time, for warnings
	 * @param at when the stage was reached; earlier than now when the house was down
	 */
	record Fired(String subject, ClockKind kind, Stage stage, int percent, Instant at, Instant dueAt) {
	}

}
