package org.gongjian.identity;

import java.time.ZoneId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.identity.IdentityFixtures.PASSWORD;
import static org.gongjian.identity.IdentityFixtures.login;
import static org.gongjian.identity.IdentityFixtures.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class AccountTests {

	private static final String BETTER = "lantern over quiet river";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Journal journal;

	@Autowired
	private SetupLinks links;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	private Cookie admin;

	@BeforeEach
	void administrator() {
		this.limits.reset();
		IdentityFixtures.account(this.accounts, this.actors, "account.admin", "sys-admin");
		this.admin = signedIn(this.mvc, "account.admin");
	}

	@Test
	void anInvitedPersonSetsAPasswordOnceAndSignsInWithIt() {
		String page = body(post("/admin/accounts/new", this.admin, "username", "Account.New", "displayName", "新 人"));
		String link = token(page);
		assertThat(get("/setup?token=" + link)).hasStatusOk().bodyText().contains("account.new");
		assertThat(post("/setup", null, "token", link, "password", "password1234", "again", "password1234"))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"password-error\"", "error-summary");
		assertThat(post("/setup", null, "token", link, "password", BETTER, "again", "other words here")).hasStatus(422);
		assertThat(post("/setup", null, "token", link, "password", BETTER, "again", BETTER)).hasRedirectedUrl("/login");
		assertThat(post("/setup", null, "token", link, "password", BETTER, "again", BETTER)).hasStatus(404);
		assertThat(get("/setup?token=" + link)).hasStatus(404);
		assertThat(login(this.mvc, "account.new", BETTER)).hasRedirectedUrl("/");
		assertThat(this.journal.search(new JournalFilter("account.admin", "account.created", "", null, null), null, 5)
			.items()).extracting(Journal.Entry::subject).contains("account.new");
	}

	@Test
	void aNewLinkKillsTheOldOneThePasswordAndTheSessions() {
		IdentityFixtures.account(this.accounts, this.actors, "account.lost");
		Cookie cookie = signedIn(this.mvc, "account.lost");
		String first = token(body(post("/admin/accounts/account.lost/link", this.admin)));
		String second = token(body(post("/admin/accounts/account.lost/link", this.admin)));
		assertThat(get("/setup?token=" + first)).hasStatus(404);
		assertThat(get("/setup?token=" + second)).hasStatusOk();
		assertThat(login(this.mvc, "account.lost", PASSWORD)).hasRedirectedUrl("/login?refused");
		assertThat(this.mvc.get().uri("/profile").cookie(cookie)).hasRedirectedUrl("/login");
		this.accounts.changePassword("account.lost", PASSWORD, null);
		assertThat(get("/setup?token=" + second)).hasStatus(404);
	}

	@Test
	void theFirstAdministratorComesInByTheLinkOfTheConsole() {
		String link = token(this.links.create(null));
		assertThat(get("/setup?token=" + link)).hasStatusOk().bodyText().contains("name=\"displayName\"");
		assertThat(post("/setup", null, "token", link, "username", "A B", "displayName", "", "password", BETTER,
				"again", "other"))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"username-error\"", "id=\"displayName-error\"", "id=\"again-error\"");
	}

	@Test
	void aPasswordIsChangedWithTheOldOneAndOtherSessionsEnd() {
		IdentityFixtures.account(this.accounts, this.actors, "account.change");
		Cookie here = signedIn(this.mvc, "account.change");
		Cookie there = signedIn(this.mvc, "account.change");
		assertThat(post("/profile/password", here, "old", "wrong", "password", "short", "again", BETTER)).hasStatus(422)
			.bodyText()
			.contains("id=\"old-error\"", "id=\"password-error\"", "id=\"again-error\"");
		MvcTestResult changed = post("/profile/password", here, "old", PASSWORD, "password", BETTER, "again", BETTER);
		assertThat(changed).hasRedirectedUrl("/profile/password");
		Cookie renewed = changed.getResponse().getCookie("gongjian");
		assertThat(this.mvc.get().uri("/profile").cookie(renewed)).hasStatusOk();
		assertThat(this.mvc.get().uri("/profile").cookie(there)).hasRedirectedUrl("/login");
		assertThat(login(this.mvc, "account.change", PASSWORD)).hasRedirectedUrl("/login?refused");
	}

	@Test
	void languageAndZoneFollowTheAccount() {
		IdentityFixtures.account(this.accounts, this.actors, "account.zone");
		Cookie cookie = signedIn(this.mvc, "account.zone");
		assertThat(post("/profile", cookie, "language", "zh-CN", "zone", "America/New_York")).hasStatus(302);
		assertThat(this.mvc.get().uri("/profile").cookie(cookie).header("Accept-Language", "en")).hasStatusOk()
			.bodyText()
			.contains("lang=\"zh-CN\"")
			.contains("value=\"America/New_York\" selected");
		assertThat(post("/profile", cookie, "language", "xx", "zone", "Nowhere/Land")).hasStatus(422);
		assertThat(this.accounts.find("account.zone").orElseThrow().zone()).isEqualTo(ZoneId.of("America/New_York"));
	}

	@Test
	void sessionsAreListedAndEndedOneByOne() {
		IdentityFixtures.account(this.accounts, this.actors, "account.sessions");
		Cookie here = signedIn(this.mvc, "account.sessions");
		Cookie there = signedIn(this.mvc, "account.sessions");
		String page = body(this.mvc.get().uri("/profile/sessions").cookie(here).exchange());
		Matcher handle = Pattern.compile("name=\"session\" value=\"([0-9a-f]+)\"").matcher(page);
		assertThat(handle.find()).isTrue();
		assertThat(post("/profile/sessions/end", here, "session", handle.group(1))).hasStatus(302);
		assertThat(this.mvc.get().uri("/profile").cookie(there)).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/profile").cookie(here)).hasStatusOk();
	}

	@Test
	void aTokenIsShownOnceAndRevoked() {
		String page = body(post("/profile/tokens", this.admin, "name", "<b>report</b>"));
		assertThat(page).containsPattern("class=\"secret\">gj_[\\w-]{43}<").contains("&lt;b&gt;report");
		String later = body(this.mvc.get().uri("/profile/tokens").cookie(this.admin).exchange());
		assertThat(later).doesNotContain("gj_").contains("&lt;b&gt;report");
		assertThat(post("/profile/tokens", this.admin, "name", " ")).hasStatus(422);
		assertThat(post("/profile/tokens/" + UUID.randomUUID() + "/revoke", this.admin)).hasStatus(404);
	}

	@Test
	void nobodyDisablesHisOwnAccount() {
		assertThat(post("/admin/accounts/account.admin/disable", this.admin)).hasStatus(403)
			.bodyText()
			.contains("You cannot disable your own account.");
	}

	@Test
	void anUnknownAccountIsNotFound() {
		assertThat(this.mvc.get().uri("/admin/accounts/nobody").cookie(this.admin)).hasStatus(404)
			.bodyText()
			.contains("Not found");
		assertThat(post("/admin/accounts/nobody/disable", this.admin)).hasStatus(404);
	}

	@Test
	void theJournalShowsWhatWasTypedAsTextOnOneLine() {
		login(this.mvc, "x\n2026 FAKE<script>", "wrong");
		String page = body(this.mvc.get().uri("/admin/journal?what=login&q=FAKE").cookie(this.admin).exchange());
		assertThat(page).contains("x␤2026 fake&lt;script&gt;").doesNotContain("<script>alert");
		assertThat(this.mvc.get().uri("/admin/journal?from=2026-13-45").cookie(this.admin)).hasStatus(400);
		assertThat(this.mvc.get().uri("/admin/journal?cursor=x&q=%25&to=2026-01-01").cookie(this.admin)).hasStatusOk();
	}

	@Test
	void textNoDatabaseStoresIsRefused() {
		assertThat(post("/admin/accounts/new", this.admin, "username", "nul", "displayName", "a\0b")).hasStatus(422);
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult post(String uri, Cookie cookie, String... parameters) {
		var request = this.mvc.post().uri(uri).with(csrf());
		if (cookie != null) {
			request = request.cookie(cookie);
		}
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String token(String text) {
		Matcher token = Pattern.compile("/setup\\?token=([\\w-]{43})").matcher(text);
		assertThat(token.find()).as(text).isTrue();
		return token.group(1);
	}

}
