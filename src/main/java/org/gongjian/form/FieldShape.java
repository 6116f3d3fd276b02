package org.gongjian.form;

import java.util.List;

/**
 * A field as programs see it.
 *
 * @param type {@code text}, {@code long-text}, {@code integer} …
 */
public record FieldShape(String name, String label, String type, boolean required, boolean readOnly,
		List<OptionShape> options, List<FieldShape> columns, String min, String max, String pattern, String help) {

	/** One value of an enum. */
	public record OptionShape(String value, String label) {
	}

}
