package org.gongjian.approval;

/**
 * What came of a decision.
 *
 * @param caseNumber the case
 * @param nextTask the next task of the same case for the same person, or {@code null}
 * @param again whether it had been recorded before and nothing was changed now
 */
public record Decided(String caseNumber, String nextTask, boolean again) {
}
