package org.gongjian.web;

import org.gongjian.shared.Actor;

/** Says on every page how much news waits for its reader. */
public interface Bell {

	/** Up to this many are counted. */
	int MOST = 99;

	/** How many messages the person has not read, at most {@link #MOST} and one more. */
	int unread(Actor actor);

	/** Where they are read. */
	String path();

}
