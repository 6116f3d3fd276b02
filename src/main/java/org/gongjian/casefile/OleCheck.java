package org.gongjian.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Office documents of old: OLE2, told apart by the names in their directory. */
final class OleCheck {

	private OleCheck() {
	}

	/** What it is, or {@code null} if it is nothing the house takes. */
	static ContentType detect(Path file) throws IOException {
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

}
