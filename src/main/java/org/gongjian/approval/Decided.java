package org.gongjian.approval;

import java.time.Instant;

/**
 * What came of a decision.
 *
 * @param caseNumber the case
 * @param again whether it had been recorded before and nothing was changed now
 * @param undoable until when it can be undone, or {@code null} if it cannot
 */
public record Decided(String caseNumber, boolean again, Instant undoable) {

	Decided(String caseNumber, boolean again) {
		this(caseNumber, again, null);
	}

}
