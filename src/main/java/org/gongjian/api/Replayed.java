package org.gongjian.api;

/** The request was carried out before; its first answer is to be given again. */
class Replayed extends RuntimeException {

	/** Says that an answer was given before. */
	static final String HEADER = "Idempotency-Replayed";

	private final transient Answered answered;

	Replayed(Answered answered) {
		super("replayed", null, false, false);
		this.answered = answered;
	}

	Answered answered() {
		return this.answered;
	}

}
