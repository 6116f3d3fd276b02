package org.gongjian.problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.approval.DemoHands;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.shared.Bilingual;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Made-up problems of made-up organisations, walked through the process: six as far as
 * their stories go without time passing (moving the clock of the demonstration lets them
 * go on), and two that have just come in.
 */
@Component
@Profile("demo")
class DemoProblems implements DemoPart {

	private static final String HANDLED = "已联系企业核实情况，制定并落实办理措施，办理结果已向企业当面说明。";

	private final DemoHands hands;

	private final ProblemTable problems;

	private final KnowledgeTable knowledge;

	private final Cases cases;

	DemoProblems(DemoHands hands, ProblemTable problems, KnowledgeTable knowledge, Cases cases) {
		this.hands = hands;
		this.problems = problems;
		this.knowledge = knowledge;
		this.cases = cases;
	}

	@Override
	public int order() {
		return 70;
	}

	@Override
	public void load(DemoSource source) {
		JsonNode stories = source.data().get("fictional").get("problems");
		recruitment(register(stories.get(0), "ent2.liaison", "TALENT", "NONE"));
		voltage(register(stories.get(1), "ent2.liaison", "UTILITIES", "PRODUCTION_REDUCED"));
		question(register(stories.get(2), "ent3.liaison", "POLICY", "NONE"));
		pavement(register(stories.get(3), "ent3.liaison", "ROADS", "SAFETY_RISK"));
		venue(register(stories.get(4), "ent4.liaison", "PARTY", "NONE"));
		boundary(register(stories.get(5), "ent2.liaison", "LAND", "NONE"));
		registered("ent4.liaison", data("F03", "SUGGESTION", "PARTY", "建议增加党务培训名额"));
		triage(registered("ent3.liaison", data("F02", "HELP", "LIFE", "夜班职工下班后缺少公交接驳")));
		item("POLICY", "设备更新补贴如何申报？（演示）", "符合条件的企业可向经济发展部门提交设备清单和发票，由部门初审后公示。本条为演示数据。");
		item("PARTY", "没有活动场地怎么办？（演示）", "可先查看结对单位的资源清单，清单内场地可直接预约。本条为演示数据。");
	}

	private void item(String category, String question, String answer) {
		this.knowledge.provenance(this.knowledge.insert(category, question, answer, null, null, "desk"), "D");
	}

	private String register(JsonNode story, String username, String category, String impact) {
		Map<String, Object> data = data(story.get("org").asString(), story.get("type").asString(), category,
				story.get("titleZh").asString());
		data.put("impact", List.of(impact));
		data.put("historic", category.equals("LAND"));
		String number = registered(username, data);
		Bilingual title = new Bilingual(story.get("titleEn").asString(), story.get("titleZh").asString());
		this.cases.rename(number, title);
		this.problems.title(number, title.en() + " / " + title.zh());
		triage(number);
		return number;
	}

	private static Map<String, Object> data(String org, String type, String category, String title) {
		var data = new HashMap<String, Object>();
		data.put("reporterOrg", org);
		data.put("reporterName", "联系人（演示）");
		data.put("reporterPhone", "0731-00000000");
		data.put("channel", "FORM");
		data.put("type", type);
		data.put("category", category);
		data.put("title", title);
		data.put("description", "演示数据，不代表任何真实单位：" + title + "，希望协调解决。");
		data.put("impact", List.of("NONE"));
		data.put("desiredResult", "尽快协调解决，或说明原因（演示）");
		data.put("consentShare", true);
		return data;
	}

	private String registered(String username, Map<String, Object> data) {
		String number = this.hands.start(Problem.PROCESS, username, data);
		this.problems.provenance(number, "D");
		return number;
	}

	private void triage(String number) {
		Map<String, Object> known = this.cases.data(number);
		this.hands.decide("desk", number, "task-triage", "ACCEPT",
				Map.of("category", known.get("category"), "severity", known.get("severity")));
	}

	/** The branch needs a department, which solves it. */
	private void recruitment(String number) {
		this.hands.decide("gov3.secretary", number, "task-branch-handle", "NEED_DEPARTMENT",
				Map.of("actionsTaken", "已走访企业并发布用工信息，数量缺口较大，需要人社部门组织招聘。", "contactedOn", this.hands.now(),
						"contactMode", "VISIT", "whistleReason", "CANNOT_SOLVE", "suggestedDept", "F06"));
		give(number, "F06", "dept2");
		result(number, "dept2.handler", "SOLVED");
		pass(number, "SOLVED");
		confirm(number, "ent2.liaison", 4);
	}

	/** Being handled; its clock runs. */
	private void voltage(String number) {
		give(number, "F05", "dept");
		plan(number, "dept.handler", "PLANNED");
	}

	private void question(String number) {
		branch(number, "已解读设备更新补贴政策并提供申报材料清单，企业表示清楚。");
		confirm(number, "ent3.liaison", 5);
	}

	/** A barrier within a day; the works themselves are parked. */
	private void pavement(String number) {
		give(number, "F05", "dept");
		result(number, "dept.handler", "PARTLY");
		this.hands.decide("desk", number, "task-result-review", "ESCALATE", Map.of());
		this.hands.decide("party.head", number, "task-l3-chair", "TO_L4", Map.of());
		park(number, "MONEY", "永久人行道工程未列入本年度投资计划（演示）。", "列入下一年度计划，临时护栏每周巡查（演示）");
	}

	private void venue(String number) {
		branch(number, "结对单位党员活动室已列入资源清单，可每月预约使用。");
		confirm(number, "ent4.liaison", 5);
	}

	/** Two dispatches, the leader, the parked list. */
	private void boundary(String number) {
		give(number, "F05", "dept");
		plan(number, "dept.handler", "NEEDS_HIGHER");
		this.hands.decide("party.head", number, "task-l3-chair", "DECIDE_NOW",
				Map.of("order", "由建设部门会同有关部门再次核实历史边界（演示）"));
		give(number, "F05", "dept");
		plan(number, "dept.handler", "NEEDS_HIGHER");
		park(number, "HISTORIC", "历史边界资料缺失，需上级部门确认（演示）。", "每季度会商一次并向企业反馈（演示）");
	}

	private void branch(String number, String done) {
		this.hands.decide("gov3.secretary", number, "task-branch-handle", "RESOLVED",
				Map.of("actionsTaken", done, "contactedOn", this.hands.now(), "contactMode", "VISIT"));
	}

	private void give(String number, String department, String people) {
		this.hands.decide("desk", number, "task-dispatch", "COMPLETE",
				Map.of("lead", department, "instruction", "请与企业联系并按时限办结（演示）。"));
		this.hands.decide(people + ".head", number, "task-sign-off", "SIGN",
				Map.of("handler", this.hands.person(people + ".handler")));
	}

	private void plan(String number, String handler, String decision) {
		var data = new HashMap<String, Object>(Map.of("firstContactAt", this.hands.now(), "plan", HANDLED));
		if (decision.equals("NEEDS_HIGHER")) {
			data.put("higherReason", "涉及历史资料和其他层级权限，本部门无法独立解决（演示）。");
		}
		this.hands.decide(handler, number, "task-plan", decision, data);
	}

	private void result(String number, String handler, String result) {
		plan(number, handler, "PLANNED");
		this.hands.decide(handler, number, "task-result", "COMPLETE",
				Map.of("resultClass", result, "resultText", HANDLED, "evidence", this.hands.evidence(handler)));
	}

	private void pass(String number, String result) {
		this.hands.decide("desk", number, "task-result-review", "PASS", Map.of("checks",
				List.of("EVERY_POINT", "EVIDENCE", "PLAIN", "CONTACTED"), "replyText", HANDLED, "replyClass", result));
	}

	private void confirm(String number, String reporter, int satisfaction) {
		this.hands.decide(reporter, number, "task-enterprise-confirm", "COMPLETE",
				Map.of("resolved", "YES", "satisfaction", String.valueOf(satisfaction)));
		this.hands.decide("desk2", number, "task-return-visit", "CONFIRMED", Map.of("visitedAt", this.hands.now(),
				"visitMode", "PHONE", "personReached", "联系人（演示）", "satisfactionConfirmed", satisfaction));
	}

	private void park(String number, String category, String reason, String next) {
		LocalDate review = this.hands.today().plusMonths(3);
		this.hands.decide("wc.deputy", number, "task-leader-charge", "PARK", Map.of("parkReason", reason,
				"parkCategory", category, "promisedReview", review.toString(), "nextAction", next));
	}

}
