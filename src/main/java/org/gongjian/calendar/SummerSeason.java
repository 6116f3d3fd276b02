package org.gongjian.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;

/**
 * The days of a year on which offices keep summer hours.
 *
 * @param from the first of them, or {@code null} where there are none
 * @param to the last of them
 */
record SummerSeason(MonthDay from, MonthDay to) {

	static final SummerSeason NONE = new SummerSeason(null, null);

	/**
	 * Reads a setting.
	 * @param text {@code 05-01/09-30}, or blank for no summer hours
	 * @throws IllegalArgumentException if it is neither
	 */
	static SummerSeason of(String text) {
		if (text.isBlank()) {
			return NONE;
		}
		String[] ends = text.strip().split("/", -1);
		try {
			if (ends.length == 2) {
				var season = new SummerSeason(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
				if (season.from.isBefore(season.to)) {
					return season;
				}
			}
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(wrong(text), ex);
		}
		throw new IllegalArgumentException(wrong(text));
	}

	private static String wrong(String text) {
		return "gongjian.office.summer is first and last day, as 05-01/09-30, not " + text;
	}

	boolean has(LocalDate day) {
		MonthDay at = MonthDay.from(day);
		return this.from != null && !at.isBefore(this.from) && !at.isAfter(this.to);
	}

}
