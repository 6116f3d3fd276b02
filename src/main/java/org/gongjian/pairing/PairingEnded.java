package org.gongjian.pairing;

import java.util.List;
import java.util.Optional;

/**
 * A pairing is over. Published in the transaction that ends it. Not published when it was
 * renewed: then its plaques, activities and problems go on with the pairing that follows.
 *
 * @param number {@code JD-2026-001}
 * @param governmentOrg a code
 * @param enterpriseOrg a code
 * @param reason why
 * @param settlements what the close-out check laid down for what was still open; empty
 * when the term simply ran out
 */
public record PairingEnded(String number, String governmentOrg, String enterpriseOrg, Reason reason,
		List<Settlement> settlements) {

	public PairingEnded {
		settlements = List.copyOf(settlements);
	}

	/** What was laid down for one matter; empty if nothing was. */
	public Optional<Settlement> of(String matter) {
		return this.settlements.stream().filter((settlement) -> settlement.number().equals(matter)).findFirst();
	}

	/** Why a pairing ended. */
	public enum Reason {

		/** 期满. */
		EXPIRY,

		/** 双方协商一致. */
		MUTUAL,

		/** 长期未开展活动. */
		INACTIVE,

		/** 一方党组织撤销. */
		ORG_DISSOLVED,

		/** 违纪. */
		DISCIPLINE,

		/** Explained in words. */
		OTHER,

		/** One side goes on with another partner. */
		PARTNER_CHANGED

	}

}
