package org.gongjian.web;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfPagesTests {

	private final PdfPages pages = new PdfPages();

	@Test
	void chineseTextIsEmbeddedAndCanBeReadBack() throws IOException {
		byte[] pdf = this.pages.write(page("结对共建协议书 Agreement XY-2026-001-01"));
		try (var document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("结对共建协议书", "XY-2026-001-01");
			var fonts = document.getPage(0).getResources();
			assertThat(fonts.getFontNames())
				.allSatisfy((name) -> assertThat(fonts.getFont(name).isEmbedded()).isTrue());
		}
		assertThat(pdf.length).as("a subset of the font").isLessThan(200_000);
	}

	@Test
	void nothingIsFetchedFromOutside() {
		assertThat(this.pages.write(page("<img src=\"http://127.0.0.1:9/x.png\" alt=\"x\"/>"))).isNotEmpty();
		assertThat(this.pages.write(page("<img src=\"file:///etc/hostname\" alt=\"x\"/>"))).isNotEmpty();
	}

	private static String page(String body) {
		return "<html><head><style>body { font-family: 'Noto Sans SC'; }</style></head><body>" + body
				+ "</body></html>";
	}

}
