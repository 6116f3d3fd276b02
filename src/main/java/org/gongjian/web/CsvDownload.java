package org.gongjian.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table to download: UTF-8 with byte order mark, so that spreadsheets read Chinese;
 * cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
public final class CsvDownload {

	private static final String FORMULA = "=+-@\t\r";

	private CsvDownload() {
	}

	/**
	 * The answer to a request.
	 * @param fileName such as {@code organisations.csv}
	 * @param rows values, {@code null} for an empty cell
	 */
	public static ResponseEntity<byte[]> of(String fileName, List<String> header, List<? extends List<?>> rows) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
			.cacheControl(CacheControl.noStore())
			.body(text(header, rows).getBytes(StandardCharsets.UTF_8));
	}

	static String text(List<String> header, List<? extends List<?>> rows) {
		StringBuilder text = new StringBuilder("\uFEFF");
		try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
			printer.printRecord(header);
			for (List<?> row : rows) {
				printer.printRecord(row.stream().map(CsvDownload::cell).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
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
