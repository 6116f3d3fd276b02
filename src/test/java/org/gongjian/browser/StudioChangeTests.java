package org.gongjian.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Somebody who never saw the studio changes a process that runs: a step with two
 * approvers and a field of its own; checked, compared, rehearsed, released by a second
 * person; a new case follows it, an old one does not until it is moved.
 */
@BrowserTest
class StudioChangeTests {

	private static final String PROCESS = "room-permit";

	private static final String STEP = "Two leaders agree";

	@Test
	void aRunningProcessIsChangedSafely(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		aProcessRuns(visitor);
		String old = aCase(visitor, "The small room");
		visitor.signIn("process.admin").open("/admin/process/" + PROCESS).fill("note", "two leaders agree first");
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		String step = aStepIsInserted(visitor);
		theStepAsksForOneThingMore(visitor, draft, step);
		visitor.open(draft);
		StudioTests.ready(visitor);
		assertThat(visitor.text("main")).contains("“" + STEP + "” is new", "Side by side", "Nothing is wrong.");
		assertThat(visitor.page().locator(".bpmn-added").count()).isPositive();
		visitor.open(draft + "/rehearse");
		assertThat(visitor.text("main")).contains(old, STEP + " is passed too", "working days are allowed in all");
		visitor.open(draft);
		StudioTests.ready(visitor);
		StudioTests.send(visitor, "submit");
		visitor.signIn("process.admin2").open(draft).click("form[action$='/release'] [type=submit]");
		assertThat(visitor.text("main")).contains("2, runs now");
		String young = aCase(visitor, "The large room");
		visitor.signIn("party.head").openTask(young);
		assertThat(visitor.text("main")).contains("Why now");
		visitor.signIn("process.admin");
		assertThat(visitor.open("/cases/" + young).text("main")).contains(STEP);
		assertThat(visitor.open("/cases/" + old).text("main")).doesNotContain(STEP);
		theOldOneIsMoved(visitor, old);
		theProcessHasARegisterOfItsOwn(visitor, old, young);
	}

	private static void theProcessHasARegisterOfItsOwn(Visitor visitor, String old, String young) {
		assertThat(visitor.open("/ledgers").text("main")).contains("Room permit");
		assertThat(visitor.open("/ledgers/" + PROCESS).text("main")).contains(old, young, "The large room");
		assertThat(visitor.open("/ledgers/" + PROCESS + "?q=large&status=open").text("main")).contains(young)
			.doesNotContain(old);
		assertThat(visitor.open("/exports").text("main")).contains("Room permit");
		assertThat(visitor.open("/insight").text("main")).contains("Processes drawn here");
	}

	@Test
	void aNumberOfATableBecomesAParameter(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("process.admin");
		visitor.open("/admin/process/activity-proposal").fill("note", "the budget of a department");
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		roomIsMadeInsideSubProcessesToo(visitor);
		visitor.open(draft + "/parameter?name=activity-route.dmn");
		visitor.fill("en", "Budget of a department").fill("zh", "部门预算").fill("key", "deptBudget").fill("value", "8000");
		visitor.click("#main-form [type=submit]");
		visitor.page().fill("[id='cell.0.2.1']", "> param_studio_deptBudget");
		visitor.page().click("#main-form .button--primary");
		visitor.page().waitForSelector("main .notice[role=status]");
		visitor.open(draft);
		StudioTests.ready(visitor);
		assertThat(visitor.text("#compare")).contains("the parameter “Budget of a department” (today 8,000)");
		aTableIsBegun(visitor, draft);
	}

	private static void roomIsMadeInsideSubProcessesToo(Visitor visitor) {
		StudioTests.choose(visitor, "Leader");
		double before = left(visitor, "start-prepare") - left(visitor, "sub-prepare");
		visitor.page().click("[data-act=before]");
		assertThat(left(visitor, "start-prepare") - left(visitor, "sub-prepare")).isCloseTo(before, within(1.0));
		StudioTests.kept(visitor);
	}

	private static double left(Visitor visitor, String element) {
		return visitor.page().locator("#canvas [data-element-id='" + element + "'].djs-element").boundingBox().x;
	}

	private static void aTableIsBegun(Visitor visitor, String draft) {
		visitor.open(draft + "/table/column").fill("name.en", "Hall route").fill("name.zh", "礼堂路径");
		visitor.fill("key", "activity-hall").fill("input.label.en", "Budget").fill("input.label.zh", "预算");
		visitor.fill("input.fact", "budget").fill("output.label.en", "Level").fill("output.label.zh", "级别");
		visitor.fill("output.fact", "hallLevel").click("#main-form [type=submit]");
		assertThat(visitor.text(".sheet thead")).contains("budget", "hallLevel");
	}

	private static void aProcessRuns(Visitor visitor) {
		visitor.signIn("process.admin").open("/admin/process/new");
		visitor.fill("nameEn", "Room permit").fill("nameZh", "用房许可").fill("key", PROCESS);
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		StudioTests.send(visitor, "submit");
		visitor.signIn("process.admin2").open(draft).click("form[action$='/release'] [type=submit]");
		assertThat(visitor.text("main")).contains("1, runs now");
	}

	private static String aCase(Visitor visitor, String subject) {
		visitor.signIn("gov.liaison").open("/new/" + PROCESS);
		visitor.fill("subject", subject).fill("reason", "A meeting of both branches.");
		visitor.press("check").press("submit");
		return visitor.path().replace("/cases/", "");
	}

	private static String aStepIsInserted(Visitor visitor) {
		Page page = visitor.page();
		StudioTests.choose(visitor, "Decide");
		page.click("[data-act=before]");
		StudioTests.set(visitor, "p-en", STEP);
		StudioTests.set(visitor, "p-zh", "两位领导同意");
		StudioTests.set(visitor, "p-add-who", "party-head");
		StudioTests.set(visitor, "p-add-who", "wc-deputy");
		StudioTests.set(visitor, "p-block", "both");
		StudioTests.set(visitor, "p-due", "2");
		page.click("[data-act=reject]");
		assertThat(page.isVisible("[data-act=reject]")).as("asked already").isFalse();
		StudioTests.kept(visitor);
		assertThat(page.locator("[data-part=who] li").count()).isEqualTo(2);
		String step = page.inputValue("#p-id");
		StudioTests.send(visitor, "save");
		return step;
	}

	private static void theStepAsksForOneThingMore(Visitor visitor, String draft, String step) {
		String form = "?name=forms/" + step + ".json";
		visitor.open(draft + "/form" + form).open(draft + "/form/field" + form);
		visitor.fill("label.en", "Why now").fill("label.zh", "为何现在").fill("name", "whyNow");
		visitor.click("#main-form [type=submit]");
		assertThat(visitor.text("#preview-form")).contains("Why now");
	}

	private static void theOldOneIsMoved(Visitor visitor, String number) {
		visitor.open("/admin/process/" + PROCESS + "/move?from=1").click("form[action$='/move'] [type=submit]");
		visitor.page().waitForCondition(() -> visitor.open(visitor.path()).text("main").contains("1 moved"));
		assertThat(visitor.open("/admin/operations/" + PROCESS).text("main")).contains(number);
	}

}
