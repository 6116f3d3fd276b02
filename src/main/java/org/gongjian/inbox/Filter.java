package org.gongjian.inbox;

/**
 * What a list is narrowed to.
 *
 * @param process the process key, or {@code null} for all
 * @param due overdue, today or week, or {@code null}
 * @param text words of number, subject or step, or {@code null}
 */
public record Filter(String process, String due, String text) {

	/** Everything. */
	public static final Filter ALL = new Filter(null, null, null);

	public Filter {
		process = (process == null || process.isBlank()) ? null : process.strip();
		due = (due == null || due.isBlank()) ? null : due.strip();
		text = (text == null || text.isBlank()) ? null : text.strip();
	}

	/** Whether anything is left out. */
	public boolean active() {
		return this.process != null || this.due != null || this.text != null;
	}

	/** The text as a pattern that means itself, lower case. */
	String like() {
		return (this.text == null) ? null : "%"
				+ this.text.toLowerCase(java.util.Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
				+ "%";
	}

}
