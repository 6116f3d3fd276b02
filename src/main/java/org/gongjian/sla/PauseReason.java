package org.gongjian.sla;

/** Why a clock does not run. */
public enum PauseReason {

	/** The reporter was asked something. */
	WAITING_REPORTER,

	/** Put aside with a promise to look again. */
	PARKED,

	/** Another authority has it. */
	REFERRED

}
