package org.gongjian.shared;

/** Known and visible, but not allowed for this actor; answered with 403. */
public class NotAllowed extends RuntimeException {

	private final String code;

	/**
	 * Refuses.
	 * @param code a message key that says why
	 */
	public NotAllowed(String code) {
		super(code);
		this.code = code;
	}

	/** The message key. */
	public String code() {
		return this.code;
	}

}
