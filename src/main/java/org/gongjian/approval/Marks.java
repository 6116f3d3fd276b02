package org.gongjian.approval;

import org.gongjian.shared.ReadOnce;

/**
 * What there may be beside an open task. It is read with the task, so that what there is
 * not is not looked for.
 *
 * @param excluded whether anybody is not to be asked for it any more
 * @param beside whether anybody was added beside it
 * @param wayBack whether somebody waits for the case to come straight back from its step
 */
record Marks(boolean excluded, boolean beside, boolean wayBack) {

	private static final Marks PERHAPS = new Marks(true, true, true);

	/** Those of a task, as far as it was read in the same look. */
	static Marks of(String taskId) {
		return ReadOnce.of(Marks.class, taskId, () -> PERHAPS);
	}

	/** Notes them for the rest of the look. */
	void noted(String taskId) {
		ReadOnce.of(Marks.class, taskId, () -> this);
	}

}
