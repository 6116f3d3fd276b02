package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A session that ends while somebody fills in a form. */
@BrowserTest
class InterruptedTests {

	private static final String TYPED = "Half an hour of thoughts 半小时的心血";

	@Test
	void nothingTypedIsLost(House house) {
		losesNothing(house.visitor(Locale.ENGLISH));
	}

	@Test
	void nothingTypedIsLostWithoutScripts(House house) {
		losesNothing(house.visitorWithoutScripts(Locale.ENGLISH));
	}

	private static void losesNothing(Visitor visitor) {
		visitor.signIn("gov2.liaison").open("/new/pairing-approval").fill("reason", TYPED);
		Page page = visitor.page();
		page.context().clearCookies();
		page.locator("button[value=check]").click();
		page.waitForURL("**/login?interrupted");
		visitor.look().fill("username", "gov2.liaison").fill("password", House.PASSWORD);
		page.locator(".panel [type=submit]").click();
		page.waitForURL("**/new/pairing-approval");
		assertThat(page.inputValue("[name=reason]")).isEqualTo(TYPED);
		assertThat(visitor.look().text(".notice--good")).contains("What you typed is here again");
		page.locator("button[value=discard]").click();
		page.waitForLoadState();
		assertThat(page.inputValue("[name=reason]")).isEmpty();
	}

}
