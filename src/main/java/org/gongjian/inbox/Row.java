package org.gongjian.inbox;

import org.gongjian.approval.WorkItem;
import org.gongjian.shared.Bilingual;

/**
 * A line of a list of tasks.
 *
 * @param item the task
 * @param share MINE, POOL, ASKED or DONE
 * @param sortedBy what the list is sorted by
 * @param requester the name of who asks, or {@code null} if the account has no person
 * @param fact the fact to decide by, or {@code null}
 * @param actingFor the name of whom the reader stands in for, or {@code null}
 * @param comments how many contributions the case's discussion has
 * @param attachments how many files the case has
 * @param returns how often the case was returned
 * @param counted how many rows the whole list has, counted to one above the limit
 */
public record Row(WorkItem item, String share, String sortedBy, Bilingual requester, Bilingual fact,
		Bilingual actingFor, int comments, int attachments, int returns, int counted) {
}
