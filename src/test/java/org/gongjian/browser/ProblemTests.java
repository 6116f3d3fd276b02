package org.gongjian.browser;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A problem up the ladder and past a wrong department, by telephone. */
@BrowserTest
class ProblemTests {

	private static final String LONG = "已联系企业核实情况并落实措施，路面已修复，企业现场确认通行恢复正常，后续每月巡查。";

	@Test
	void aWrongDepartmentObjectsAndTheThirdLevelOrders(House house) {
		Visitor visitor = house.visitorWithPhone(Locale.SIMPLIFIED_CHINESE);
		Walk walk = new Walk(visitor);
		isRegistered(walk);
		walk.by("desk").decide("ACCEPT");
		theBranchNeedsADepartment(walk);
		walk.by("desk").fill("lead", "F06").fill("instruction", "请尽快联系企业并按时限办结。").decide(null);
		theWrongDepartmentObjects(walk);
		planned(walk).fill("higherReason", "涉及园区道路整体改造，本部门无法独立解决。").decide("NEEDS_HIGHER");
		walk.by("party.head").fill("_decision", "DECIDE_NOW").fill("order", "由建设部门牵头，限十日内修复。").decide(null);
		walk.by("desk").fill("lead", "F05").fill("instruction", "按批示要求限期办结并现场答复。").decide(null);
		walk.by("dept.head").fill("_decision", "SIGN").choose("handler", "经办人").decide(null);
		planned(walk).decide("PLANNED");
		walk.by("dept.handler").fill("resultClass", "SOLVED").fill("resultText", LONG);
		visitor.upload("evidence", Papers.pdf("evidence")).decide(null);
		isAnswered(walk);
		visitor.signIn("ent2.liaison").open("/problems/" + walk.number());
		assertThat(visitor.text("main")).contains("裁定（终局）", "非常满意");
		Visitor stranger = house.visitor(Locale.ENGLISH).signIn("ent3.liaison");
		stranger.refused(() -> stranger.page().navigate("/problems/" + walk.number()));
		assertThat(stranger.sees(walk.number())).isFalse();
	}

	private static void isRegistered(Walk walk) {
		Visitor visitor = walk.begins("ent2.liaison", "problem-escalation");
		assertThat(visitor.page().inputValue("[name=reporterOrg]")).isEqualTo("F01");
		visitor.fill("reporterName", "联系人").fill("reporterPhone", "0731-00000000").fill("type", "HELP");
		visitor.fill("category", "ROADS").fill("title", "厂区门口道路破损").fill("impact", "NONE");
		visitor.fill("description", "厂区门口道路破损严重，货车和职工通行都受影响，希望尽快修复。");
		visitor.fill("desiredResult", "修复道路").fill("consentShare", "true");
		walk.sends();
	}

	private static void theBranchNeedsADepartment(Walk walk) {
		Visitor visitor = walk.by("gov3.secretary").fill("_decision", "NEED_DEPARTMENT");
		visitor.fill("actionsTaken", "已到现场查看，道路修复超出支部能力，需要部门办理。");
		visitor.fill("contactedOn", visitor.today() + "T00:01").fill("contactMode", "VISIT");
		visitor.fill("whistleReason", "CANNOT_SOLVE").decide(null);
	}

	private static void theWrongDepartmentObjects(Walk walk) {
		Visitor visitor = walk.by("dept2.head").fill("_decision", "OBJECT");
		visitor.fill("objectionReason", "道路修复不属于本部门三定职责范围，应由建设部门主办。");
		visitor.fill("basis", "三定方案第三条").fill("betterLead", "F05").decide(null);
		walk.by("supervision").fill("_decision", "REASSIGN").fill("finalLead", "F05");
		visitor.fill("rulingReason", "道路修复由建设部门主办，裁定为终局。").decide(null);
	}

	private static Visitor planned(Walk walk) {
		Visitor visitor = walk.by("dept.handler");
		return visitor.fill("firstContactAt", visitor.today() + "T00:01").fill("plan", LONG);
	}

	/** A return visit is drawn by lot from the number of the case. */
	private static void isAnswered(Walk walk) {
		Visitor visitor = walk.by("desk").fill("_decision", "PASS").fill("checks", "EVERY_POINT");
		visitor.fill("checks", "PLAIN").fill("checks", "CONTACTED").fill("replyText", LONG);
		visitor.fill("replyClass", "SOLVED").decide(null);
		walk.by("ent2.liaison").fill("resolved", "YES").fill("satisfaction", "5").decide(null);
		visitor.signIn("desk2").open("/inbox?text=" + walk.number());
		if (visitor.page().locator("main li:has-text('" + walk.number() + "')").count() > 0) {
			walk.by("desk2").fill("_decision", "CONFIRMED").fill("visitedAt", visitor.today() + "T00:01");
			visitor.fill("visitMode", "PHONE").fill("personReached", "联系人").decide(null);
		}
	}

}
