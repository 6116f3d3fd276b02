package org.gongjian.approval;

/** What a person may do with a task besides deciding it. */
public enum Operation {

	/** Take it out of the pool. */
	CLAIM,

	/** Put it back into the pool. */
	RELEASE,

	/** Send it back to an earlier step. */
	RETURN,

	/** Say that one has a conflict of interest: others are asked. */
	CONFLICT

}
