package org.gongjian.browser;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SignInTests {

	@Test
	void aStrangerIsAskedToSignInAndComesToWhatWasAskedFor(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		visitor.open("/requests");
		assertThat(visitor.page().url()).endsWith("/login");
		visitor.fill("username", "gov.liaison").fill("password", House.PASSWORD);
		visitor.page().locator(".panel [type=submit]").click();
		visitor.page().waitForURL("**/requests");
		visitor.look();
		assertThat(visitor.text("h1")).startsWith("My requests");
	}

	@Test
	void aWrongPasswordIsToldWithoutSayingWhatWasWrong(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		visitor.open("/login").fill("username", "gov.liaison").fill("password", "wrong horse battery staple");
		visitor.refused(() -> visitor.page().locator(".panel [type=submit]").click());
		assertThat(visitor.text(".error-summary")).contains("The user name or the password is not right");
		assertThat(visitor.page().inputValue("[name=username]")).isEqualTo("gov.liaison");
		assertThat(visitor.page().inputValue("[name=password]")).isEmpty();
	}

	@Test
	void whoSignsOutIsOut(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("gov.liaison");
		visitor.page().locator(".menu:not(.menu--site) summary").click();
		visitor.page().locator("form[action='/logout'] button").click();
		visitor.page().waitForURL("**/login?out");
		visitor.look().open("/inbox");
		assertThat(visitor.page().url()).endsWith("/login");
	}

	@Test
	void theSignInPageSpeaksTheLanguageOfTheBrowser(House house) {
		Visitor visitor = house.visitor(Locale.SIMPLIFIED_CHINESE).open("/login");
		assertThat(visitor.text("h1")).isEqualTo("登录");
		visitor.page().getByText("English").first().click();
		visitor.page().waitForLoadState();
		assertThat(visitor.look().text("h1")).isEqualTo("Sign in");
	}

}
