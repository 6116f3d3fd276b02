package org.gongjian.casefile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Files as people and attackers send them, made on the spot. */
final class FileFixtures {

	private static final String DOCX_TYPES = """
			<?xml version="1.0"?><Types><Override PartName="/word/document.xml"
			ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

	private static final String XLSX_TYPES = """
			<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml"
			ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""";

	private FileFixtures() {
	}

	static byte[] pdf() {
		return pdf("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
	}

	static byte[] pdf(String objects) {
		return text(
				"%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n" + objects + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
						+ "endobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
	}

	/** A PDF whose objects hide in a compressed stream. */
	static byte[] pdfWithHidden(String objects) {
		Deflater deflater = new Deflater();
		deflater.setInput(text(objects));
		deflater.finish();
		byte[] packed = new byte[10_000];
		int length = deflater.deflate(packed);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(
				text("%PDF-1.7\n3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length " + length + " >>\nstream\n"));
		out.write(packed, 0, length);
		out.writeBytes(text("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"));
		return out.toByteArray();
	}

	static byte[] png() {
		return picture("png", 3, 2);
	}

	static byte[] jpeg() {
		return picture("jpg", 3, 2);
	}

	private static byte[] picture(String format, int width, int height) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A picture that says it is so large. */
	static byte[] hugePng() {
		byte[] png = png();
		ByteBuffer.wrap(png).putInt(16, 64_000).putInt(20, 64_000);
		CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		return png;
	}

	static byte[] docx() {
		return zip(Map.of("[Content_Types].xml", text(DOCX_TYPES), "word/document.xml", text("<document/>")));
	}

	static byte[] docxWith(String name, byte[] content) {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put("[Content_Types].xml", text(DOCX_TYPES));
		entries.put("word/document.xml", text("<document/>"));
		entries.put(name, content);
		return zip(entries);
	}

	static byte[] xlsx() {
		return zip(Map.of("[Content_Types].xml", text(XLSX_TYPES), "xl/workbook.xml", text("<workbook/>")));
	}

	static byte[] zip(Map<String, byte[]> entries) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(out)) {
				for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
					zip.putNextEntry(new ZipEntry(entry.getKey()));
					zip.write(entry.getValue());
				}
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An OLE2 file with those streams in its directory. */
	static byte[] ole(String... streams) {
		ByteBuffer file = ByteBuffer.allocate(512 + 128 * (streams.length + 1) + 512)
			.order(java.nio.ByteOrder.LITTLE_ENDIAN);
		file.put(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
				(byte) 0xE1 });
		int at = 512;
		for (String stream : streams) {
			byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
			file.position(at).put(name);
			file.putShort(at + 64, (short) (name.length + 2));
			file.put(at + 66, (byte) 2);
			at += 128;
		}
		return file.array();
	}

	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}

}
