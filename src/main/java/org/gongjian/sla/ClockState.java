package org.gongjian.sla;

/** Whether a clock runs. */
public enum ClockState {

	/** Time passes. */
	RUNNING,

	/** Time does not count, somebody else is waited for. */
	PAUSED,

	/** What was owed was done. */
	MET,

	/** It is not owed any more. */
	CANCELLED;

	/** Whether it is still owed. */
	public boolean open() {
		return this == RUNNING || this == PAUSED;
	}

}
