package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who never saw the studio changes a process that runs: a step with two
 * approvers, a field, a parameter; checked, compared, rehearsed, released by a second
 * person; a new case follows it, an old one does not until it is moved.
 */
@BrowserTest
class StudioChangeTests {

	private static final String STEP = "Two leaders agree";

	@Test
	void aRunningProcessIsChangedSafely(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		String old = new PairingWalk(visitor, "G02", "gov").proposes(null).number();
		visitor.signIn("process.admin").open("/admin/process/pairing-approval").fill("note", "two leaders agree first");
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		String step = aStepIsInserted(visitor);
		theStepAsksForOneThingMore(visitor, draft, step);
		aNumberBecomesAParameter(visitor, draft);
		visitor.open(draft);
		StudioTests.ready(visitor);
		assertThat(visitor.text("main")).contains("“" + STEP + "” is new", "Side by side", "Termination for discipline");
		assertThat(visitor.page().locator(".bpmn-added").count()).isPositive();
		visitor.open(draft + "/rehearse");
		assertThat(visitor.text("main")).contains(old, STEP + " is passed too", "working days are allowed in all");
		visitor.open(draft);
		StudioTests.ready(visitor);
		StudioTests.send(visitor, "submit");
		visitor.signIn("process.admin2").open(draft).click("form[action$='/release'] [type=submit]");
		assertThat(visitor.text("main")).contains("2, runs now");
		String young = new PairingWalk(visitor, "G03", "gov2").proposes(null).number();
		visitor.signIn("process.admin");
		assertThat(visitor.open("/cases/" + young).text("main")).contains(STEP);
		assertThat(visitor.open("/cases/" + old).text("main")).doesNotContain(STEP);
		visitor.open("/admin/process/pairing-approval/move?from=1").click("form[action$='/move'] [type=submit]");
		visitor.page().waitForCondition(() -> visitor.look().text("main").contains("moved") && visitor.page()
			.locator(".badge--quiet")
			.count() == 0 || again(visitor));
		assertThat(visitor.open("/cases/" + old).text("main")).contains(STEP);
	}

	private static boolean again(Visitor visitor) {
		visitor.open(visitor.path());
		return false;
	}

	private static String aStepIsInserted(Visitor visitor) {
		Page page = visitor.page();
		StudioTests.choose(visitor, "Approval");
		page.click("[data-act=before]");
		StudioTests.set(visitor, "p-en", STEP);
		StudioTests.set(visitor, "p-zh", "两位领导同意");
		StudioTests.set(visitor, "p-doc", "Both leaders agree before the approval. 审批前两位领导均须同意。");
		StudioTests.set(visitor, "p-add", "party-head");
		StudioTests.set(visitor, "p-add", "wc-deputy");
		StudioTests.set(visitor, "p-block", "both");
		StudioTests.set(visitor, "p-due", "2");
		StudioTests.kept(visitor);
		assertThat(page.inputValue("#p-who")).isEqualTo("party-head, wc-deputy");
		String step = page.inputValue("#p-id");
		StudioTests.send(visitor, "save");
		assertThat(visitor.text("#problems")).as("the check").doesNotContain("error");
		return step;
	}

	private static void theStepAsksForOneThingMore(Visitor visitor, String draft, String step) {
		visitor.open(draft + "/form?name=forms/" + step + ".json");
		visitor.open(draft + "/form/field?name=forms/" + step + ".json");
		visitor.fill("label.en", "Why now").fill("label.zh", "为何现在").fill("name", "whyNow");
		visitor.click("#main-form [type=submit]");
		assertThat(visitor.text("#preview-form")).contains("Why now");
	}

	private static void aNumberBecomesAParameter(Visitor visitor, String draft) {
		visitor.open(draft + "/parameter?name=pairing-route.dmn");
		visitor.fill("en", "Reason code").fill("zh", "原因代码").fill("key", "reasonCode").fill("value", "5000");
		visitor.click("#main-form [type=submit]");
		visitor.page().fill("[id='cell.0.0.1']", "\"DISCIPLINE\", string(param_studio_reasonCode)");
		visitor.page().click("#main-form .button--primary");
		visitor.page().waitForSelector("main .notice[role=status]");
		visitor.look();
		assertThat(visitor.page().inputValue("[id='cell.0.0.1']")).contains("param_studio_reasonCode");
	}

}
