package org.gongjian.organisation;

/** Whether a person is a member of the Party. */
public enum Membership {

	/** 正式党员. */
	FORMAL,

	/** 预备党员. */
	PROBATIONARY,

	/** Not a member. */
	NO

}
