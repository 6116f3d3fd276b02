package org.gongjian.calendar;

import java.util.List;

/**
 * Whole years of the official calendar were imported or replaced.
 *
 * @param by the account that did it
 */
public record CalendarImported(List<Integer> years, String by) {
}
