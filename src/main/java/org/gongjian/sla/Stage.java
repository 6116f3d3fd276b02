package org.gongjian.sla;

/** What a clock tells while it runs out. */
public enum Stage {

	/** A reminder at an interval, before it is due. */
	REMINDER,

	/** A part of the time is over. */
	YELLOW,

	/** It is due now. */
	RED,

	/** It was due two working days ago. */
	BREACHED

}
