package org.gongjian.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Whether a PDF is only that, and carries no program. */
final class PdfCheck {

	private static final long MOST_INFLATED = 50L * 1024 * 1024;

	private static final Pattern PROGRAM = Pattern
		.compile("/(?:JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z0-9_])|/JS\\s*(?:\\(|<|\\d+\\s+\\d+\\s+R)");

	private static final Pattern NAME_ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

	private PdfCheck() {
	}

	static boolean isSound(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int end = text.lastIndexOf("%%EOF");
		if (end < 0 || text.substring(end + 5).length() > FileBytes.HEAD || FileBytes.hasZipTail(file)) {
			return false;
		}
		if (FileBytes.MARKUP.matcher(text.substring(0, Math.min(FileBytes.HEAD, text.length()))).find()
				|| FileBytes.MARKUP.matcher(text.substring(end + 5)).find()) {
			return false;
		}
		return !carriesProgram(text, bytes);
	}

	/** Looks at everything outside streams, and into compressed object streams. */
	private static boolean carriesProgram(String text, byte[] bytes) {
		StringBuilder objects = new StringBuilder();
		Matcher streams = STREAM.matcher(text);
		int from = 0;
		long inflated = 0;
		while (streams.find(from)) {
			int start = streams.start();
			if (start >= 3 && text.startsWith("end", start - 3)) {
				objects.append(text, from, streams.end());
				from = streams.end();
				continue;
			}
			String dictionary = text.substring(from, start);
			objects.append(dictionary).append('\n');
			int found = text.indexOf("endstream", streams.end());
			int end = (found < 0) ? text.length() : found;
			if (isOfObjects(dictionary)) {
				if (inflated > MOST_INFLATED) {
					return true;
				}
				String content = inflate(bytes, streams.end(), end);
				inflated += content.length();
				objects.append(content).append('\n');
			}
			from = end;
		}
		objects.append(text, from, text.length());
		return PROGRAM.matcher(unescape(objects)).find();
	}

	/** Whether the stream after a dictionary holds objects itself. */
	private static boolean isOfObjects(String dictionary) {
		return unescape(dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")))).contains("/ObjStm");
	}

	private static String unescape(CharSequence names) {
		return NAME_ESCAPE.matcher(names)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
	}

	private static String inflate(byte[] bytes, int start, int end) {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(bytes, start, end - start);
			byte[] out = new byte[8 * 1024 * 1024];
			int length = 0;
			int count;
			while (length < out.length && (count = inflater.inflate(out, length, out.length - length)) > 0) {
				length += count;
			}
			return new String(out, 0, length, StandardCharsets.ISO_8859_1);
		}
		catch (DataFormatException ex) {
			return "";
		}
		finally {
			inflater.end();
		}
	}

}
