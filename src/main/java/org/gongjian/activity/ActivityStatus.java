package org.gongjian.activity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The states of an activity that the register keeps. */
enum ActivityStatus {

	/** Proposed, not assessed yet. */
	DRAFT,

	/** Somebody confirms, reviews or approves it. */
	UNDER_REVIEW,

	/** Back at its proposer: prohibited as it stands. */
	RETURNED,

	/** Approved or filed, about to be published. */
	APPROVED,

	/** Numbered and in the calendar. */
	PUBLISHED,

	/** Held, its record accepted. */
	CONFIRMED,

	/** Its costs are settled. */
	SETTLED,

	/** Closed. */
	ARCHIVED,

	/** Not approved. */
	REJECTED,

	/** Taken back by its proposer. */
	WITHDRAWN,

	/** Not revised before its day. */
	LAPSED,

	/** Called off. */
	CANCELLED,

	/** Put off to another day, to be approved anew. */
	POSTPONED,

	/** Nobody recorded it. */
	NOT_EVIDENCED;

	/** Those in which it can still be called off. */
	static final Set<ActivityStatus> AHEAD = EnumSet.of(DRAFT, UNDER_REVIEW, RETURNED, APPROVED, PUBLISHED, POSTPONED);

	/** Those before it is published. */
	static final Set<ActivityStatus> PROPOSED = EnumSet.of(DRAFT, UNDER_REVIEW, RETURNED, APPROVED, POSTPONED);

	/** Those in which it stands in the calendar. */
	static final Set<ActivityStatus> PUBLIC = EnumSet.of(PUBLISHED, CONFIRMED, SETTLED, ARCHIVED);

	/** Those in which its record was accepted. */
	static final Set<ActivityStatus> RECORDED = EnumSet.of(CONFIRMED, SETTLED, ARCHIVED);

	/** Those in which it is over or will never be held. */
	static final Set<ActivityStatus> OVER = EnumSet
		.complementOf(EnumSet.of(DRAFT, UNDER_REVIEW, RETURNED, APPROVED, PUBLISHED, POSTPONED, CONFIRMED, SETTLED));

	/**
	 * The state as people call it: a published activity is under way while it lasts, and
	 * waits for its record after that.
	 */
	String at(Instant now, Instant startsAt, Instant endsAt) {
		if (this != PUBLISHED || startsAt == null || now.isBefore(startsAt)) {
			return name();
		}
		return now.isBefore(endsAt) ? "IN_PROGRESS" : "RECORDING";
	}

}
