package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was asked before and what the answer is.
 *
 * @param sourceProblem the number of the problem it was learnt from, or {@code null}
 * @param validUntil the last day it holds, or {@code null} for no end
 */
record KnowledgeItem(UUID id, String category, String question, String answer, String sourceProblem,
		LocalDate validUntil, String createdBy, Instant createdAt, String provenance, int version) {

	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
