package org.gongjian.casefile;

/**
 * A case is over. Published in the transaction that ended it.
 *
 * @param process the process key
 * @param status completed, withdrawn, rejected or terminated
 * @param outcome how it ended, such as {@code IN_FORCE}
 */
public record CaseClosed(String number, String process, String status, String outcome) {
}
