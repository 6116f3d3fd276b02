package org.gongjian.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes documents as PDF. The Chinese font is embedded as the subset of the characters
 * used; it is the only font, so emphasis is made by size and colour.
 */
@Component
public class PdfPages {

	private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";

	private static final String FAMILY = "Noto Sans SC";

	private static final int REGULAR = 400;

	static {
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * The first document looks through every font of the machine, which may take seconds:
	 * better after the start than when somebody waits for it.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void warmUp() {
		Thread first = new Thread(() -> write("<p style=\"font-family: '" + FAMILY + "'\">共建</p>"), "first-pdf");
		first.setDaemon(true);
		first.start();
	}

	/**
	 * Turns a page into PDF.
	 * @param html well-formed XHTML with its style inside; every image a {@code data:}
	 * address, nothing is ever fetched
	 * @return the bytes of the PDF
	 * @throws UncheckedIOException if it cannot be written
	 */
	public byte[] write(String html) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PdfRendererBuilder page = new PdfRendererBuilder();
		page.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
		page.useFont(PdfPages::font, FAMILY, REGULAR, FontStyle.NORMAL, true);
		page.withProducer("Gongjian");
		page.withHtmlContent(html, null);
		page.toStream(out);
		try {
			page.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The document cannot be written as PDF", ex);
		}
		return out.toByteArray();
	}

	private static InputStream font() {
		return PdfPages.class.getResourceAsStream(FONT);
	}

}
