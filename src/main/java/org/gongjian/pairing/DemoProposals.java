package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.approval.DemoHands;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Proposals under way, so that a visitor meets people at work. All are fill-ins; the
 * Office branch and Demo Enterprise H stay free to be paired.
 */
@Component
@Profile("demo")
class DemoProposals implements DemoPart {

	private static final String WAIVER = "演示数据：双方业务联系紧密，确有结对需要，提请研究。";

	private final DemoHands hands;

	private final PairingTable pairings;

	DemoProposals(DemoHands hands, PairingTable pairings) {
		this.hands = hands;
		this.pairings = pairings;
	}

	@Override
	public int order() {
		return 80;
	}

	@Override
	public void load(DemoSource source) {
		String renewed = propose("ent.liaison", "G02", "gov", "E03", "ent", null);
		this.hands.decide("gov.secretary", renewed, "task-counterpart-confirm", "PROPOSE_CHANGES",
				Map.of("proposedChanges", "建议增加一次联合学习，并调整起止日期（演示）。"));
		propose("gov3.liaison", "F04", "gov3", "E03", "ent", WAIVER);
		propose("ent3.liaison", "G02", "gov", "F02", "ent3", WAIVER);
		String drafting = propose("gov.liaison", "G02", "gov", "F03", "ent4", WAIVER);
		resolved(drafting, "gov", "ent4");
		String reviewed = propose("gov2.liaison", "G01", "gov2", "F02", "ent3", WAIVER);
		resolved(reviewed, "gov2", "ent3");
		this.hands.decide("gov2.liaison", reviewed, "task-draft-agreement", "COMPLETE", agreement());
	}

	private String propose(String by, String government, String one, String enterprise, String other, String waiver) {
		var data = new HashMap<String, Object>();
		data.put("requestType", "NEW");
		data.put("programme", "JH-2026");
		data.put("governmentOrg", government);
		data.put("govLiaison", this.hands.person(one + ".liaison"));
		data.put("enterpriseOrg", enterprise);
		data.put("entLiaison", this.hands.person(other + ".liaison"));
		data.put("reason", "演示数据：双方希望围绕队伍联训和活动联办开展共建，互相提供场地和师资。");
		data.put("focusAreas", List.of("TEAM", "ACTIVITY"));
		data.put("plannedActivities", 2);
		data.put("plannedDeeds", 1);
		data.put("termStart", start().toString());
		data.put("termEnd", start().plusYears(1).minusDays(1).toString());
		data.put("plaqueRequested", true);
		if (waiver != null) {
			data.put("waiverReason", waiver);
		}
		String number = this.hands.start("pairing-approval", by, data);
		this.pairings.provenance(number, "D");
		return number;
	}

	/** The first of the month after next: time enough to agree and sign. */
	private LocalDate start() {
		return this.hands.today().plusMonths(2).withDayOfMonth(1);
	}

	/** The other side has accepted, and both branches have agreed. */
	private void resolved(String number, String government, String enterprise) {
		this.hands.decide(enterprise + ".secretary", number, "task-counterpart-confirm", "ACCEPT",
				Map.of("ownLiaison", this.hands.person(enterprise + ".liaison"), "needs",
						List.of(Map.of("need", "政策解读与申报辅导（演示）", "urgency", "M"))));
		for (String side : List.of(government, enterprise)) {
			String secretary = side + ".secretary";
			this.hands.decide(secretary, number, "task-branch-resolution", "AGREE",
					Map.of("meetingType", "BRANCH_COMMITTEE", "meetingDate", this.hands.today().toString(), "entitled",
							5, "attendees", 5, "minutesFile", this.hands.evidence(secretary)));
		}
	}

	private Map<String, Object> agreement() {
		var data = new HashMap<String, Object>();
		data.put("resourceList",
				List.of(Map.of("side", "GOVERNMENT", "category", "LECTURER", "item", "党规党纪讲师（演示）", "quantity", 1),
						Map.of("side", "ENTERPRISE", "category", "VENUE", "item", "多功能厅（演示）", "quantity", 1)));
		data.put("demandList",
				List.of(Map.of("side", "ENTERPRISE", "category", "POLICY", "need", "政策解读与申报辅导（演示）", "priority", "M")));
		data.put("projectList", List.of(Map.of("title", "政策进企业（演示）", "ownerSide", "GOVERNMENT", "deliverable",
				"每季度辅导一次", "dueDate", start().plusMonths(3).toString())));
		data.put("annualPlan", List.of(planned(1, "联合学习（演示）", "JOINT_STUDY"), planned(4, "走进车间（演示）", "VISIT")));
		data.put("jointMeetingCadence", "QUARTERLY");
		data.put("rightsGov", "提供政策辅导、场地和师资，定期走访，协助反映企业诉求（演示）。");
		data.put("rightsEnt", "提供实践基地和技术支持，按计划承办活动，及时反馈需求（演示）。");
		data.put("integrityClause", true);
		data.put("confidentialityClause", true);
		data.put("exitClause", "任一方可提前一个月书面提出解除（演示）。");
		return data;
	}

	private Map<String, Object> planned(int months, String theme, String form) {
		return Map.of("month", YearMonth.from(start().plusMonths(months)).toString(), "theme", theme, "form", form,
				"hostSide", "GOVERNMENT", "people", 20);
	}

}
