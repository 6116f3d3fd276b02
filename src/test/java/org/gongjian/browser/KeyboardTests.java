package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class KeyboardTests {

	private static final int FAR = 150;

	private static final String FOCUSED = "(selector) => document.activeElement.matches(selector)";

	/** An outline or a changed shadow: something says where one is. */
	private static final String SEEN = """
			() => {
			  const style = getComputedStyle(document.activeElement);
			  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
			}""";

	/** No part of what has the focus shows: the bar of the decision lies over it. */
	private static final String COVERED = """
			() => {
			  const bar = document.querySelector('.decision-bar');
			  const at = document.activeElement.getBoundingClientRect();
			  return bar !== null && !bar.contains(document.activeElement) && at.height > 0
			      && at.top >= bar.getBoundingClientRect().top && at.bottom <= bar.getBoundingClientRect().bottom;
			}""";

	@Test
	void aTaskIsDecidedWithoutAMouse(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		String number = new PairingWalk(visitor, "G01", "gov2", "E03", "ent")
			.proposes("Both sides ask for it although one is paired.")
			.number();
		visitor.signIn("ent.secretary").open("/inbox?text=" + number);
		Page page = visitor.page();
		tabTo(page, "main .work__title");
		page.keyboard().press("Enter");
		page.waitForURL("**/tasks/*");
		page.setViewportSize(390, 700);
		tabTo(page, "[name=_decision]");
		page.keyboard().press("Space");
		page.keyboard().press("ArrowDown");
		assertThat(page.isChecked("[name=_decision][value=PROPOSE_CHANGES]")).isTrue();
		tabTo(page, "[name=proposedChanges]");
		page.keyboard().type("Another term, please.");
		tabTo(page, "button[value=submit]");
		page.keyboard().press("Enter");
		page.waitForURL((address) -> !address.contains("/tasks/"));
		assertThat(visitor.look().text(".notice--good")).isEqualTo("Your decision is recorded.");
	}

	private static void tabTo(Page page, String selector) {
		for (int i = 0; i < FAR; i++) {
			page.keyboard().press("Tab");
			assertThat(page.evaluate(COVERED)).as("covered on the way to " + selector).isEqualTo(false);
			if (Boolean.TRUE.equals(page.evaluate(FOCUSED, selector))) {
				assertThat(page.evaluate(SEEN)).as("focus can be seen at " + selector).isEqualTo(true);
				return;
			}
		}
		throw new AssertionError("No way to " + selector + " by Tab at " + page.url());
	}

}
