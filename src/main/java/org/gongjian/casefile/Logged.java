package org.gongjian.casefile;

/**
 * A line was added to the action log of a case. Published in the transaction that added
 * it.
 */
public record Logged(String caseNumber, LogEntry entry) {
}
