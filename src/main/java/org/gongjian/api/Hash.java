package org.gongjian.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one content from another. */
final class Hash {

	private Hash() {
	}

	static String of(String text) {
		return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	static String of(InputStream content) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] part = new byte[16 * 1024];
			for (int read = content.read(part); read >= 0; read = content.read(part)) {
				digest.update(part, 0, read);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
