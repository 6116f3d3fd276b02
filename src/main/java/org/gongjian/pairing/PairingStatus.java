package org.gongjian.pairing;

import java.util.EnumSet;
import java.util.Set;

/** The states of a pairing. */
public enum PairingStatus {

	/** Proposed, not eligible yet. */
	DRAFT,

	/** The two sides are talking. */
	CONSULTING,

	/** The agreement is drafted and being reviewed. */
	UNDER_REVIEW,

	/** Approved and numbered, not signed by both. */
	APPROVED,

	/** 生效中. */
	IN_FORCE,

	/** In force, at rest for a while. */
	SUSPENDED,

	/** In force, near its end. */
	EXPIRING,

	/** Ended by a new pairing of the same two. */
	RENEWED,

	/** Its term is over. */
	EXPIRED,

	/** 解除. */
	TERMINATED,

	/** Not approved. */
	REJECTED,

	/** The two sides did not come together. */
	DECLINED,

	/** Taken back by the proposer. */
	WITHDRAWN,

	/** Not corrected or not signed in time. */
	LAPSED,

	/** One side was dissolved before it came into force. */
	VOID;

	/** Those in which the pair is taken and cannot be proposed again. */
	static final Set<PairingStatus> TAKEN = EnumSet.of(CONSULTING, UNDER_REVIEW, APPROVED, IN_FORCE, SUSPENDED,
			EXPIRING);

	/** Those in which the two are paired. */
	static final Set<PairingStatus> PAIRED = EnumSet.of(IN_FORCE, SUSPENDED, EXPIRING);

	/** Those in which they were paired once. */
	static final Set<PairingStatus> ENDED = EnumSet.of(RENEWED, EXPIRED, TERMINATED);

	/** Whether the two are paired in this state. */
	public boolean paired() {
		return PAIRED.contains(this);
	}

	boolean taken() {
		return TAKEN.contains(this);
	}

}
