package org.gongjian.identity;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.gongjian.web.TooManyRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gongjian.identity.IdentityFixtures.PASSWORD;
import static org.gongjian.identity.IdentityFixtures.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@HouseTest
class DoorsTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Tokens tokens;

	@Autowired
	private Journal journal;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	@BeforeEach
	void somebody() {
		this.limits.reset();
		IdentityFixtures.account(this.accounts, this.actors, "doors.user");
		IdentityFixtures.account(this.accounts, this.actors, "doors.admin", "sys-admin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/profile", "/.git/HEAD", "/api/v1/me", "/assets/css/base.css",
			"/actuator/health", "/assets/nothing.css" })
	void everyAnswerCarriesTheHeaders(String path) {
		MvcTestResult result = this.mvc.get().uri(path).exchange();
		assertThat(result).hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Content-Security-Policy",
					"default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
							+ "form-action 'self'; img-src 'self' data:")
			.hasHeader("Referrer-Policy", "same-origin")
			.hasHeader("Cross-Origin-Opener-Policy", "same-origin")
			.doesNotContainHeader("X-Powered-By")
			.doesNotContainHeader("Server");
		boolean kept = path.startsWith("/assets/css");
		assertThat(result.getResponse().getHeader("Cache-Control")).contains(kept ? "no-cache" : "no-store");
	}

	@Test
	void whatIsNamedAfterItsContentIsKeptForEver() {
		String page = new String(this.mvc.get().uri("/login").exchange().getResponse().getContentAsByteArray());
		String css = page.replaceAll("(?s).*href=\"(/assets/css/base-[0-9a-f]{32}\\.css)\".*", "$1");
		assertThat(this.mvc.get().uri(css)).hasStatusOk()
			.hasHeader("Cache-Control", "max-age=31536000, public, immutable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.git/HEAD", "/.env", "/actuator", "/actuator/env", "/h2-console", "/engine-rest/engine",
			"/camunda/app" })
	void doorsThatAreNotThereAreNotThereForStrangers(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "POST" })
	void nothingElseOfTheEngineIsThereHoweverOneAsks(String method) {
		assertThat(this.mvc.method(HttpMethod.valueOf(method))
			.uri("/engine-rest/process-definition/count")
			.with(httpBasic("doors.admin", PASSWORD))).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/profile", "/admin/accounts", "/admin/process/x", "/v3/api-docs",
			"/swagger-ui/index.html", "/anything" })
	void strangersAreLedToTheLogin(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(302).hasRedirectedUrl("/login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/accounts", "/admin/accounts/new", "/admin/accounts/doors.user", "/admin/journal",
			"/admin/anything", "/admin/process/anything", "/actuator/env" })
	void adminPagesAreForAdministrators(String path) {
		Cookie cookie = signedIn(this.mvc, "doors.user");
		assertThat(this.mvc.get().uri(path).cookie(cookie)).hasStatus(403);
		assertThat(this.mvc.post().uri(path).with(csrf()).cookie(cookie)).hasStatus(403);
		List<Journal.Entry> entries = this.journal
			.search(new JournalFilter("doors.user", "access.refused", path, null, null), null, 5)
			.items();
		assertThat(entries).isNotEmpty();
	}

	@Test
	void aRoleThatIsTakenAwayIsGoneWithTheNextClick() {
		Cookie cookie = signedIn(this.mvc, "doors.admin");
		assertThat(this.mvc.get().uri("/admin/accounts").cookie(cookie)).hasStatusOk();
		this.actors.give("doors.admin");
		assertThat(this.mvc.get().uri("/admin/accounts").cookie(cookie)).hasStatus(403);
	}

	@Test
	void programsComeWithPasswordOrToken() {
		String token = this.tokens.create("doors.user", "tests");
		assertThat(this.mvc.get().uri("/api/nothing").with(httpBasic("doors.user", PASSWORD))).hasStatus(404);
		assertThat(bearer(token)).hasStatus(404);
		assertThat(bearer("gj_wrong")).hasStatus(401);
		this.tokens.revoke("doors.user", this.tokens.of("doors.user").get(0).id());
		assertThat(bearer(token)).hasStatus(401);
	}

	@Test
	void aStrangerAtTheApiGetsAProblemInHisLanguage() {
		assertThat(this.mvc.get().uri("/api/v1/me").header("Accept-Language", "zh-CN,en;q=0.5")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Basic realm=\"Gongjian\", charset=\"UTF-8\"")
			.hasContentType("application/problem+json;charset=UTF-8")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"type": "about:blank", "status": 401, "title": "请先登录", "instance": "/api/v1/me"}""");
	}

	@Test
	void theSessionCookieAloneReadsTheApiButDoesNotWrite() {
		Cookie cookie = signedIn(this.mvc, "doors.user");
		assertThat(this.mvc.get().uri("/api/nothing").cookie(cookie)).hasStatus(404);
		assertThat(this.mvc.post().uri("/api/nothing").cookie(cookie)).hasStatus(401);
		assertThat(this.mvc.post().uri("/api/nothing").cookie(cookie).with(csrf())).hasStatus(401);
		assertThat(this.mvc.delete().uri("/api/nothing").cookie(cookie)).hasStatus(401);
	}

	@Test
	void aDisabledAccountIsOutAtOnceByEveryDoor() {
		IdentityFixtures.account(this.accounts, this.actors, "doors.leaver");
		this.accounts.enable("doors.leaver");
		Cookie cookie = signedIn(this.mvc, "doors.leaver");
		String token = this.tokens.create("doors.leaver", "tests");
		this.accounts.disable("doors.leaver");
		assertThat(this.mvc.get().uri("/profile").cookie(cookie)).hasRedirectedUrl("/login");
		assertThat(bearer(token)).hasStatus(401);
		assertThat(this.mvc.get().uri("/api/nothing").with(httpBasic("doors.leaver", PASSWORD))).hasStatus(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "OPTIONS", "FOO" })
	void unknownMethodsAreRefused(String method) {
		assertThat(this.mvc.method(HttpMethod.valueOf(method)).uri("/login")).hasStatus(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//admin", "/admin/..;/accounts", "/login;jsessionid=x", "/a/../admin" })
	void trickyPathsAreRefused(String path) {
		assertThat(this.mvc.get().uri(URI.create("http://localhost" + path))).hasStatus(400);
	}

	@Test
	void searchingWithoutEndIsRefusedForAWhile() {
		Cookie cookie = signedIn(this.mvc, "doors.admin");
		this.actors.give("doors.admin", "sys-admin");
		MvcTestResult result;
		int tries = 0;
		do {
			assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> takeWithoutEnd("doors.admin"));
			result = this.mvc.get().uri("/admin/accounts?q=x").cookie(cookie).exchange();
		}
		while (result.getResponse().getStatus() != 429 && ++tries < 20);
		assertThat(result).hasStatus(429).hasHeader("Retry-After", "1").bodyText().contains("Too many requests");
	}

	private void takeWithoutEnd(String username) {
		while (true) {
			this.limits.take("search", username, 300);
		}
	}

	private MvcTestResult bearer(String token) {
		return this.mvc.get().uri("/api/nothing").header("Authorization", "Bearer " + token).exchange();
	}

}
