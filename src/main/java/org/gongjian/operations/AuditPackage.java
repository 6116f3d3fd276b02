package org.gongjian.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.gongjian.casefile.LogChain;

/**
 * A zip whose files vouch for each other: {@code manifest.json} holds the SHA-256 of
 * every other file, {@code seal.txt} that of the manifest. Nothing is compressed, so that
 * the page that verifies it needs no library.
 */
final class AuditPackage {

	private static final String MANIFEST = "manifest.json";

	private static final String SEAL = "seal.txt";

	/** A moment every zip can name, without an extra field. */
	private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 2, 0, 0);

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	AuditPackage add(String name, byte[] content) {
		this.files.put(name, content);
		return this;
	}

	AuditPackage add(String name, String content) {
		return add(name, content.getBytes(StandardCharsets.UTF_8));
	}

	/** The names and hashes of the files so far, in their order. */
	Map<String, String> hashes() {
		Map<String, String> hashes = new LinkedHashMap<>();
		this.files.forEach((name, content) -> hashes.put(name, LogChain.sha256(content)));
		return hashes;
	}

	/**
	 * Closes the package.
	 * @param manifest the JSON that names every file and its hash
	 */
	Sealed seal(String manifest) {
		byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
		String seal = LogChain.sha256(bytes);
		add(MANIFEST, bytes).add(SEAL, seal);
		return new Sealed(seal, zip());
	}

	private byte[] zip() {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			zip.setMethod(ZipOutputStream.STORED);
			for (var file : this.files.entrySet()) {
				zip.putNextEntry(entry(file.getKey(), file.getValue()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static ZipEntry entry(String name, byte[] content) {
		var crc = new CRC32();
		crc.update(content);
		var entry = new ZipEntry(name);
		entry.setTimeLocal(ALWAYS);
		entry.setSize(content.length);
		entry.setCompressedSize(content.length);
		entry.setCrc(crc.getValue());
		return entry;
	}

	/**
	 * A package that is complete.
	 *
	 * @param seal the SHA-256 of its manifest, which the house writes down too
	 */
	record Sealed(String seal, byte[] zip) {
	}

}
