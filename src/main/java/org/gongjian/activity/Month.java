package org.gongjian.activity;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.shared.Time;

/**
 * A month of the calendar: whole weeks from Monday.
 *
 * @param weeks the weeks with their days
 * @param undated what took place in it on a day that is not stated
 */
record Month(YearMonth month, List<List<Day>> weeks, List<ActivityRow> undated) {

	/** The month of that name, this one where it is none. */
	static YearMonth of(String typed, Clock clock) {
		try {
			YearMonth month = YearMonth.parse(String.valueOf(typed));
			return (month.getYear() >= 2020 && month.getYear() <= 2100) ? month : now(clock);
		}
		catch (DateTimeParseException none) {
			return now(clock);
		}
	}

	private static YearMonth now(Clock clock) {
		return YearMonth.from(LocalDate.ofInstant(clock.instant(), Time.OFFICE));
	}

	static LocalDate first(YearMonth month) {
		return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/** The day after the last one shown. */
	static LocalDate end(YearMonth month) {
		return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1);
	}

	static Instant start(LocalDate day) {
		return day.atStartOfDay(Time.OFFICE).toInstant();
	}

	static Month of(YearMonth month, LocalDate today, List<ActivityRow> rows, List<ActivityRow> undated) {
		var weeks = new ArrayList<List<Day>>();
		for (LocalDate monday = first(month); monday.isBefore(end(month)); monday = monday.plusWeeks(1)) {
			var week = new ArrayList<Day>();
			for (int offset = 0; offset < 7; offset++) {
				LocalDate day = monday.plusDays(offset);
				List<ActivityRow> here = rows.stream().filter((row) -> touches(row.activity(), day)).toList();
				week.add(new Day(day, YearMonth.from(day).equals(month), day.equals(today), here));
			}
			weeks.add(week);
		}
		return new Month(month, weeks, undated);
	}

	private static boolean touches(Activity activity, LocalDate day) {
		return activity.startsAt().isBefore(start(day.plusDays(1))) && activity.endsAt().isAfter(start(day));
	}

	/** The days on which something takes place, for a list. */
	public List<Day> busy() {
		return this.weeks.stream()
			.flatMap(List::stream)
			.filter((day) -> day.inside() && !day.rows().isEmpty())
			.toList();
	}

	/**
	 * A day.
	 *
	 * @param inside whether it belongs to the month
	 */
	record Day(LocalDate date, boolean inside, boolean today, List<ActivityRow> rows) {
	}

}
