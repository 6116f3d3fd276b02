package org.gongjian.insight;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.gongjian.web.CsvRows;

/** A table as CSV. */
final class CsvSheet implements Sheet {

	private final CsvRows rows;

	CsvSheet(OutputStream out) {
		this.rows = new CsvRows(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
	}

	@Override
	public void row(List<?> values) {
		this.rows.row(values);
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
