package org.gongjian.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of an uploaded table: UTF-8 with or without byte order mark, else GB18030, as
 * spreadsheets in China save it.
 *
 * @param text without byte order mark
 * @param charset in which it was written
 */
public record CsvUpload(String text, Charset charset) {

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

	/** Reads bytes; empty when they are no text in either charset. */
	public static Optional<CsvUpload> read(byte[] bytes) {
		for (Charset charset : CHARSETS) {
			try {
				String text = charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes))
					.toString();
				if (text.indexOf('\0') < 0) {
					return Optional.of(new CsvUpload(text.startsWith("\uFEFF") ? text.substring(1) : text, charset));
				}
			}
			catch (CharacterCodingException ex) {
				// not in this one
			}
		}
		return Optional.empty();
	}

	/**
	 * The text of a cell as it was before {@link CsvDownload} put an apostrophe in front
	 * of it. What looks like a formula is text like any other.
	 */
	public static String cell(String written) {
		if (!written.startsWith("'")) {
			return written;
		}
		String rest = written.substring(1);
		return CsvRows.risky(rest) ? rest : written;
	}

}
