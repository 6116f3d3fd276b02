package org.gongjian.insight;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as an Excel workbook. Rows leave memory every few hundred; text is written as
 * text, which a spreadsheet never calculates with, and beside its cell, because a shared
 * table of texts would have to fit into memory. A sheet that is full is followed by
 * another.
 */
final class ExcelSheet implements Sheet {

	private static final int FLUSH = 500;

	/** What Excel takes, less some. */
	private static final int MOST_ROWS = 1_000_000;

	private static final int LONGEST = 32_767;

	private final Workbook book;

	private final String name;

	private List<?> header;

	private Worksheet sheet;

	private int sheets;

	private int row;

	ExcelSheet(OutputStream out, String name) {
		this.book = new Workbook(out, "Gongjian", "1.0");
		this.name = name;
	}

	@Override
	public void row(List<?> values) {
		if (this.header == null) {
			this.header = List.copyOf(values);
			begin();
			return;
		}
		if (this.row == MOST_ROWS) {
			end();
			begin();
		}
		write(values);
		if (this.row % FLUSH == 0) {
			flush();
		}
	}

	private void begin() {
		this.sheets++;
		this.sheet = this.book.newWorksheet((this.sheets == 1) ? this.name : this.name + " " + this.sheets);
		this.sheet.freezePane(0, 1);
		this.row = 0;
		write(this.header);
	}

	private void write(List<?> values) {
		for (int column = 0; column < values.size(); column++) {
			Object value = values.get(column);
			if (value instanceof Number number) {
				this.sheet.value(this.row, column, number);
			}
			else if (value != null) {
				this.sheet.inlineString(this.row, column, cut(value.toString()));
			}
		}
		this.row++;
	}

	private static String cut(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	private void flush() {
		try {
			this.sheet.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void end() {
		try {
			this.sheet.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		if (this.sheet == null) {
			this.sheet = this.book.newWorksheet(this.name);
		}
		this.book.finish();
	}

}
