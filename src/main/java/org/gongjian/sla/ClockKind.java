package org.gongjian.sla;

/** What is owed. */
public enum ClockKind {

	/** The first answer. */
	RESPONSE,

	/** A plan. */
	PLAN,

	/** The solution. */
	RESOLVE

}
