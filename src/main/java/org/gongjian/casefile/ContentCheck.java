package org.gongjian.casefile;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what a file is by looking into it, never by its name, and refuses what
 * pretends to be two things at once, carries programs, or would grow beyond measure when
 * unpacked. Nothing is unpacked but a table of contents of bounded size.
 */
final class ContentCheck {

	private ContentCheck() {
	}

	/**
	 * What it is.
	 * @return empty if it is nothing the house takes
	 */
	static Optional<ContentType> of(Path file) {
		try {
			ContentType type = detect(file);
			return (type != null && isSound(file, type)) ? Optional.of(type) : Optional.empty();
		}
		catch (EOFException | ZipException | IllegalArgumentException ex) {
			return Optional.empty(); // breaks off, or is not put together as it says
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ContentType detect(Path file) throws IOException {
		byte[] head = FileBytes.head(file, 8);
		String magic = magic(file);
		if (FileBytes.starts(head, 0x25, 0x50, 0x44, 0x46, 0x2D)) {
			return "application/pdf".equals(magic) ? ContentType.PDF : null;
		}
		if (FileBytes.starts(head, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) {
			return "image/png".equals(magic) ? ContentType.PNG : null;
		}
		if (FileBytes.starts(head, 0xFF, 0xD8, 0xFF)) {
			return "image/jpeg".equals(magic) ? ContentType.JPEG : null;
		}
		if (FileBytes.starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
			return OleCheck.detect(file);
		}
		return FileBytes.starts(head, 0x50, 0x4B, 0x03, 0x04) ? OoxmlCheck.detect(file) : null;
	}

	/** What Tika reads in the first bytes; the second opinion. */
	private static String magic(Path file) throws IOException {
		try (TikaInputStream in = TikaInputStream.get(file)) {
			return MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
		}
	}

	private static boolean isSound(Path file, ContentType type) throws IOException {
		return switch (type) {
			case PDF -> PdfCheck.isSound(file);
			case PNG -> PictureCheck.isSoundPng(file);
			case JPEG -> PictureCheck.isSoundJpeg(file);
			case DOCX, XLSX -> true; // seen while detecting
			case DOC, XLS -> !FileBytes.hasZipTail(file);
		};
	}

}
