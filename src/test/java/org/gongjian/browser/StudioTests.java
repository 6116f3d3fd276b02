package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is drawn from nothing, released by a second person, and runs for ordinary
 * people.
 */
@BrowserTest
class StudioTests {

	private static final String IN_WORDS = "details:has(#outline) > summary";

	@Test
	void aFifthProcessRunsFromStartToEnd(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("process.admin");
		visitor.open("/admin/process").open("/admin/process/new");
		visitor.fill("nameEn", "Hall booking").fill("nameZh", "礼堂预订").fill("key", "hall-booking");
		visitor.click("#main-form [type=submit]");
		ready(visitor);
		choose(visitor, "Decide");
		set(visitor, "p-en", "Approve the hall");
		set(visitor, "p-due", "5");
		assertThat(visitor.text("[data-part=who] li")).contains("Party-building officer");
		kept(visitor);
		assertThat(visitor.page().locator("#sound").isVisible()).isTrue();
		send(visitor, "submit");
		assertThat(visitor.text("main")).contains("waits for release", "second process administrator");
		String draft = visitor.path();
		visitor.signIn("process.admin2").open(draft);
		assertThat(visitor.text("main")).contains("Approve the hall");
		visitor.click("form[action$='/release'] [type=submit]");
		assertThat(visitor.text("main")).contains("1, runs now", "Process administrator");

		visitor.signIn("gov.liaison").open("/new").open("/new/hall-booking");
		visitor.fill("subject", "The big hall in May").fill("reason", "Sixty people come to the lecture.");
		visitor.press("check").press("submit");
		String number = visitor.path().replace("/cases/", "");
		visitor.signIn("party.officer").openTask(number);
		assertThat(visitor.text("h1")).isEqualTo("Approve the hall");
		visitor.decide("APPROVE");
		visitor.signIn("gov.liaison").open("/cases/" + number);
		assertThat(visitor.text("main")).contains("APPROVED".toLowerCase(Locale.ROOT));
	}

	@Test
	void whatIsNotAllowedIsSaidWhileOneDraws(House house) {
		Visitor visitor = house.visitor(Locale.SIMPLIFIED_CHINESE).signIn("process.admin");
		visitor.open("/admin/process/pairing-approval").fill("note", "试一试");
		visitor.click("#main-form [type=submit]");
		ready(visitor);
		choose(visitor, "初审");
		set(visitor, "p-rule", "ratio");
		set(visitor, "p-number", "67");
		kept(visitor);
		visitor.page().click("[data-part=who] .picked__remove");
		kept(visitor);
		assertThat(visitor.text("#problems")).contains("初审");
		visitor.page().click("[data-action=undo]");
		kept(visitor);
		assertThat(visitor.text("#problems")).doesNotContain("初审");
		send(visitor, "save");
		assertThat(visitor.text("main")).contains("通过规则现为67%");
		assertThat(visitor.page().locator(".bjs-powered-by").isVisible()).as("the mark of bpmn.io").isTrue();
		nothingIsLostWhenTheSessionEnds(visitor);
	}

	private static void nothingIsLostWhenTheSessionEnds(Visitor visitor) {
		Page page = visitor.page();
		ready(visitor);
		page.context().clearCookies();
		choose(visitor, "初审");
		set(visitor, "p-number", "75");
		page.waitForCondition(() -> visitor.text("#keeping").contains("您已退出登录"));
		page.click("[name=action][value=save]");
		page.waitForURL("**/login?interrupted");
		page.fill("[name=username]", "process.admin");
		page.fill("[name=password]", House.PASSWORD);
		page.press("[name=password]", "Enter");
		ready(visitor);
		page.waitForCondition(() -> visitor.text("#keeping").equals("已保存。"));
		choose(visitor, "初审");
		assertThat(page.inputValue("#p-number")).isEqualTo("75");
	}

	/** The editor writes down what was drawn last before the form goes. */
	static void send(Visitor visitor, String action) {
		Page page = visitor.page();
		page.click("[name=action][value=%s]".formatted(action));
		page.waitForSelector("main .notice[role=status]");
		visitor.look();
	}

	static void ready(Visitor visitor) {
		visitor.page().waitForSelector("#canvas .djs-shape");
		visitor.page().waitForSelector("#after-drawing:not(:has(.later))");
		visitor.look();
	}

	static void choose(Visitor visitor, String name) {
		Page page = visitor.page();
		if (!page.locator("#outline").isVisible()) {
			page.click(IN_WORDS);
		}
		page.locator("#outline > li > button", new Page.LocatorOptions().setHasText(name)).first().click();
		page.waitForSelector("#p-block", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
	}

	static void set(Visitor visitor, String id, String value) {
		var control = visitor.page().locator("#" + id);
		if ("select".equals(control.evaluate("e => e.localName"))) {
			control.selectOption(value);
		}
		else {
			control.fill(value);
			control.press("Tab");
		}
	}

	static void kept(Visitor visitor) {
		visitor.page().waitForResponse((answer) -> answer.url().endsWith("/autosave"), () -> {
		});
		visitor.page().waitForCondition(() -> visitor.text("#keeping").matches("Everything is kept.|已保存。"));
	}

}
