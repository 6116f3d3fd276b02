package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox by keys alone, and what comes back after an interruption. */
@BrowserTest
class InboxKeyboardTests {

	@Test
	void aTaskIsOpenedDecidedAndSentByFourKeysAndTyping(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		String number = new PairingWalk(visitor, "G02", "gov", "E03", "ent")
			.proposes("Both sides ask for it although one is paired.")
			.number();
		visitor.signIn("ent.secretary").open("/inbox?text=" + number);
		Page page = visitor.page();
		page.keyboard().press("?");
		assertThat(page.isVisible("#keys")).isTrue();
		page.keyboard().press("Escape");
		page.keyboard().press("j");
		page.keyboard().press("o");
		page.waitForURL("**/tasks/*");
		page.waitForSelector("html.scripted", new Page.WaitForSelectorOptions()
			.setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
		page.keyboard().press("2");
		assertThat(page.isChecked("[name=_decision][value=PROPOSE_CHANGES]")).isTrue();
		page.fill("[name=proposedChanges]", "n j 2 are letters here");
		assertThat(page.isChecked("[name=_decision][value=PROPOSE_CHANGES]")).isTrue();

		page.context().clearCookies();
		page.keyboard().press("Control+Enter");
		page.waitForURL("**/login*");
		visitor.look();
		page.fill("[name=username]", "ent.secretary");
		page.fill("[name=password]", House.PASSWORD);
		page.keyboard().press("Enter");
		page.waitForURL("**/tasks/*");
		page.waitForSelector("html.scripted", new Page.WaitForSelectorOptions()
			.setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
		assertThat(page.inputValue("[name=proposedChanges]")).isEqualTo("n j 2 are letters here");
		assertThat(page.isChecked("[name=_decision][value=PROPOSE_CHANGES]")).isTrue();

		page.keyboard().press("Control+Enter");
		page.waitForURL((address) -> address.contains("/inbox"));
		visitor.look();
	}

	@Test
	void aNewTaskAppearsByItself(House house) {
		Visitor waiting = house.visitor(Locale.ENGLISH).signIn("ent.secretary").open("/inbox");
		String number = new PairingWalk(house.visitor(Locale.ENGLISH), "F04", "gov3", "E03", "ent")
			.proposes("Both sides ask for it although one is paired.")
			.number();
		waiting.page().waitForSelector("#work >> text=" + number);
		assertThat(waiting.page().title()).startsWith("(");
	}

}
