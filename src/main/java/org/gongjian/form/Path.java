package org.gongjian.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands: {@code reason}, {@code resourceList[2]} or
 * {@code resourceList[2].item}.
 *
 * @param field the field
 * @param row the row, or -1
 * @param column the column, or {@code null}
 */
record Path(String field, int row, String column) {

	private static final Pattern SHAPE = Pattern
		.compile("([a-zA-Z][A-Za-z0-9]{0,59})(?:\\[([0-9]{1,3})](?:\\.([a-z][A-Za-z0-9]{0,59}))?)?");

	/** Reads it, or answers {@code null} if it is none. */
	static Path of(String text) {
		Matcher matcher = SHAPE.matcher((text == null) ? "" : text);
		if (!matcher.matches()) {
			return null;
		}
		int row = (matcher.group(2) == null) ? -1 : Integer.parseInt(matcher.group(2));
		return new Path(matcher.group(1), row, matcher.group(3));
	}

	static String cell(String field, int row, String column) {
		return field + "[" + row + "]." + column;
	}

}
