package org.gongjian.inbox;

import java.time.Instant;

import org.gongjian.approval.WorkItem;

/**
 * A line of a list of tasks.
 *
 * @param item the task
 * @param share MINE, POOL or DONE
 * @param sortedAt what the list is sorted by
 * @param comments how many contributions the case's discussion has
 * @param attachments how many files the case has
 * @param returns how often the case was returned
 */
public record Row(WorkItem item, String share, Instant sortedAt, int comments, int attachments, int returns) {
}
