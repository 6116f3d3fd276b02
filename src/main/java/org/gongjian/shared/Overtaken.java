package org.gongjian.shared;

import java.time.Instant;

/** Somebody was first; answered with 409 that says who, when and what. */
public class Overtaken extends RuntimeException {

	private final String code;

	private final String decidedBy;

	private final transient Instant decidedAt;

	private final String decision;

	/**
	 * Refuses the second.
	 * @param code a message key that says what happened
	 * @param decidedBy who was first, or {@code null} when nobody in particular
	 * @param decidedAt when
	 * @param decision what was decided
	 */
	public Overtaken(String code, String decidedBy, Instant decidedAt, String decision) {
		super(code + " " + decidedBy);
		this.code = code;
		this.decidedBy = decidedBy;
		this.decidedAt = decidedAt;
		this.decision = decision;
	}

	public Overtaken(String code) {
		this(code, null, null, null);
	}

	/** The message key. */
	public String code() {
		return this.code;
	}

	/** Who was first, or {@code null}. */
	public String decidedBy() {
		return this.decidedBy;
	}

	/** When, or {@code null}. */
	public Instant decidedAt() {
		return this.decidedAt;
	}

	/** What was decided, or {@code null}. */
	public String decision() {
		return this.decision;
	}

}
