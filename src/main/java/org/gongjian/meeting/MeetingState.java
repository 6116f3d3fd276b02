package org.gongjian.meeting;

/** How far a meeting is. */
public enum MeetingState {

	/** Its agenda is being made. */
	PREPARING,

	/** Invitations were sent. */
	INVITED,

	/** It took place, the minutes are being written. */
	HELD,

	/** The chair signed the minutes, the decisions went out. */
	SIGNED,

	/** It does not take place. */
	CANCELLED

}
