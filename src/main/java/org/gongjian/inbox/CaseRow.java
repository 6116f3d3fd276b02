package org.gongjian.inbox;

import java.time.Instant;
import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * A line of a list of cases.
 *
 * @param sortedAt what the list is sorted by
 * @param waiting the names of the open steps
 * @param dueAt the earliest deadline of an open task, or {@code null}
 */
public record CaseRow(String number, String process, Bilingual title, String status, String outcome, String initiator,
		List<String> parties, Instant openedAt, Instant closedAt, Instant sortedAt, List<Bilingual> waiting,
		Instant dueAt) {
}
