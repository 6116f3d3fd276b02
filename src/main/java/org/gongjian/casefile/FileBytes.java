package org.gongjian.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What can be seen in the bytes of any file. */
final class FileBytes {

	/** How many bytes at its beginning tell what a file is. */
	static final int HEAD = 1024;

	/** What a browser would take for a page or a program. */
	static final Pattern MARKUP = Pattern.compile("<(?:!doctype|html|head|body|script|svg|iframe|\\?php|\\?xml|%)",
			Pattern.CASE_INSENSITIVE);

	private FileBytes() {
	}

	static byte[] head(Path file, int length) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(length);
		}
	}

	static boolean starts(byte[] head, int... magic) {
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

	/**
	 * Where the last ZIP directory in the file ends, comment included, or -1 if there is
	 * none.
	 */
	static long zipEnd(Path file) throws IOException {
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

	static boolean hasZipTail(Path file) throws IOException {
		return zipEnd(file) >= 0;
	}

}
