package org.gongjian.calendar;

import java.time.LocalDate;

/**
 * One day of the official calendar.
 *
 * @param name the holiday it belongs to, or {@code null}
 */
public record CalendarDay(LocalDate date, DayType type, String name) {
}
