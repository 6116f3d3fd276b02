package org.gongjian.approval;

/**
 * What came of a decision.
 *
 * @param caseNumber the case
 * @param again whether it had been recorded before and nothing was changed now
 */
public record Decided(String caseNumber, boolean again) {
}
