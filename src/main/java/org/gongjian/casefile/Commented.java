package org.gongjian.casefile;

/**
 * Somebody added to the discussion of a case. Published in the transaction that added it.
 */
public record Commented(String caseNumber, String username, String text) {
}
