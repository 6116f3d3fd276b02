package org.gongjian.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.casefile.FileFixtures.docxWith;
import static org.gongjian.casefile.FileFixtures.joined;
import static org.gongjian.casefile.FileFixtures.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ContentCheckTests {

	@TempDir
	Path folder;

	static Stream<Arguments> taken() {
		return Stream.of(arguments(ContentType.PDF, FileFixtures.pdf()), arguments(ContentType.PNG, FileFixtures.png()),
				arguments(ContentType.JPEG, FileFixtures.jpeg()), arguments(ContentType.DOCX, FileFixtures.docx()),
				arguments(ContentType.XLSX, FileFixtures.xlsx()),
				arguments(ContentType.DOC, FileFixtures.ole("WordDocument", "1Table")),
				arguments(ContentType.XLS, FileFixtures.ole("Workbook")),
				arguments(ContentType.PDF,
						FileFixtures
							.pdf("1 0 obj\n<< /Length 30 >>\nstream\n/JavaScript (only text)\nendstream\nendobj\n")),
				arguments(ContentType.JPEG, joined(FileFixtures.jpeg(), text("some camera writes its notes behind"))));
	}

	@ParameterizedTest
	@MethodSource("taken")
	void theKindIsFoundInTheContent(ContentType type, byte[] content) throws IOException {
		assertThat(ContentCheck.of(file(content))).contains(type);
	}

	static Stream<Arguments> refused() {
		byte[] large = new byte[20 * 1024 * 1024];
		return Stream.of(arguments("HTML", text("<!DOCTYPE html><script>alert(1)</script>")),
				arguments("SVG", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
				arguments("XML", text("<?xml version='1.0'?><x/>")), arguments("plain text", text("Just words")),
				arguments("a program", text("MZ\u0090\0\u0003")), arguments("a script", text("#!/bin/sh\nrm -rf /\n")),
				arguments("JSP", text("<% out.println(1); %>")), arguments("GIF", text("GIF89a\1\0\1\0")),
				arguments("SWF", text("CWS\u0009xxxx")),
				arguments("MHT", text("MIME-Version: 1.0\nContent-Type: text/html\n\n<b>")),
				arguments("a bare ZIP", FileFixtures.zip(Map.of("a.txt", text("a")))),
				arguments("HTML after the PDF's first line",
						text("%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF")),
				arguments("a PDF behind HTML", joined(text("<html><body>"), FileFixtures.pdf())),
				arguments("a PDF without an end", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")),
				arguments("a PDF with much behind its end", joined(FileFixtures.pdf(), text("x".repeat(2000)))),
				arguments("PDF and ZIP in one",
						joined(FileFixtures.pdf(), FileFixtures.zip(Map.of("a.jar", text("a"))))),
				arguments("a PDF with JavaScript",
						FileFixtures
							.pdf("1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\n")),
				arguments("a PDF with escaped JavaScript",
						FileFixtures.pdf("1 0 obj\n<< /S /J#61vaScript /J#53 (app.alert(1)) >>\nendobj\n")),
				arguments("a PDF with JavaScript in a compressed stream",
						FileFixtures.pdfWithHidden("5 0 << /S /JavaScript /JS (app.alert(1)) >>")),
				arguments("a PDF that launches", FileFixtures.pdf("1 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n")),
				arguments("a PDF with a file in it", FileFixtures.pdf("1 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n")),
				arguments("PNG and ZIP in one",
						joined(FileFixtures.png(), FileFixtures.zip(Map.of("a.jar", text("a"))))),
				arguments("a PNG with something behind", joined(FileFixtures.png(), text("<script>"))),
				arguments("a PNG of 64000 × 64000", FileFixtures.hugePng()),
				arguments("a PNG that breaks off at once", java.util.Arrays.copyOf(FileFixtures.png(), 20)),
				arguments("half a PNG", java.util.Arrays.copyOf(FileFixtures.png(), 40)),
				arguments("JPEG and ZIP in one",
						joined(FileFixtures.jpeg(), FileFixtures.zip(Map.of("a.jar", text("a"))))),
				arguments("only the magic of a JPEG", text("\u00FF\u00D8\u00FF\u00E0")),
				arguments("a document with macros", docxWith("word/vbaProject.bin", text("x"))),
				arguments("a document with a program", docxWith("word/embeddings/a.exe", text("MZ"))),
				arguments("a document that climbs out", docxWith("../../etc/cron.d/x", text("x"))),
				arguments("a document with a backslash", docxWith("word\\x.xml", text("x"))),
				arguments("a bomb", docxWith("word/media/image1.png", large)),
				arguments("a document behind a script", joined(text("#!/bin/sh\n"), FileFixtures.docx())),
				arguments("a document with something behind", joined(FileFixtures.docx(), text("<script>"))),
				arguments("a hundred thousand entries", manyEntries()),
				arguments("a document that is only called one",
						FileFixtures
							.zip(Map.of("[Content_Types].xml", text("<Types/>"), "word/document.xml", text("<x/>")))),
				arguments("a document type declaration", FileFixtures.zip(Map.of("[Content_Types].xml", text(
						"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>wordprocessingml.document.main+xml"),
						"word/document.xml", text("<x/>")))),
				arguments("an installer in OLE2", FileFixtures.ole("SummaryInformation")),
				arguments("an old document with macros", FileFixtures.ole("WordDocument", "Macros")),
				arguments("an old sheet with macros", FileFixtures.ole("Workbook", "_VBA_PROJECT_CUR")),
				arguments("half a ZIP", java.util.Arrays.copyOf(FileFixtures.docx(), 60)));
	}

	private static byte[] manyEntries() {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < 100_000; i++) {
			entries.put("word/" + i, new byte[0]);
		}
		return FileFixtures.zip(entries);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refused")
	void anythingElseIsRefused(String what, byte[] content) throws IOException {
		long before = System.nanoTime();
		assertThat(ContentCheck.of(file(content))).as(what).isEmpty();
		assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
	}

	@Test
	void anEmptyFileIsNothing() throws IOException {
		assertThat(ContentCheck.of(file(new byte[0]))).isEmpty();
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "file", ""), content);
	}

}
