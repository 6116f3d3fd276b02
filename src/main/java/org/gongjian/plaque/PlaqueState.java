package org.gongjian.plaque;

import java.util.Set;

/** Where a plaque stands. */
public enum PlaqueState {

	/** Asked for. */
	PROPOSED,

	/** Approved, without a number yet. */
	APPROVED,

	/** Has its number for ever. */
	NUMBERED,

	/** Made and accepted. */
	MADE,

	/** Received by its organisation: in force from now on. */
	HANDED_OVER,

	/** Hangs on the wall. */
	HUNG,

	/** Hangs and is in the ledger. */
	VALID,

	/** In force while its organisation puts something right. */
	UNDER_RECTIFICATION,

	/** Its term is over. */
	EXPIRED,

	/** Being taken back. */
	REVOKING,

	/** Taken back. */
	RECALLED,

	/** Lost and replaced. */
	LOST,

	/** Dropped before it had a number. */
	NOT_AWARDED,

	/** Dropped with its number, which is never used again. */
	VOID;

	private static final Set<PlaqueState> IN_FORCE = Set.of(HANDED_OVER, HUNG, VALID, UNDER_RECTIFICATION, REVOKING);

	/** Whether such a plaque is genuine and counts while its term lasts. */
	public boolean isInForce() {
		return IN_FORCE.contains(this);
	}

}
