package org.gongjian.browser;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A problem from its registration to its end, past a wrong department, in the browser.
 */
@BrowserTest
class ProblemTests {

	private static final String LONG = "已联系企业核实情况并落实措施，问题已经解决。The enterprise was visited and the cause removed.";

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-CN" })
	void aWrongDepartmentObjectsAndTheRulingIsFinal(String language, House house) {
		Visitor visitor = house.visitor(Locale.forLanguageTag(language));
		String number = registered(visitor);
		visitor.signIn("desk").openTask(number).decide("ACCEPT");
		visitor.openTask(number).fill("lead", "F06").fill("instruction", "Visit the enterprise 请尽快联系企业").decide(null);
		visitor.signIn("dept2.head").openTask(number);
		visitor.fill("_decision", "OBJECT").fill("objectionReason", "Power supply is not among our duties 供电不属本部门三定职责");
		visitor.fill("basis", "三定方案第三条 Duty rules, item 3").fill("betterLead", "F05").decide(null);
		visitor.signIn("supervision").openTask(number);
		visitor.fill("_decision", "REASSIGN").fill("finalLead", "F05");
		visitor.fill("rulingReason", "Power supply belongs to construction 供电保障由建设部门主办").decide(null);
		visitor.signIn("dept.handler").openTask(number);
		visitor.fill("firstContactAt", yesterday(visitor) + "T09:30").fill("plan", LONG).decide("PLANNED");
		visitor.openTask(number).fill("resultClass", "SOLVED").fill("resultText", LONG);
		visitor.upload("evidence", Papers.pdf("evidence")).decide(null);
		passed(visitor, number);
		confirmedAndVisited(visitor, number);
		visitor.signIn("ent3.liaison").open("/problems/" + number);
		assertThat(visitor.text("main")).contains(visitor.speaksChinese() ? "裁定（终局）" : "Ruling, final")
			.contains(visitor.speaksChinese() ? "非常满意" : "Very satisfied");
		visitor.open("/cases/" + number);
		Visitor stranger = house.visitor(Locale.ENGLISH).signIn("ent2.liaison");
		stranger.refused(() -> stranger.page().navigate("/problems/" + number));
		assertThat(stranger.sees(number)).isFalse();
	}

	private static String registered(Visitor visitor) {
		visitor.signIn("ent3.liaison").open("/problems").open("/knowledge").open("/new/problem-escalation");
		visitor.fill("reporterOrg", "F02").fill("reporterName", "演示联系人").fill("reporterPhone", "0731-00000000");
		visitor.fill("type", "HELP").fill("category", "UTILITIES").fill("title", "夜间电压波动 Voltage drops at night");
		visitor.fill("description", "夜间电压波动导致设备停机。Machines stop when the voltage drops at night.");
		visitor.fill("impact", "PRODUCTION_REDUCED").fill("desiredResult", "恢复稳定供电 Stable power");
		visitor.fill("consentShare", "true").press("check");
		assertThat(visitor.text(".error-summary")).isEmpty();
		visitor.press("submit");
		assertThat(visitor.page().url()).as(visitor.text(".error-summary")).contains("/cases/SQ-");
		return visitor.page().url().replaceAll(".*/cases/", "");
	}

	private static void passed(Visitor visitor, String number) {
		visitor.signIn("desk").openTask(number);
		visitor.fill("_decision", "PASS").fill("checks", "EVERY_POINT").fill("checks", "PLAIN");
		visitor.fill("checks", "CONTACTED").fill("replyText", LONG).fill("replyClass", "SOLVED").decide(null);
	}

	private static void confirmedAndVisited(Visitor visitor, String number) {
		visitor.signIn("ent3.liaison").openTask(number);
		visitor.fill("resolved", "YES").fill("satisfaction", "5").decide(null);
		visitor.signIn("desk2").openTask(number);
		visitor.fill("_decision", "CONFIRMED").fill("visitedAt", yesterday(visitor) + "T10:00");
		visitor.fill("visitMode", "PHONE").fill("personReached", "演示联系人").fill("satisfactionConfirmed", "5");
		visitor.decide(null);
	}

	private static String yesterday(Visitor visitor) {
		return LocalDate.parse(visitor.today()).minusDays(1).toString();
	}

}
