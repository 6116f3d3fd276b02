package org.gongjian.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what a file is by looking into it, never by its name, and refuses what
 * pretends to be two things at once, carries programs, or would grow beyond measure when
 * unpacked. Nothing is unpacked but a table of contents of bounded size.
 */
final class ContentCheck {

	private static final int MOST_ENTRIES = 5000;

	private static final long MOST_UNPACKED = 400L * 1024 * 1024;

	private static final int MOST_PIXELS = 100_000_000;

	private static final int CONTENTS_LIMIT = 512 * 1024;

	private static final int HEAD = 1024;

	private static final Pattern MARKUP = Pattern
		.compile("<(?:!doctype|html|head|body|script|svg|iframe|\\?php|\\?xml|%)", Pattern.CASE_INSENSITIVE);

	private static final Pattern PDF_PROGRAM = Pattern
		.compile("/(?:JavaScript|Launch|EmbeddedFile|RichMedia)(?![A-Za-z0-9_])|/JS\\s*(?:\\(|<|\\d+\\s+\\d+\\s+R)");

	private static final Pattern PDF_NAME_ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern PDF_STREAM = Pattern.compile("stream\\r?\\n");

	private ContentCheck() {
	}

	/**
	 * What it is.
	 * @return empty if it is nothing the house takes
	 */
	static Optional<ContentType> of(Path file) {
		try {
			return Optional.ofNullable(detect(file)).filter((type) -> isSound(file, type));
		}
		catch (ZipException | IllegalArgumentException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ContentType detect(Path file) throws IOException {
		byte[] head = head(file, 8);
		String magic = magic(file);
		if (starts(head, 0x25, 0x50, 0x44, 0x46, 0x2D)) {
			return "application/pdf".equals(magic) ? ContentType.PDF : null;
		}
		if (starts(head, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) {
			return "image/png".equals(magic) ? ContentType.PNG : null;
		}
		if (starts(head, 0xFF, 0xD8, 0xFF)) {
			return "image/jpeg".equals(magic) ? ContentType.JPEG : null;
		}
		if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
			return ole(file);
		}
		return starts(head, 0x50, 0x4B, 0x03, 0x04) ? ooxml(file) : null;
	}

	/** What Tika reads in the first bytes; the second opinion. */
	private static String magic(Path file) throws IOException {
		try (TikaInputStream in = TikaInputStream.get(file)) {
			return MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
		}
	}

	private static boolean isSound(Path file, ContentType type) {
		try {
			return switch (type) {
				case PDF -> isSoundPdf(file);
				case PNG -> isSoundPng(file);
				case JPEG -> isSoundJpeg(file);
				case DOCX, XLSX -> true; // seen while detecting
				case DOC, XLS -> !hasZipTail(file);
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Office documents of today: ZIP with a known table of contents.

	private static ContentType ooxml(Path file) throws IOException {
		long length = Files.size(file);
		if (zipEnd(file) != length) {
			return null;
		}
		try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
			if (zip.size() > MOST_ENTRIES) {
				return null;
			}
			long packed = 0;
			long unpacked = 0;
			Set<String> names = new HashSet<>();
			for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
				ZipEntry entry = entries.nextElement();
				if (!isHarmless(entry.getName()) || !names.add(entry.getName().toLowerCase(Locale.ROOT))
						|| entry.getSize() < 0 || entry.getCompressedSize() < 0) {
					return null;
				}
				packed += entry.getCompressedSize();
				unpacked += entry.getSize();
				if (packed > length || unpacked > MOST_UNPACKED) {
					return null;
				}
				if (entry.getSize() > 1024 * 1024 && entry.getSize() / 250 > entry.getCompressedSize()) {
					return null;
				}
			}
			ZipEntry contents = zip.getEntry("[Content_Types].xml");
			if (contents == null || contents.getSize() > CONTENTS_LIMIT) {
				return null;
			}
			String types;
			try (InputStream in = zip.getInputStream(contents)) {
				byte[] bytes = in.readNBytes(CONTENTS_LIMIT + 1);
				if (bytes.length > CONTENTS_LIMIT) {
					return null;
				}
				types = new String(bytes, StandardCharsets.UTF_8);
			}
			if (types.contains("macroEnabled") || types.contains("<!DOCTYPE") || types.contains("<!ENTITY")) {
				return null;
			}
			if (zip.getEntry("word/document.xml") != null && types.contains("wordprocessingml.document.main+xml")) {
				return ContentType.DOCX;
			}
			if (zip.getEntry("xl/workbook.xml") != null && types.contains("spreadsheetml.sheet.main+xml")) {
				return ContentType.XLSX;
			}
			return null;
		}
	}

	private static boolean isHarmless(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return !name.isEmpty() && name.length() <= 300 && !name.startsWith("/") && !name.contains("\\")
				&& !name.contains("..") && name.indexOf(':') < 0 && name.chars().noneMatch((c) -> c < 0x20)
				&& !lower.endsWith("vbaproject.bin") && !lower.contains("/activex/")
				&& !lower.matches(".*\\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|class|html?|svg|zip|docm|xlsm|hta|lnk|swf)");
	}

	/**
	 * Where the last ZIP directory in the file ends, comment included, or -1 if there is
	 * none.
	 */
	private static long zipEnd(Path file) throws IOException {
		long length = Files.size(file);
		int reach = (int) Math.min(length, 65_557);
		byte[] tail = new byte[reach];
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek(length - reach);
			in.readFully(tail);
		}
		for (int i = reach - 22; i >= 0; i--) {
			if (tail[i] == 0x50 && tail[i + 1] == 0x4B && tail[i + 2] == 0x05 && tail[i + 3] == 0x06) {
				int comment = (tail[i + 20] & 0xFF) | ((tail[i + 21] & 0xFF) << 8);
				return length - reach + i + 22 + comment;
			}
		}
		return -1;
	}

	private static boolean hasZipTail(Path file) throws IOException {
		return zipEnd(file) >= 0;
	}

	// Office documents of old: OLE2, told apart by the names in their directory.

	private static ContentType ole(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		boolean word = false;
		boolean sheet = false;
		for (int i = 512; i + 128 <= bytes.length; i += 128) {
			String name = oleName(bytes, i);
			switch (name) {
				case "WordDocument" -> word = true;
				case "Workbook", "Book" -> sheet = true;
				case "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros", "EncryptedPackage" -> {
					return null;
				}
				default -> {
				}
			}
		}
		if (word == sheet) {
			return null;
		}
		return word ? ContentType.DOC : ContentType.XLS;
	}

	private static String oleName(byte[] bytes, int entry) {
		int length = (bytes[entry + 64] & 0xFF) | ((bytes[entry + 65] & 0xFF) << 8);
		int kind = bytes[entry + 66];
		if (length < 4 || length > 64 || length % 2 != 0 || (kind != 1 && kind != 2)) {
			return "";
		}
		return new String(bytes, entry, length - 2, StandardCharsets.UTF_16LE);
	}

	// PDF.

	private static boolean isSoundPdf(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int end = text.lastIndexOf("%%EOF");
		if (end < 0 || text.substring(end + 5).length() > HEAD || hasZipTail(file)) {
			return false;
		}
		if (MARKUP.matcher(text.substring(0, Math.min(HEAD, text.length()))).find()
				|| MARKUP.matcher(text.substring(end + 5)).find()) {
			return false;
		}
		return !carriesProgram(text, bytes);
	}

	/** Looks at everything outside streams, and into compressed object streams. */
	private static boolean carriesProgram(String text, byte[] bytes) {
		StringBuilder objects = new StringBuilder();
		var streams = PDF_STREAM.matcher(text);
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
			int end = text.indexOf("endstream", streams.end());
			if (end < 0) {
				end = text.length();
			}
			String own = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
			if (unescape(own).contains("/ObjStm")) {
				if (inflated > MOST_UNPACKED / 8) {
					return true;
				}
				String content = inflate(bytes, streams.end(), end);
				inflated += content.length();
				objects.append(content).append('\n');
			}
			from = end;
		}
		objects.append(text, from, text.length());
		return PDF_PROGRAM.matcher(unescape(objects)).find();
	}

	private static String unescape(CharSequence names) {
		return PDF_NAME_ESCAPE.matcher(names)
			.replaceAll((match) -> java.util.regex.Matcher
				.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
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

	// Pictures.

	private static boolean isSoundPng(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			long length = in.length();
			long at = 8;
			boolean first = true;
			while (at + 12 <= length) {
				in.seek(at);
				long size = in.readInt() & 0xFFFFFFFFL;
				byte[] kind = new byte[4];
				in.readFully(kind);
				String name = new String(kind, StandardCharsets.ISO_8859_1);
				if (first) {
					if (!"IHDR".equals(name) || size != 13) {
						return false;
					}
					long pixels = (in.readInt() & 0xFFFFFFFFL) * (in.readInt() & 0xFFFFFFFFL);
					if (pixels <= 0 || pixels > MOST_PIXELS) {
						return false;
					}
					first = false;
				}
				at += 12 + size;
				if ("IEND".equals(name)) {
					return at == length;
				}
			}
			return false;
		}
	}

	private static boolean isSoundJpeg(Path file) throws IOException {
		if (hasZipTail(file)) {
			return false;
		}
		String head = new String(head(file, HEAD), StandardCharsets.ISO_8859_1);
		if (MARKUP.matcher(head.replace("<?xpacket", "").replace("<x:xmpmeta", "")).find() || head.contains("%PDF-")) {
			return false;
		}
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			long length = in.length();
			long at = 2;
			while (at + 4 <= length) {
				in.seek(at);
				if (in.read() != 0xFF) {
					return false;
				}
				int marker = in.read();
				if (marker == 0xFF) {
					at++;
					continue;
				}
				int size = in.readUnsignedShort();
				boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
				if (frame) {
					in.readUnsignedByte();
					long pixels = (long) in.readUnsignedShort() * in.readUnsignedShort();
					return pixels > 0 && pixels <= MOST_PIXELS;
				}
				if (size < 2 || marker == 0xDA || marker == 0xD9) {
					return false;
				}
				at += 2 + size;
			}
			return false;
		}
	}

	private static byte[] head(Path file, int length) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(length);
		}
	}

	private static boolean starts(byte[] head, int... magic) {
		if (head.length < magic.length) {
			return false;
		}
		for (int i = 0; i < magic.length; i++) {
			if ((head[i] & 0xFF) != magic[i]) {
				return false;
			}
		}
		return true;
	}

}
