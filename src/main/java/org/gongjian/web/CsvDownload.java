package org.gongjian.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
		StringBuilder text = new StringBuilder();
		CsvRows csv = new CsvRows(text);
		csv.row(header);
		rows.forEach(csv::row);
		return text.toString();
	}

}
