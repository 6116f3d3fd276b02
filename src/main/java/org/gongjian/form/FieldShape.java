package org.gongjian.form;

import java.util.List;

/**
 * A field as programs see it.
 *
 * @param type {@code text}, {@code long-text}, {@code integer} …
 * @param choices where to ask what may be chosen: of an organisation, a person or a
 * reference; else {@code null}
 * @param dependsOn the field that must be filled in first, whose value goes with that
 * question; or {@code null}
 */
public record FieldShape(String name, String label, String type, boolean required, boolean readOnly,
		List<OptionShape> options, List<FieldShape> columns, String min, String max, String pattern, String help,
		String choices, String dependsOn) {

	/** One value of an enum. */
	public record OptionShape(String value, String label) {
	}

}
