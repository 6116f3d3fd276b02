package org.gongjian.engine;

import java.time.Clock;
import java.util.Date;

import org.springframework.beans.factory.ObjectProvider;

/** {@code workCalendar.dueIn('P3WD')} in a diagram. */
public class WorkCalendar {

	private final ObjectProvider<DueDates> dueDates;

	private final Clock clock;

	WorkCalendar(ObjectProvider<DueDates> dueDates, Clock clock) {
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** The moment that far from now. */
	public Date dueIn(String duration) {
		return Date.from(this.dueDates.getObject().after(this.clock.instant(), duration));
	}

}
