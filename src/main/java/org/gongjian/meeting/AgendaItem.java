package org.gongjian.meeting;

import org.gongjian.shared.Bilingual;

/**
 * Something a meeting is to decide.
 *
 * @param subject the number of the case that waits for the decision
 * @param title what it is about
 * @param proposer the code of the organisation that raised it, or {@code null}
 * @param background what led to it
 * @param wanted what is to be decided
 */
public record AgendaItem(String subject, Bilingual title, String proposer, String background, String wanted) {
}
