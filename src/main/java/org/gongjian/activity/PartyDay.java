package org.gongjian.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * On which day of the month an organisation holds its theme Party day (主题党日).
 *
 * @param organisation its code
 * @param week 1 to 4, 5 for the last of the month
 * @param weekday 1 Monday to 7 Sunday
 */
record PartyDay(String organisation, int week, int weekday, int version) {

	/** The last week of a month, whichever number it has. */
	static final int LAST = 5;

	/** The day in a month. */
	LocalDate in(YearMonth month) {
		DayOfWeek day = DayOfWeek.of(this.weekday);
		return month.atDay(1)
			.with((this.week == LAST) ? TemporalAdjusters.lastInMonth(day)
					: TemporalAdjusters.dayOfWeekInMonth(this.week, day));
	}

	boolean fallsOn(LocalDate day) {
		return in(YearMonth.from(day)).equals(day);
	}

	/** The next one, not before a day. */
	LocalDate next(LocalDate from) {
		LocalDate here = in(YearMonth.from(from));
		return here.isBefore(from) ? in(YearMonth.from(from).plusMonths(1)) : here;
	}

}
