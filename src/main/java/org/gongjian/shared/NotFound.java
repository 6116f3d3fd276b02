package org.gongjian.shared;

/** Unknown, or not visible to the one who asks: both are answered with the same 404. */
public class NotFound extends RuntimeException {

	public NotFound(String what) {
		super(what);
	}

}
