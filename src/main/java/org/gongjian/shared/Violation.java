package org.gongjian.shared;

import java.util.List;

/**
 * One thing wrong with what somebody sent.
 *
 * @param field the field, {@code resourceList[2].item} in a table, or empty for the whole
 * @param code a message key, {@code violation.required}
 * @param arguments the message's arguments
 */
public record Violation(String field, String code, List<Object> arguments) {

	public Violation {
		arguments = List.copyOf(arguments);
	}

	/** A violation of one field. */
	public static Violation of(String field, String code, Object... arguments) {
		return new Violation(field, code, List.of(arguments));
	}

}
