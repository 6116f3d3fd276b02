package org.gongjian.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.gongjian.identity.Accounts;
import org.gongjian.identity.Journal;
import org.gongjian.identity.JournalFilter;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HouseTest
class RefusalTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Journal journal;

	@ParameterizedTest
	@CsvSource({ "not-found,404,Not found,未找到", "not-allowed,403,Not allowed,没有权限",
			"invalid,422,Something is not right yet,内容有误", "overtaken,409,Somebody was first,已有他人先行办理" })
	void peopleGetAPageInTheirLanguage(String kind, int status, String english, String chinese) {
		assertThat(get("/refusing/" + kind, "en")).hasStatus(status)
			.bodyText()
			.contains("<h1>" + english + "</h1>")
			.doesNotContain("secret");
		assertThat(get("/refusing/" + kind, "zh-CN")).hasStatus(status).bodyText().contains("<h1>" + chinese + "</h1>");
	}

	@Test
	void programsGetAProblem() {
		assertThat(get("/api/refusing/invalid", "zh-CN")).hasStatus(422)
			.hasContentTypeCompatibleWith("application/problem+json")
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"type": "about:blank", "title": "内容有误", "status": 422, "instance": "/api/refusing/invalid",
							"errors": [{"field": "plan", "code": "identity.password.short", "message": "请输入至少 12 个字符的密码。"}]}""");
		assertThat(get("/api/refusing/overtaken", "en")).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"status": 409, "decidedBy": "li.wei", "decidedAt": "2026-12-01T09:00:00.000+08:00", "decision": "APPROVE"}""");
		assertThat(get("/api/refusing/not-allowed", "en")).hasStatus(403)
			.bodyJson()
			.extractingPath("detail")
			.isEqualTo("You cannot disable your own account.");
	}

	@Test
	void theSecondOneReadsWhoWasFirst() {
		assertThat(get("/refusing/overtaken", "en")).bodyText().contains("li.wei", "1 Dec 2026, 09:00", "APPROVE");
	}

	@Test
	void anIdThatCannotBeOneIsAnUnknownOne() {
		assertThat(body("/refusing/id/x").replace("/refusing/id/x", "…"))
			.isEqualTo(body("/refusing/not-found").replace("/refusing/not-found", "…"));
		assertThat(get("/api/refusing/id/x", "en")).hasStatus(404);
		assertThat(get("/refusing/id/" + UUID.randomUUID(), "en")).hasStatusOk();
	}

	@Test
	void whoWasRefusedIsInTheJournal() {
		get("/refusing/not-allowed", "en");
		assertThat(this.journal.search(new JournalFilter("", "access", "/refusing/not-allowed", null, null), null, 5)
			.items()).isNotEmpty();
	}

	@Test
	void aLanguageButtonDecidesNothingWhereAPageCannotShowItsFormAgain() {
		assertThat(this.mvc.post()
			.uri("/refusing/decide")
			.with(csrf())
			.with(user(somebody()))
			.header("Referer", "http://localhost/refusing/page?a=b")
			.param("_lang", "zh-CN")).hasStatus(302).hasRedirectedUrl("/refusing/page?a=b");
		assertThat(this.mvc.post()
			.uri("/refusing/decide")
			.with(csrf())
			.with(user(somebody()))
			.header("Referer", "https://evil.example/x")
			.param("_lang", "en")).hasRedirectedUrl("/");
		assertThat(this.mvc.post().uri("/language").with(csrf()).param("_lang", "fr")).hasStatus(422);
	}

	@Test
	void aStrangersLanguageIsKeptInACookie() {
		MvcTestResult chosen = this.mvc.get().uri("/login?_lang=zh-CN&a=b").exchange();
		assertThat(chosen).hasRedirectedUrl("/login?a=b");
		assertThat(this.mvc.get()
			.uri("/login")
			.cookie(chosen.getResponse().getCookie("language"))
			.header("Accept-Language", "en")).bodyText().contains("lang=\"zh-CN\"");
		assertThat(this.mvc.get().uri("/login").header("Accept-Language", "fr, zh-TW;q=0.5")).bodyText()
			.contains("lang=\"zh-CN\"");
		assertThat(this.mvc.get().uri("/login").header("Accept-Language", "../../x")).bodyText()
			.contains("lang=\"en\"");
		assertThat(this.mvc.get().uri("/login?_lang=../../etc")).hasStatusOk().bodyText().contains("lang=\"en\"");
	}

	private MvcTestResult get(String path, String language) {
		return this.mvc.get().uri(path).with(user(somebody())).header("Accept-Language", language).exchange();
	}

	private String body(String path) {
		return new String(get(path, "en").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
			.replaceAll("value=\"[^\"]{60,}\"", "");
	}

	private String somebody() {
		if (this.accounts.find("refused.user").isEmpty()) {
			this.accounts.create("refused.user", "Refused", null, null);
		}
		this.accounts.prefer("refused.user", null, null);
		return "refused.user";
	}

}
