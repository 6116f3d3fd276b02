package org.gongjian.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a field is asked: every field, decision or fact named has one of the values.
 *
 * @param oneOf the values by name; {@code decision} is the decision of the step
 */
public record When(Map<String, List<String>> oneOf) {

	/** The name that stands for the decision of the step. */
	public static final String DECISION = "decision";

	public When {
		oneOf = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(oneOf));
	}

}
