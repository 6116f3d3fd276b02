package org.gongjian.insight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a spreadsheet is given: never something it would calculate. */
class SheetTests {

	private static final List<String> TRICKS = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "=cmd|' /C'!A0");

	@TempDir
	private Path folder;

	@Test
	void csvCellsThatLookLikeFormulasBeginWithAnApostrophe() throws IOException {
		var out = new ByteArrayOutputStream();
		try (Sheet sheet = new CsvSheet(out)) {
			sheet.row(List.of("name"));
			TRICKS.forEach((trick) -> sheet.row(List.of(trick)));
			sheet.row(Arrays.asList("共建", null, 3));
		}
		String text = out.toString(StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFFname").endsWith("共建,,3\r\n");
		assertThat(text.lines().skip(1).limit(TRICKS.size()))
			.allMatch((line) -> line.startsWith("'") || line.startsWith("\"'"));
	}

	@Test
	void excelCellsAreTextOrNumbersAndNeverFormulas() throws IOException {
		var out = new ByteArrayOutputStream();
		try (Sheet sheet = new ExcelSheet(out, "pairings")) {
			sheet.row(List.of("name", "count"));
			TRICKS.forEach((trick) -> sheet.row(List.of(trick, 3)));
			sheet.row(Arrays.asList("共建 <&>", null));
		}
		String xml = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
		assertThat(xml).contains("=1+1", "&#x5171;&#x5efa; &lt;&amp;&gt;", "<v>3</v>").doesNotContain("<f>");
		assertThat(part(out.toByteArray(), "xl/workbook.xml")).contains("pairings");
	}

	@Test
	void anEmptyWorkbookOpensToo() throws IOException {
		var out = new ByteArrayOutputStream();
		new ExcelSheet(out, "empty").close();
		assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml")).contains("sheetData");
	}

	@Test
	void manyRowsAllArrive() throws IOException {
		var out = new ByteArrayOutputStream();
		try (Sheet sheet = new ExcelSheet(out, "many")) {
			sheet.row(List.of("number"));
			for (int i = 0; i < 3_000; i++) {
				sheet.row(new ArrayList<>(List.of("row " + i)));
			}
		}
		String xml = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
		assertThat(xml.split("<row ")).hasSize(3_002);
		assertThat(xml).contains(">row 0<", ">row 2999<");
	}

	private String part(byte[] book, String name) throws IOException {
		Path file = Files.write(this.folder.resolve("book.xlsx"), book);
		try (var zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
