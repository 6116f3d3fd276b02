package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A breach on record against an organisation: while it is open its holder gets no plaque.
 *
 * @param source where it is known from, such as the number of a decision
 * @param settledOn when it was settled, or {@code null}
 * @param settlement how, or {@code null}
 */
record Breach(UUID id, String organisation, Kind kind, LocalDate foundOn, String source, String note,
		LocalDate settledOn, String settlement, String recordedBy, int version) {

	public boolean open() {
		return this.settledOn == null;
	}

	/** What it is. */
	enum Kind {

		/** 严重违纪. */
		DISCIPLINE_SERIOUS,

		/** 失信名单. */
		DISHONESTY,

		/** 较大及以上事故. */
		ACCIDENT,

		/** 牌匾用于商业. */
		COMMERCIAL_MISUSE,

		/** 弄虚作假. */
		FALSE_RECORDS

	}

}
