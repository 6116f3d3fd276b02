package org.gongjian.notification;

/** Why somebody is told. */
enum Kind {

	/** A task to decide. */
	TASK,

	/** A task is due soon, or was. */
	REMINDER,

	/** A task of others was not done in time. */
	ESCALATED,

	/** Whoever asked waits for the task. */
	URGED,

	/** One's own case went back to an earlier step. */
	RETURNED,

	/** One's own case is over. */
	ENDED,

	/** Somebody wrote in the discussion. */
	COMMENT,

	/** A copy of a case, for information. */
	COPY,

	/** Somebody was named in the discussion. */
	MENTION,

	/** A form that somebody else will send, to help with. */
	EDIT

}
