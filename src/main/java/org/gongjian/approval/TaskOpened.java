package org.gongjian.approval;

import java.util.List;

/**
 * A task has opened, in the transaction that opens it.
 *
 * @param people those who are to decide it: its holder, or all who may take it
 */
public record TaskOpened(WorkItem item, List<String> people) {
}
