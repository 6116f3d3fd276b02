package org.gongjian.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table row by row as CSV, so that it need not fit into memory: with a byte
 * order mark, so that spreadsheets read Chinese; cells that a spreadsheet would take for
 * a formula begin with an apostrophe.
 */
public final class CsvRows implements Closeable {

	private static final String FORMULA = "=+-@\t\r";

	private final CSVPrinter printer;

	/**
	 * Begins a table.
	 * @param out receives the text
	 */
	public CsvRows(Appendable out) {
		try {
			out.append('\uFEFF');
			this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes one row; {@code null} is an empty cell. */
	public void row(List<?> values) {
		try {
			this.printer.printRecord(values.stream().map(CsvRows::cell).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes what is still held back; closes what it was given too. */
	@Override
	public void close() throws IOException {
		this.printer.close(true);
	}

	/** The value as text no spreadsheet calculates with. */
	static String cell(Object value) {
		String text = Objects.toString(value, "");
		return risky(text) ? "'" + text : text;
	}

	static boolean risky(String text) {
		String seen = text.stripLeading();
		return FORMULA.chars().anyMatch((sign) -> text.indexOf(sign) == 0 || seen.indexOf(sign) == 0);
	}

}
