package org.gongjian.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.engine.DueDates;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Component;

/**
 * Durations of diagrams as instants. Working days, {@code P3WD}, run from the day after
 * the start to the close of the office in Asia/Shanghai on the last of them; half a
 * working day, {@code P0.5WD}, is half of its office hours from the start. Other
 * durations are ISO 8601, days of the calendar keeping the time of day.
 */
@Component
class WorkingDueDates implements DueDates {

	private static final Pattern WORKING_DAYS = Pattern.compile("(-?)P(-?)([0-9]{1,4})WD");

	private static final String HALF_A_DAY = "P0.5WD";

	private static final Pattern MIXED = Pattern.compile("(-?)(P[^T]+)(T.+)");

	private final WorkingDays workingDays;

	private final OfficeHours office;

	WorkingDueDates(WorkingDays workingDays, OfficeHours office) {
		this.workingDays = workingDays;
		this.office = office;
	}

	@Override
	public Instant after(Instant start, String duration) {
		if (duration.equals(HALF_A_DAY)) {
			return this.office.plus(start, OfficeHours.DAY.dividedBy(2));
		}
		ZonedDateTime from = start.atZone(Time.OFFICE);
		Matcher working = WORKING_DAYS.matcher(duration);
		if (working.matches()) {
			boolean back = working.group(1).isEmpty() != working.group(2).isEmpty();
			int count = Integer.parseInt(working.group(3)) * (back ? -1 : 1);
			return this.office.close(this.workingDays.plus(from.toLocalDate(), count));
		}
		try {
			return calendar(from, duration).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"Neither working days (P3WD, P0.5WD) nor ISO 8601 (P30D, PT2H): " + duration, ex);
		}
	}

	private static ZonedDateTime calendar(ZonedDateTime from, String duration) {
		Matcher mixed = MIXED.matcher(duration);
		if (mixed.matches()) {
			String sign = mixed.group(1);
			return from.plus(Period.parse(sign + mixed.group(2))).plus(Duration.parse(sign + "P" + mixed.group(3)));
		}
		return duration.contains("T") ? from.plus(Duration.parse(duration)) : from.plus(Period.parse(duration));
	}

}
