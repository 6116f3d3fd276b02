package org.gongjian.calendar;

import java.time.Clock;
import java.util.Date;

import org.gongjian.engine.DueDates;

/** What diagrams call {@code workCalendar}: due dates counted from now. */
public class WorkCalendar {

	private final DueDates dueDates;

	private final Clock clock;

	public WorkCalendar(DueDates dueDates, Clock clock) {
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** The moment that far from now, {@code workCalendar.dueIn('P3WD')}. */
	public Date dueIn(String duration) {
		return Date.from(this.dueDates.after(this.clock.instant(), duration));
	}

}
