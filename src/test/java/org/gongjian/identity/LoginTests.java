package org.gongjian.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.identity.IdentityFixtures.PASSWORD;
import static org.gongjian.identity.IdentityFixtures.login;
import static org.gongjian.identity.IdentityFixtures.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@HouseTest
class LoginTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	@Autowired
	private Journal journal;

	@BeforeEach
	void somebody() {
		this.limits.reset();
		IdentityFixtures.account(this.accounts, this.actors, "login.anna");
		this.accounts.unlock("login.anna");
		this.accounts.enable("login.anna");
	}

	@Test
	void theRightPasswordLeadsIn() {
		assertThat(login(this.mvc, "login.anna", PASSWORD)).hasStatus(302).hasRedirectedUrl("/");
		Cookie cookie = signedIn(this.mvc, " Login.Anna ");
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(this.mvc.get().uri("/profile").cookie(cookie)).hasStatusOk()
			.bodyText()
			.startsWith("<!DOCTYPE html>")
			.contains("login.anna");
		assertThat(journalOf("login.ok")).isNotEmpty();
	}

	@Test
	void overASecureConnectionTheCookieIsBoundToTheHost() {
		MvcTestResult result = this.mvc.post()
			.uri("/login")
			.with(csrf())
			.secure(true)
			.param("username", "login.anna")
			.param("password", PASSWORD)
			.exchange();
		Cookie cookie = result.getResponse().getCookie("__Host-gongjian");
		assertThat(cookie.getSecure()).isTrue();
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getDomain()).isNull();
		assertThat(result.getResponse().getHeader("Strict-Transport-Security")).contains("max-age=31536000")
			.contains("includeSubDomains");
	}

	@Test
	void aSessionIdFromOutsideIsNotKept() {
		Cookie before = this.mvc.get().uri("/login").exchange().getResponse().getCookie("gongjian");
		Cookie after = this.mvc.post()
			.uri("/login")
			.with(csrf())
			.cookie(before)
			.param("username", "login.anna")
			.param("password", PASSWORD)
			.exchange()
			.getResponse()
			.getCookie("gongjian");
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		assertThat(this.mvc.get().uri("/profile").cookie(before)).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/profile").cookie(after)).hasStatusOk();
	}

	@Test
	void unknownWrongLockedAndDisabledGetTheSameAnswer() {
		IdentityFixtures.account(this.accounts, this.actors, "login.off");
		IdentityFixtures.account(this.accounts, this.actors, "login.locked");
		this.accounts.disable("login.off");
		lock("login.locked");
		List<String> answers = Arrays.asList(answer("login.nobody", PASSWORD), answer("login.anna", "wrong"),
				answer("login.off", PASSWORD), answer("login.locked", PASSWORD));
		assertThat(answers).allMatch((answer) -> answer.equals(answers.get(0)));
		assertThat(answers.get(0)).contains("error-summary");
	}

	@Test
	void tenWrongPasswordsLockTheAccountForAWhile() {
		IdentityFixtures.account(this.accounts, this.actors, "login.bruno");
		this.accounts.unlock("login.bruno");
		lock("login.bruno");
		assertThat(login(this.mvc, "login.bruno", PASSWORD)).hasRedirectedUrl("/login?refused");
		assertThat(this.accounts.find("login.bruno").orElseThrow().lockedUntil()).isNotNull();
		this.accounts.unlock("login.bruno");
		assertThat(login(this.mvc, "login.bruno", PASSWORD)).hasRedirectedUrl("/");
		assertThat(journalOf("login.refused")).isNotEmpty();
	}

	@Test
	void theOwnerGetsInFromAKnownBrowserAlthoughOthersLockTheAccount() {
		IdentityFixtures.account(this.accounts, this.actors, "login.known");
		this.accounts.unlock("login.known");
		Cookie device = login(this.mvc, "login.known", PASSWORD).getResponse().getCookie("device");
		lock("login.known");
		assertThat(login(this.mvc, "login.known", PASSWORD)).hasRedirectedUrl("/login?refused");
		assertThat(this.mvc.post()
			.uri("/login")
			.with(csrf())
			.cookie(device)
			.param("username", "login.known")
			.param("password", PASSWORD)).hasRedirectedUrl("/");
	}

	@Test
	void oneAddressIsWrongTwentyTimesAMinuteAndNotOftener() {
		int tries = 0;
		while (login(this.mvc, "login.guess" + tries, "wrong").getResponse().getStatus() == 302) {
			assertThat(++tries).isLessThan(40);
		}
		assertThat(tries).isGreaterThanOrEqualTo(20);
		MvcTestResult result = login(this.mvc, "login.anna", "wrong");
		assertThat(result).hasStatus(429);
		assertThat(Integer.parseInt(result.getResponse().getHeader("Retry-After"))).isBetween(1, 60);
		assertThat(this.mvc.get().uri("/api/v1/me").with(httpBasic("login.anna", "wrong"))).hasStatus(429);
	}

	@Test
	void withoutATokenOfThisSessionNobodySignsIn() {
		assertThat(this.mvc.post().uri("/login").param("username", "login.anna").param("password", PASSWORD))
			.hasStatus(403);
		assertThat(this.mvc.post()
			.uri("/login")
			.header("Referer", "http://localhost/login")
			.param("username", "login.anna")
			.param("password", PASSWORD)).hasRedirectedUrl("/login?late");
		assertThat(this.mvc.post().uri("/profile").cookie(signedIn(this.mvc, "login.anna"))).hasStatus(403);
	}

	@Test
	void whatAPageAsksForByItselfBeginsNoSession() {
		MvcTestResult live = this.mvc.get().uri("/inbox/live").accept(MediaType.TEXT_EVENT_STREAM).exchange();
		assertThat(live).hasRedirectedUrl("/login");
		assertThat(live.getResponse().getCookie("gongjian")).isNull();
		assertThat(
				this.mvc.get().uri("/inbox").accept(MediaType.TEXT_HTML).exchange().getResponse().getCookie("gongjian"))
			.isNotNull();
	}

	@Test
	void whatIsNotOfferedIsNotPreferred() {
		Cookie cookie = signedIn(this.mvc, "login.anna");
		assertThat(this.mvc.post().uri("/profile").with(csrf()).cookie(cookie).param("zone", "Asia/Tokyo"))
			.hasRedirectedUrl("/profile");
		assertThat(this.mvc.post()
			.uri("/profile")
			.with(csrf())
			.cookie(cookie)
			.header("Accept-Language", "en")
			.param("language", "xx")
			.param("zone", "Mars/Olympus")
			.param("shortcuts", "true")).hasStatus(422)
			.bodyText()
			.contains("Choose one of the languages offered", "Choose one of the time zones offered");
		assertThat(this.accounts.find("login.anna").orElseThrow().zone()).hasToString("Asia/Tokyo");
		assertThat(this.accounts.find("login.anna").orElseThrow().shortcuts()).isFalse();
		this.accounts.prefer("login.anna", null, null);
		this.accounts.shortcuts("login.anna", true);
	}

	@Test
	void signingOutEndsTheSession() {
		Cookie cookie = signedIn(this.mvc, "login.anna");
		MvcTestResult result = this.mvc.post().uri("/logout").with(csrf()).cookie(cookie).exchange();
		assertThat(result).hasRedirectedUrl("/login?out");
		assertThat(result.getResponse().getHeader("Clear-Site-Data")).contains("cache");
		assertThat(this.mvc.get().uri("/profile").cookie(cookie)).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/logout").cookie(signedIn(this.mvc, "login.anna"))).hasStatus4xxClientError();
	}

	@Test
	void theLoginLeadsBackToThePageAskedForOnTheOwnHost() {
		MvcTestResult asked = this.mvc.get()
			.uri("/profile/tokens?a=b")
			.header("Host", "evil.example")
			.with((request) -> {
				request.setServerName("evil.example");
				return request;
			})
			.exchange();
		assertThat(asked).hasRedirectedUrl("/login");
		assertThat(this.mvc.post()
			.uri("/login?next=//evil.example&continue=//evil.example")
			.with(csrf())
			.cookie(asked.getResponse().getCookie("gongjian"))
			.param("username", "login.anna")
			.param("password", PASSWORD)).hasRedirectedUrl("/profile/tokens?a=b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "demo", "sa", "camunda", "gongjian" })
	void thereIsNoDefaultLogin(String name) {
		assertThat(login(this.mvc, name, name)).hasRedirectedUrl("/login?refused");
	}

	@Test
	void aLanguageButtonDoesNotSignIn() {
		assertThat(this.mvc.post()
			.uri("/login")
			.with(csrf())
			.param("username", "typed.name")
			.param("password", PASSWORD)
			.param("_lang", "zh-CN")).hasStatusOk().bodyText().contains("typed.name").contains("lang=\"zh-CN\"");
	}

	private void lock(String username) {
		for (int i = 0; i < 10; i++) {
			login(this.mvc, username, "wrong " + i);
		}
		this.limits.reset();
	}

	private String answer(String username, String password) {
		MvcTestResult result = login(this.mvc, username, password);
		assertThat(result).hasRedirectedUrl("/login?refused");
		MvcTestResult page = this.mvc.get()
			.uri("/login")
			.param("refused", "")
			.cookie(result.getResponse().getCookie("gongjian"))
			.exchange();
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
			.replace(username, "…");
	}

	private List<Journal.Entry> journalOf(String what) {
		return this.journal.search(new JournalFilter("", what, "login.", null, null), null, 10).items();
	}

}
