package org.gongjian.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.gongjian.support.BrowserTest;
import org.gongjian.support.Chromium;
import org.gongjian.support.Chromium.Window;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.identity.IdentityFixtures.PASSWORD;

@BrowserTest
class IdentityPagesTests {

	private static Chromium chromium;

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Tokens tokens;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	@BeforeAll
	static void start() {
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		chromium.close();
	}

	@BeforeEach
	void somebody() {
		this.limits.reset();
		if (this.accounts.find("pages.admin").isEmpty()) {
			IdentityFixtures.account(this.accounts, this.actors, "pages.admin", "sys-admin");
			IdentityFixtures.account(this.accounts, this.actors, "pages.off");
			this.accounts.disable("pages.off");
			this.accounts.create("pages.invited", "欧阳 Invited", null, null);
			this.tokens.create("pages.admin", "Monthly report");
		}
	}

	static Stream<Window> windows() {
		return Stream.of(Window.desk(), Window.phone().in("zh-CN").atNight(), new Window(360, 780, "en", false, true));
	}

	@ParameterizedTest
	@MethodSource("windows")
	void everyPageFitsReadsAndPassesAxe(Window window) {
		Page page = chromium.open(window, "http://localhost:" + this.port);
		List<String> complaints = new ArrayList<>();
		page.onConsoleMessage((message) -> complaints.add(message.text()));
		page.navigate("/login?refused");
		inspect(page, window, "login");
		Chromium.signIn(page, "pages.admin", PASSWORD);
		for (String path : List.of("/profile", "/profile/password", "/profile/sessions", "/profile/tokens",
				"/admin/accounts", "/admin/accounts/new", "/admin/accounts/pages.off", "/admin/journal")) {
			assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
			inspect(page, window, path.substring(1).replace('/', '-'));
		}
		assertThat(complaints).isEmpty();
		assertThat(page.navigate("/nothing-here").status()).isEqualTo(404);
		inspect(page, window, "error-404");
		page.context().close();
	}

	@Test
	void theLanguageChangesInTheMiddleOfAFormAndNothingTypedIsLost() {
		Page page = chromium.open(Window.desk().withoutScripts(), "http://localhost:" + this.port);
		Chromium.signIn(page, "pages.admin", PASSWORD);
		page.navigate("/admin/accounts/new");
		page.fill("#username", "half typed!");
		page.fill("#displayName", "李");
		page.click("button.language--typing");
		assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
		assertThat(page.inputValue("#username")).isEqualTo("half typed!");
		assertThat(page.inputValue("#displayName")).isEqualTo("李");
		assertThat(this.accounts.find("pages.admin").orElseThrow().language().getLanguage()).isEqualTo("zh");
		page.navigate("/admin/journal");
		page.click("button.language:visible");
		assertThat(page.url()).endsWith("/admin/journal");
		assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
		page.context().close();
		this.accounts.prefer("pages.admin", null, null);
	}

	private static void inspect(Page page, Window window, String name) {
		String shade = window.dark() ? "dark" : "light";
		Chromium.inspect(page, "%s-%d-%s-%s".formatted(name, window.width(), window.locale(), shade));
	}

}
