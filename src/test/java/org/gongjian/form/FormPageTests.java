package org.gongjian.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.identity.Accounts;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of a form as a browser without JavaScript sees them. */
@HouseTest
class FormPageTests {

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	@Autowired
	FormPageTests(MockMvcTester mvc, JdbcClient jdbc, Accounts accounts) {
		this.mvc = mvc;
		this.jdbc = jdbc;
		this.accounts = accounts;
	}

	@BeforeEach
	void people() {
		for (String username : List.of("form.lin", "form.wang")) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
		FormPages.organisations(this.jdbc);
		this.jdbc.sql("delete from draft").update();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(user("form.lin")).exchange();
	}

	private MvcTestResult post(String action, Map<String, String> typed, MockMultipartFile... files) {
		var request = this.mvc.post().uri("/sample/every-type").with(user("form.lin")).with(csrf()).multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		request.param("_action", action);
		typed.forEach(request::param);
		return request.exchange();
	}

	private static String html(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static List<String> found(String html, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(html);
		List<String> all = new ArrayList<>();
		while (matcher.find()) {
			all.add(matcher.group(1));
		}
		return all;
	}

	@Test
	void everyFieldHasALabelAndSomethingToFillIn() {
		MvcTestResult page = get("/sample/every-type");
		assertThat(page).hasStatusOk();
		String html = html(page);
		for (Field field : FormFixtures.form("every-type").fields()) {
			assertThat(html).contains(field.label().en()).containsPattern("name=\"(_q\\.|_upload\\.)?" + field.name());
		}
		for (String target : found(html, "<label for=\"([^\"]+)\"")) {
			assertThat(html).contains("id=\"" + target + "\"");
		}
		List<String> ids = found(html, " id=\"([^\"]+)\"");
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(html).doesNotContain("style=", "onclick=", "??");
	}

	@Test
	void aRowIsAddedAndRemovedWithoutScript() {
		String added = html(post("add-row:resourceList", Map.of("reason", "typed <b>so far</b>", "resourceList[0].item",
				"Hall", "resourceList[0].shared", "true")));
		assertThat(added).contains("name=\"resourceList[0].item\"", "value=\"Hall\"", "name=\"resourceList[1].item\"",
				"typed &lt;b&gt;so far&lt;/b&gt;");
		assertThat(added).containsPattern("<select id=\"f-resourceList-1-side\"[^>]*autofocus");
		String removed = html(post("remove-row:resourceList[0]",
				Map.of("resourceList[0].item", "Hall", "resourceList[1].item", "Bus")));
		assertThat(removed).contains("value=\"Bus\"").doesNotContain("value=\"Hall\"", "resourceList[1]");
	}

	@Test
	void manyAreFoundBySearchWithoutScript() {
		String open = html(get("/sample/every-type"));
		assertThat(open).contains("name=\"_q.enterpriseOrg\"", "value=\"search:enterpriseOrg\"")
			.containsPattern("<select[^>]*name=\"governmentOrg\"");
		String searched = html(post("search:enterpriseOrg", Map.of("_q.enterpriseOrg", "Enterprise 2")));
		assertThat(searched).containsPattern("type=\"radio\"[^>]*name=\"enterpriseOrg\"[^>]*value=\"T-F02\"")
			.containsPattern("value=\"T-F21\"")
			.doesNotContain("value=\"T-F01\"");
		String chosen = html(post("stay", Map.of("enterpriseOrg", "T-F21", "_q.enterpriseOrg", "nothing like it")));
		assertThat(chosen).containsPattern("value=\"T-F21\" checked").contains("Nothing was found");
	}

	@Test
	void whatIsWrongStandsOnTopAndBesideTheField() {
		MvcTestResult refused = post("submit",
				Map.of("plannedActivities", "1,000", "budget", "１２", "resourceList[0].quantity", "many"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		String html = html(refused);
		assertThat(html).contains("error-summary", "href=\"#f-plannedActivities\"",
				"href=\"#f-resourceList-0-quantity\"", "id=\"f-plannedActivities-error\"", "value=\"1,000\"",
				"value=\"１２\"");
		assertThat(html).containsPattern(
				"id=\"f-plannedActivities\"[^>]*aria-describedby=\"[^\"]*f-plannedActivities-error\" aria-invalid=\"true\"");
		for (String target : found(html, "<a href=\"#(f-[^\"]+)\"")) {
			assertThat(html).contains(" id=\"" + target + "\"");
		}
	}

	@Test
	void theLanguageChangesAndNothingTypedIsLost() {
		MvcTestResult changed = this.mvc.post()
			.uri("/sample/every-type")
			.with(user("form.lin"))
			.with(csrf())
			.param("_lang", "zh-CN")
			.param("reason", "Half a sentence")
			.param("resourceList[0].item", "Hall")
			.exchange();
		assertThat(changed).hasStatusOk();
		assertThat(html(changed)).contains("资源清单", "Half a sentence", "value=\"Hall\"").doesNotContain("error-summary");
		this.accounts.prefer("form.lin", java.util.Locale.ENGLISH, null);
	}

	@Test
	void aFileIsTakenInShownRemovedAndItsOwnersAlone() {
		MockMultipartFile file = new MockMultipartFile("_upload.minutes", "../会议 \"记录\".pdf", "text/html", PDF);
		MvcTestResult taken = post("upload:minutes", Map.of("reason", "typed"), file);
		assertThat(taken).hasStatusOk();
		String id = found(html(taken), "name=\"minutes\" value=\"([^\"]+)\"").get(0);
		assertThat(html(taken)).contains("会议 _记录_.pdf", "/form/uploads/" + id);
		MvcTestResult download = get("/form/uploads/" + id);
		assertThat(download).hasStatusOk()
			.hasContentType(MediaType.APPLICATION_PDF)
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		assertThat(download.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment;")
			.contains("filename*=UTF-8''%E4%BC%9A%E8%AE%AE%20_%E8%AE%B0%E5%BD%95_.pdf");
		assertThat(download.getResponse().getContentAsByteArray()).isEqualTo(PDF);
		assertThat(this.mvc.get().uri("/form/uploads/" + id).with(user("form.wang")).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		String removed = html(post("remove-file:minutes:" + id, Map.of("minutes", id)));
		assertThat(removed).doesNotContain(id);
		assertThat(get("/form/uploads/" + id)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aFileThatIsNotWhatItSaysIsRefusedBesideItsField() {
		MockMultipartFile file = new MockMultipartFile("_upload.minutes", "page.pdf", "application/pdf",
				"<html><script>".getBytes(StandardCharsets.US_ASCII));
		MvcTestResult refused = post("upload:minutes", Map.of("reason", "typed"), file);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(refused)).contains("id=\"f-minutes-error\"", "“page.pdf” is not accepted", ">typed</textarea>");
	}

	@Test
	void aDraftIsKeptRestoredAndDiscarded() {
		assertThat(html(post("save-draft", Map.of("reason", "Half", "resourceList[0].item", "Hall"))))
			.contains("Draft saved");
		String restored = html(get("/sample/every-type"));
		assertThat(restored).contains("This is your draft", ">Half</textarea>", "value=\"Hall\"",
				"name=\"_draft\" value=\"1\"");
		assertThat(html(this.mvc.get().uri("/sample/every-type").with(user("form.wang")).exchange()))
			.doesNotContain("value=\"Hall\"");
		assertThat(html(post("discard", Map.of("reason", "Half")))).doesNotContain(">Half</textarea>");
		assertThat(html(get("/sample/every-type"))).doesNotContain("This is your draft");
	}

	@Test
	void theScriptKeepsADraftUnlessAnotherDeviceDid() {
		MvcTestResult kept = post("autosave", Map.of("_draft", "0", "reason", "one"));
		assertThat(kept).hasStatusOk();
		assertThat(html(kept)).contains("data-version=\"1\"").doesNotContain("<html");
		assertThat(post("autosave", Map.of("_draft", "1", "reason", "two"))).hasStatusOk();
		MvcTestResult late = post("autosave", Map.of("_draft", "1", "reason", "late"));
		assertThat(late).hasStatus(HttpStatus.CONFLICT);
		assertThat(html(late)).contains("changed on another device");
		assertThat(html(get("/sample/every-type"))).contains(">two</textarea>");
	}

	@Test
	void theAnswersAreShownInWordsAndGoAlong() {
		MvcTestResult answers = post("check", FormPages.right());
		assertThat(answers).hasStatusOk();
		assertThat(html(answers)).contains("Enterprise 8", "1 Dec 2026", "¥1,200.50", "Joint training of teams",
				"name=\"resourceList[0].item\" value=\"Hall\"", "name=\"enterpriseOrg\" value=\"T-F08\"",
				"value=\"back:reason\"");
	}

	@Test
	void whatACaseHoldsIsShownReadOnly() {
		String html = html(this.mvc.get().uri("/sample/review").with(user("form.lin")).exchange());
		assertThat(html).contains("They fit.\nReally.", "Joint training of teams", "Lecture hall", "1,200", "¥1,200.50",
				"I have no conflict of interest in this case", "Only if “Decision” is Approve.",
				"Needed for: Reject or Return for changes.", "The step before");
		assertThat(html).doesNotContain("name=\"reason\"")
			.containsPattern(">Comment</span>\\s*<span[^>]*>\\(optional\\)");
		assertThat(html(get("/sample/refusal"))).doesNotContain("Needed for:")
			.containsPattern(">Comment</span>\\s*</label>");
	}

	@Test
	void pressingEnterDecidesNothing() {
		String html = html(get("/sample/every-type"));
		int form = html.indexOf("id=\"main-form\"");
		Matcher first = Pattern.compile("<button[^>]*type=\"submit\"[^>]*value=\"([^\"]*)\"").matcher(html);
		assertThat(first.find(form)).isTrue();
		assertThat(first.group(1)).isEqualTo("stay");
	}

	@Test
	void nobodyIsListedWithoutAQuestion() {
		assertThat(get("/form/options?type=person")).hasStatusOk().bodyJson().isEqualTo("[]");
		assertThat(get("/form/options?type=organisation&side=GOVERNMENT&q=T-G0")).bodyJson()
			.extractingPath("$[*].id")
			.asArray()
			.containsExactly("T-G01", "T-G02", "T-G03");
		assertThat(get("/form/options?type=organisation&side=NOWHERE")).bodyJson().isEqualTo("[]");
		assertThat(get("/form/options?type=organisation&q=%00")).hasStatusOk();
		assertThat(this.mvc.get().uri("/form/options?type=organisation").exchange()).hasStatus3xxRedirection();
	}

	@Test
	void templatesAndScriptsInWhatIsTypedStayText() {
		String evil = "</textarea><script>document.title=1</script>${7*7}__${7*7}__::.x[[${7*7}]]";
		String html = html(post("stay", Map.of("reason", evil, "shortName", "\"><img src=x onerror=1>",
				"_q.enterpriseOrg", "<script>x</script>", "requestType", "'\"><b>", "resourceList[0].item", evil)));
		assertThat(html).doesNotContain("<script>document", "<img src=x", "<script>x", "49__", "[49]");
		assertThat(html).contains("&lt;script&gt;document.title=1");
	}

}
