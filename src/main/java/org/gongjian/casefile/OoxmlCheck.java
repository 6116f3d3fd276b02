package org.gongjian.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Office documents of today: ZIP with a known table of contents. */
final class OoxmlCheck {

	private static final int MOST_ENTRIES = 5000;

	private static final long MOST_UNPACKED = 400L * 1024 * 1024;

	private static final int CONTENTS_LIMIT = 512 * 1024;

	private OoxmlCheck() {
	}

	/** What it is, or {@code null} if it is nothing the house takes. */
	static ContentType detect(Path file) throws IOException {
		long length = Files.size(file);
		if (FileBytes.zipEnd(file) != length) {
			return null;
		}
		try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
			return (zip.size() <= MOST_ENTRIES && areBounded(zip, length)) ? kind(zip) : null;
		}
	}

	/** Whether names are harmless and sizes told, and nothing grows beyond measure. */
	private static boolean areBounded(ZipFile zip, long length) {
		long packed = 0;
		long unpacked = 0;
		Set<String> names = new HashSet<>();
		for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
			ZipEntry entry = entries.nextElement();
			if (!isHarmless(entry.getName()) || !names.add(entry.getName().toLowerCase(Locale.ROOT))
					|| entry.getSize() < 0 || entry.getCompressedSize() < 0) {
				return false;
			}
			packed += entry.getCompressedSize();
			unpacked += entry.getSize();
			boolean bomb = entry.getSize() > 1024 * 1024 && entry.getSize() / 250 > entry.getCompressedSize();
			if (bomb || packed > length || unpacked > MOST_UNPACKED) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHarmless(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return !name.isEmpty() && name.length() <= 300 && !name.startsWith("/") && !name.contains("\\")
				&& !name.contains("..") && name.indexOf(':') < 0 && name.chars().noneMatch((c) -> c < 0x20)
				&& !lower.endsWith("vbaproject.bin") && !lower.contains("/activex/")
				&& !lower.matches(".*\\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|class|html?|svg|zip|docm|xlsm|hta|lnk|swf)");
	}

	private static ContentType kind(ZipFile zip) throws IOException {
		String types = contents(zip);
		if (types == null || types.contains("macroEnabled") || types.contains("<!DOCTYPE")
				|| types.contains("<!ENTITY")) {
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

	/** The table of contents, or {@code null} if there is none or it is too long. */
	private static String contents(ZipFile zip) throws IOException {
		ZipEntry contents = zip.getEntry("[Content_Types].xml");
		if (contents == null || contents.getSize() > CONTENTS_LIMIT) {
			return null;
		}
		try (InputStream in = zip.getInputStream(contents)) {
			byte[] bytes = in.readNBytes(CONTENTS_LIMIT + 1);
			return (bytes.length > CONTENTS_LIMIT) ? null : new String(bytes, StandardCharsets.UTF_8);
		}
	}

}
