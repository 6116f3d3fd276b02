package org.gongjian.api;

import java.nio.charset.StandardCharsets;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OUTSIDER;
import static org.gongjian.api.Trial.PASSWORD;
import static org.gongjian.api.Trial.SECRETARY;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@HouseTest
class AttachmentResourceTests {

	private static final byte[] PDF = """
			%PDF-1.4
			1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
			2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
			trailer<</Root 1 0 R>>
			%%EOF
			""".getBytes(StandardCharsets.ISO_8859_1);

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void aFileIsAddedAndReadByThoseWhoSeeTheCase() {
		String number = this.trial.open("With a file");
		MvcTestResult added = upload(LIAISON, "/cases/" + number + "/attachments", "会议 纪要.pdf", PDF, null);
		assertThat(added).hasStatus(201);
		String path = added.getResponse().getHeader("Location").replace("/api/v1", "");
		MvcTestResult read = this.trial.get(SECRETARY, path);
		assertThat(read).hasStatusOk().hasContentType("application/pdf");
		assertThat(read.getResponse().getContentAsByteArray()).isEqualTo(PDF);
		assertThat(read.getResponse().getHeader("Content-Disposition")).startsWith("attachment").contains("filename*=");
		assertThat(read.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(this.trial.get(OUTSIDER, path)).hasStatus(404);
		String other = this.trial.open("Another case");
		assertThat(this.trial.get(LIAISON, path.replace(number, other))).hasStatus(404);
		assertThat(this.trial.get(LIAISON, "/cases/" + number + "/attachments/no-id")).hasStatus(404);
		assertThat(json(this.trial.get(SECRETARY, "/cases/" + number + "/attachments"))).hasSize(1);
		assertThat(upload(OUTSIDER, "/cases/" + number + "/attachments", "a.pdf", PDF, null)).hasStatus(404);
	}

	@Test
	void whatIsNoFileOfOursIsRefused() {
		String path = "/cases/" + this.trial.open("Bad files") + "/attachments";
		assertThat(upload(LIAISON, path, "page.pdf", "<html>".getBytes(StandardCharsets.UTF_8), null)).hasStatus(422);
		assertThat(upload(LIAISON, path, "empty.pdf", new byte[0], null)).hasStatus(422);
		MvcTestResult none = this.mvc.post()
			.uri("/api/v1" + path)
			.multipart()
			.with(httpBasic(LIAISON, PASSWORD))
			.exchange();
		assertThat(none).hasStatus(422);
		assertThat(json(none).get("errors").get(0).get("field").stringValue()).isEqualTo("file");
		assertThat(this.trial.post(LIAISON, path, "{}")).hasStatus(415);
	}

	@Test
	void aFileSentTwiceIsKeptOnce() {
		String number = this.trial.open("Sent twice");
		String path = "/cases/" + number + "/attachments";
		MvcTestResult first = upload(LIAISON, path, "a.pdf", PDF, "file-key");
		MvcTestResult second = upload(LIAISON, path, "a.pdf", PDF, "file-key");
		assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
		assertThat(json(second)).isEqualTo(json(first));
		assertThat(json(this.trial.get(LIAISON, path))).hasSize(1);
		assertThat(upload(LIAISON, path, "b.pdf", PDF, "file-key")).hasStatus(422);
	}

	@Test
	void aFileForAFormIsBroughtFirst() {
		MvcTestResult brought = upload(LIAISON, "/uploads", "papers.pdf", PDF, null);
		assertThat(brought).hasStatus(201);
		String id = json(brought).get("id").stringValue();
		String request = Trial.request("With papers").replace("\"level\"", "\"papers\": [\"" + id + "\"], \"level\"");
		MvcTestResult opened = this.trial.post(LIAISON, "/cases", request);
		assertThat(opened).hasStatus(201);
		String number = json(opened).get("number").stringValue();
		assertThat(this.trial.get(SECRETARY, "/cases/" + number + "/attachments/" + id)).hasStatusOk();
	}

	private MvcTestResult upload(String username, String path, String name, byte[] content, String key) {
		var request = this.mvc.post()
			.uri("/api/v1" + path)
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content));
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return request.with(httpBasic(username, PASSWORD)).exchange();
	}

}
