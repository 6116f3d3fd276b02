package org.gongjian.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import com.microsoft.playwright.options.FilePayload;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Papers to upload. */
final class Papers {

	private Papers() {
	}

	/** A page as PDF. */
	static FilePayload pdf(String name) {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(bytes);
			return new FilePayload(name + ".pdf", "application/pdf", bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A photo. */
	static FilePayload photo(String name) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
			return new FilePayload(name + ".jpg", "image/jpeg", bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
