package org.gongjian.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void whatASpreadsheetWouldCalculateIsText() {
		for (String formula : List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", " =cmd|' /C calc'!A0", "\n=1")) {
			assertThat(CsvRows.cell(formula)).as(formula).isEqualTo("'" + formula);
			assertThat(CsvUpload.cell(CsvRows.cell(formula))).isEqualTo(formula);
		}
	}

	@Test
	void ordinaryTextStaysAsItIs() {
		for (String text : List.of("", "党支部", "a=b", "1-2", "'tis", "x@y.cn")) {
			assertThat(CsvRows.cell(text)).isEqualTo(text);
			assertThat(CsvUpload.cell(text)).isEqualTo(text);
		}
		assertThat(CsvRows.cell(null)).isEmpty();
	}

	@Test
	void aTableBeginsWithAByteOrderMarkAndQuotesWhatItMust() {
		assertThat(CsvDownload.text(List.of("a", "b"), List.of(Arrays.asList("x,\"y\"", null))))
			.isEqualTo("\uFEFFa,b\r\n\"x,\"\"y\"\"\",\r\n");
	}

	@Test
	void chineseIsReadInBothEncodings() {
		assertThat(CsvUpload.read("党支部".getBytes(StandardCharsets.UTF_8)).orElseThrow().text()).isEqualTo("党支部");
		assertThat(CsvUpload.read("\uFEFF党支部".getBytes(StandardCharsets.UTF_8)).orElseThrow().text()).isEqualTo("党支部");
		assertThat(CsvUpload.read("党支部".getBytes(Charset.forName("GBK"))).orElseThrow().text()).isEqualTo("党支部");
	}

	@Test
	void whatIsNoTextIsNotRead() {
		assertThat(CsvUpload.read(new byte[] { 'P', 'K', 3, 4, 0, 0, 0 })).isEmpty();
		assertThat(CsvUpload.read("党".getBytes(StandardCharsets.UTF_16))).isEmpty();
	}

}
