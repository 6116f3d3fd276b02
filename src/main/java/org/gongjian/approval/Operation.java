package org.gongjian.approval;

/** What a person may do with a task besides deciding it. */
public enum Operation {

	/** Take it out of the pool. */
	CLAIM,

	/** Put it back into the pool. */
	RELEASE,

	/** Send it back to an earlier step. */
	RETURN,

	/** Help to write its form, which somebody else sends. */
	EDIT,

	/** Say that one has a conflict of interest: others are asked. */
	CONFLICT,

	/** Hand it to somebody else for good. */
	TRANSFER,

	/** Ask somebody before deciding. */
	DELEGATE,

	/** Answer what one was asked. */
	ANSWER,

	/** Take a question back. */
	TAKE_BACK,

	/** Add people who sign before, after or together with oneself. */
	ADD_SIGNERS,

	/** Take out somebody added who has not acted. */
	REMOVE_SIGNER;

	/** The name programs use, {@code add-signers}. */
	public String code() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

}
