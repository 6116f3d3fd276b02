package org.gongjian.web;

import java.time.Duration;

/** Asked too often; answered with 429 and the time to wait. */
public class TooManyRequests extends RuntimeException {

	private final transient Duration wait;

	/**
	 * Refuses.
	 * @param wait how long until the next try may succeed
	 */
	public TooManyRequests(Duration wait) {
		super("wait " + wait);
		this.wait = wait;
	}

	/** How long to wait, in whole seconds, at least one. */
	public long seconds() {
		return Math.max(1, this.wait.plusMillis(999).toSeconds());
	}

}
