package org.gongjian.engine;

import java.time.Instant;

/** Processes of which no case begins any more; those that run go on to their end. */
public interface Retired {

	/** Whether no case of a process begins any more. */
	boolean is(String process);

	/** From now on no case of a process begins. */
	void retire(String process, String by, Instant at);

	/** Cases of a process can begin again. */
	void revive(String process);

}
