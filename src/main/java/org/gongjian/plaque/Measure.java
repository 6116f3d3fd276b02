package org.gongjian.plaque;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is done about one plaque in one case: it is put right, revoked or recalled.
 *
 * @param plaque its number
 * @param stateBefore where the plaque stood before
 * @param reason the ground, as the forms offer it, or {@code null}
 * @param rectifyUntil the last day of the rectification, or {@code null}
 * @param decision REVOKE, RECTIFY or KEEP, or {@code null}
 * @param appealUntil until when one may appeal, or {@code null}
 * @param recovery RETURNED, LOST, REFUSED or INVALIDATED, or {@code null}
 * @param outcome KEPT, RETIRED or ABANDONED; {@code null} while it runs
 */
record Measure(UUID id, String caseNumber, String plaque, String organisation, Kind kind, PlaqueState stateBefore,
		String reason, LocalDate rectifyUntil, String decision, String decidedBy, LocalDate decidedOn,
		Instant appealUntil, String appealedBy, Instant appealedAt, String appealDecision, String recovery,
		LocalDate recoveredOn, String outcome, Instant openedAt) {

	boolean open() {
		return this.outcome == null;
	}

	/** Whether its holder may appeal at a moment. */
	boolean appealable(Instant now) {
		return open() && this.appealUntil != null && this.appealedAt == null && now.isBefore(this.appealUntil);
	}

	/** What it is. */
	enum Kind {

		/** 整改. */
		RECTIFY,

		/** 撤销. */
		REVOKE,

		/** 收回: the relation is over, nobody is at fault. */
		RECALL

	}

}
