package org.gongjian.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.gongjian.calendar.DayType;

/**
 * Why a clock is due when it is.
 *
 * @param clock the clock
 * @param late whether it is, or was, late
 * @param breachDays working days after which RED becomes BREACHED
 * @param paused the time its pauses took, in its own measure
 * @param rest what is left of its time; negative when it is late
 * @param days every day from its start to its due date, for clocks in working days
 * @param entries what happened to it
 * @param calendarKnown whether the official calendar of all these days is known
 */
public record ClockAccount(SlaClock clock, boolean late, int breachDays, Duration paused, Duration rest, List<Day> days,
		List<Happened> entries, boolean calendarKnown) {

	/**
	 * One day of a clock in working days.
	 *
	 * @param type what the calendar says, or {@code null} in a year it does not know
	 * @param holiday the name of the holiday, or {@code null}
	 * @param counted the office time that counts
	 * @param start whether it is the day of the start, which counts from then on and is
	 * not one of the days given
	 * @param paused whether a pause took time of that day
	 */
	public record Day(LocalDate date, DayType type, String holiday, Duration counted, boolean start, boolean paused) {
	}

	/** One thing that happened. */
	public record Happened(Instant at, String what, Instant dueBefore, Instant dueAfter, String detail, String actor) {
	}

	/** Whether days are counted, not hours. */
	public boolean inDays() {
		return this.clock.goal().inWorkingDays();
	}

	/** The working days or hours of the goal. */
	public long amount() {
		return inDays() ? Goal.count(this.clock.goal().length()) : Duration.parse(this.clock.goal().length()).toHours();
	}

	/** The most working days with extensions, or 0. */
	public int most() {
		return (this.clock.goal().most() == null) ? 0 : Goal.count(this.clock.goal().most());
	}

	/** All office time of the days. */
	public Duration counted() {
		return this.days.stream().map(Day::counted).reduce(Duration.ZERO, Duration::plus);
	}

}
