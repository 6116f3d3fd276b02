package org.gongjian.sla;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long something may take.
 *
 * @param length working days, {@code P3WD}, or elapsed hours, {@code PT2H}
 * @param most the longest with all extensions, in working days, or {@code null}
 * @param extensions how often it may be extended
 * @param warnings per cent of the time after which a warning is given, ascending
 * @param reminders the interval of reminders before it is due, or {@code null}
 */
public record Goal(String length, String most, int extensions, List<Integer> warnings, Duration reminders) {

	private static final Pattern WORKING_DAYS = Pattern.compile("P[0-9]{1,4}WD");

	private static final int USUAL_WARNING = 70;

	public Goal {
		warnings = warnings.stream().distinct().sorted().toList();
		if (!days(length) && Duration.parse(length).isNegative() || most != null && !days(most)) {
			throw new IllegalArgumentException(length + ", at most " + most);
		}
		if (warnings.stream().anyMatch((percent) -> percent <= 0 || percent >= 100)) {
			throw new IllegalArgumentException("Warnings are given between 1 and 99 per cent: " + warnings);
		}
	}

	/**
	 * A goal that warns at 70 per cent and cannot be extended.
	 * @throws IllegalArgumentException for anything but {@code PnWD} and ISO 8601 time
	 */
	public static Goal of(String length) {
		return new Goal(length, null, 0, List.of(USUAL_WARNING), null);
	}

	/** The same, extended so often and to so much at the most. */
	public Goal most(String longest, int times) {
		return new Goal(this.length, longest, times, this.warnings, this.reminders);
	}

	/** The same with other warnings. */
	public Goal warnings(Integer... percents) {
		return new Goal(this.length, this.most, this.extensions, List.of(percents), this.reminders);
	}

	/** The same with a reminder at every interval. */
	public Goal reminders(Duration every) {
		return new Goal(this.length, this.most, this.extensions, this.warnings, every);
	}

	/** Whether it is counted in working days. */
	public boolean inWorkingDays() {
		return days(this.length);
	}

	static boolean days(String length) {
		return WORKING_DAYS.matcher(length).matches();
	}

	static int count(String days) {
		return Integer.parseInt(days.substring(1, days.length() - 2));
	}

}
