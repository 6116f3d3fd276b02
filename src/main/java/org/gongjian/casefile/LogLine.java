package org.gongjian.casefile;

/**
 * A line of a case's action log as it is kept.
 *
 * @param place counted from 1 within the case
 * @param revision of the case's data at that moment
 * @param dataHash the seal of the data at that revision
 * @param hash the seal of the line, see {@link LogChain}
 */
public record LogLine(int place, LogEntry entry, int revision, String dataHash, String hash) {
}
