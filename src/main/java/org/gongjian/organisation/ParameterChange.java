package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One value a parameter had, has or will have.
 *
 * @param sequence 1 for the start value, then counted up
 */
record ParameterChange(String key, String value, LocalDate validFrom, String reason, String changedBy,
		Instant changedAt, int sequence) {

	/**
	 * The reason kept with a value that nobody gave a reason for: it came with a
	 * parameter of the studio.
	 */
	static final String ADDED = "added in the studio";

	private static final Map<String, String> SAID = Map.of("start value", "start", ADDED, "added");

	/**
	 * What pages say where the program gave the reason; {@code null} where a person did.
	 */
	public String reasonKey() {
		return SAID.containsKey(this.reason) ? "organisation.parameter.reason." + SAID.get(this.reason) : null;
	}

}
