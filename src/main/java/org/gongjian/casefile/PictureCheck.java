package org.gongjian.casefile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether a picture is only that, and not larger than anybody can look at. */
final class PictureCheck {

	private static final int MOST_PIXELS = 100_000_000;

	private PictureCheck() {
	}

	static boolean isSoundPng(Path file) throws IOException {
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

	static boolean isSoundJpeg(Path file) throws IOException {
		if (FileBytes.hasZipTail(file)) {
			return false;
		}
		String head = new String(FileBytes.head(file, FileBytes.HEAD), StandardCharsets.ISO_8859_1);
		if (FileBytes.MARKUP.matcher(head.replace("<?xpacket", "").replace("<x:xmpmeta", "")).find()
				|| head.contains("%PDF-")) {
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

}
