package org.gongjian.organisation;

import java.util.List;

/**
 * Something wrong with a file.
 *
 * @param row the line as a spreadsheet counts it, the header is 1; 0 for the whole file
 * @param column the column, or empty
 * @param code a message key
 * @param arguments of the message
 */
record ImportProblem(long row, String column, String code, List<Object> arguments) {

	static ImportProblem of(long row, String column, String code, Object... arguments) {
		return new ImportProblem(row, column, code, List.of(arguments));
	}

}
