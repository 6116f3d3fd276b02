package org.gongjian.calendar;

/** What a day is in the State Council's notice. */
public enum DayType {

	/** An ordinary Monday to Friday. */
	WORKDAY(true),

	/** An ordinary Saturday or Sunday. */
	WEEKEND(false),

	/** A public holiday or a day off in exchange. */
	HOLIDAY(false),

	/** A Saturday or Sunday worked in exchange, 调休上班日. */
	MAKEUP(true);

	private final boolean worked;

	DayType(boolean worked) {
		this.worked = worked;
	}

	/** Whether offices are open. */
	public boolean worked() {
		return this.worked;
	}

}
