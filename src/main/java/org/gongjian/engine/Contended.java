package org.gongjian.engine;

/**
 * Two transactions changed the same node at once and this one lost; nothing was written.
 * Trying again in a new transaction is right.
 */
public class Contended extends RuntimeException {

	Contended(Throwable cause) {
		super(cause);
	}

}
