package org.gongjian.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.approval.DemoHands;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Made-up activities of the made-up pairs: one is published, the others wait for somebody
 * on their way to it.
 */
@Component
@Profile("demo")
class DemoProposedActivities implements DemoPart {

	private static final Map<String, String> LIAISONS = Map.of("F01", "ent2.liaison", "F02", "ent3.liaison", "F04",
			"gov3.liaison");

	private final DemoHands hands;

	private final ActivityTable activities;

	private final ResourceTable resources;

	private final Pairings pairings;

	DemoProposedActivities(DemoHands hands, ActivityTable activities, ResourceTable resources, Pairings pairings) {
		this.hands = hands;
		this.activities = activities;
		this.resources = resources;
		this.pairings = pairings;
	}

	@Override
	public int order() {
		return 81;
	}

	@Override
	public void load(DemoSource source) {
		propose("F01", "F04", study("走进车间交流学习（演示）", 16));
		confirmed("F04", "F02", study("联合学习党章（演示）", 18));
		approvedByHost("F04", "F01", walk());
		approvedByHost("F04", "F02", training());
		String children = approvedByHost("F04", "F02", children());
		safe(children);
		this.hands.decide("discipline", children, "task-integrity-review", "PASS", Map.of("noGifts", "YES", "mealsPaid",
				"NA", "noPromotion", "YES", "noInterference", "YES", "noEndorsement", "YES"));
		this.hands.decide("party.officer", children, "task-party-officer", "APPROVE", Map.of());
		var published = study("支部书记讲微党课（演示）", 12);
		this.resources.page("%党员活动室%", "VENUE", true, "", new UUID(0, 0), 1)
			.forEach((room) -> published.put("venue", room.id().toString()));
		String number = approvedByHost("F04", "F01", published);
		this.hands.decide("party.officer2", number, "task-party-officer", "APPROVE", Map.of());
	}

	private static Map<String, Object> of(String title, String type, String pillar) {
		var data = new HashMap<String, Object>();
		data.put("title", title);
		data.put("activityType", type);
		data.put("pillar", pillar);
		data.put("isThemePartyDay", false);
		data.put("publicEvent", false);
		data.put("minorsInvolved", false);
		data.put("placeKind", "INDOOR");
		data.put("foodProvided", "NONE");
		data.put("vehicles", "NONE");
		data.put("benefitsFromEnterprise", List.of("NONE"));
		data.put("expectedParticipants", 20);
		data.put("publicityPlan", "NONE");
		data.put("agenda", List.of(Map.of("time", "1", "content", "集中活动（演示）", "responsible", "主办方联络员"),
				Map.of("time", "2", "content", "交流讨论（演示）", "responsible", "协办方联络员")));
		data.put("expectedResult", "演示数据：增进双方党员交流，形成下一步共建安排。");
		return data;
	}

	private Map<String, Object> study(String title, int days) {
		Map<String, Object> data = of(title, "JOINT_STUDY", "TEAM");
		return held(data, days, "党员活动室（演示）");
	}

	private Map<String, Object> held(Map<String, Object> data, int days, String place) {
		data.put("start", this.hands.at(days, 14));
		data.put("end", this.hands.at(days, 16));
		data.put("place", place);
		return data;
	}

	private Map<String, Object> walk() {
		Map<String, Object> data = held(of("文明健步走（演示）", "WALK", "ACTIVITY"), 20, "园区环湖步道（演示）");
		data.put("placeKind", "OUTDOOR");
		data.put("expectedParticipants", 60);
		data.put("safetyPlan", this.hands.evidence(LIAISONS.get("F04")));
		return data;
	}

	private Map<String, Object> training() {
		Map<String, Object> data = held(of("党务骨干联训（演示）", "TEAM_TRAINING", "TEAM"), 22, "多功能厅（演示）");
		data.put("budget", List.of(Map.of("item", "MATERIAL", "qty", "30", "unitPrice", "80")));
		data.put("fundingSource", "PARTY_FEE");
		return data;
	}

	private Map<String, Object> children() {
		Map<String, Object> data = held(of("关爱儿童读书日（演示）", "CARING", "ACTIVITY"), 24, "社区书屋（演示）");
		data.put("placeKind", "COMMUNITY");
		data.put("minorsInvolved", true);
		data.put("minorsCount", 10);
		data.put("guardianConsentPlan", "由社区统一征得监护人书面同意（演示）。");
		data.put("foodProvided", "PACKAGED");
		data.put("safetyPlan", this.hands.evidence(LIAISONS.get("F04")));
		return data;
	}

	private String propose(String host, String partner, Map<String, Object> data) {
		data.put("pairing", pairing(host, partner));
		data.put("hostOrg", host);
		data.put("coHosts", List.of(Map.of("organisation", partner)));
		int half = (Integer) data.get("expectedParticipants") / 2;
		data.put("byOrg",
				List.of(Map.of("organisation", host, "count", half), Map.of("organisation", partner, "count", half)));
		String number = this.hands.start(ActivityProposalRule.PROCESS, LIAISONS.get(host), data);
		this.activities.provenance(number, "D");
		return number;
	}

	private String pairing(String one, String other) {
		return this.pairings.list(Actor.SYSTEM, new PairingFilter("", null, one), null, 100)
			.items()
			.stream()
			.filter((pairing) -> pairing.organisations().containsAll(List.of(one, other)))
			.map(Pairing::number)
			.findFirst()
			.orElseThrow();
	}

	private String confirmed(String host, String partner, Map<String, Object> data) {
		String number = propose(host, partner, data);
		this.hands.decide(LIAISONS.get(partner), number, "task-co-host-confirm", "CONFIRM",
				Map.of("ownParticipants", 10));
		return number;
	}

	private String approvedByHost(String host, String partner, Map<String, Object> data) {
		String number = confirmed(host, partner, data);
		this.hands.decide("gov3.secretary", number, "task-host-secretary", "APPROVE", Map.of());
		return number;
	}

	private void safe(String number) {
		var answers = new HashMap<String, Object>();
		List.of("venueCapacity", "routesExits", "weatherPlan", "firstAid", "insurance", "foodSafety", "traffic",
				"minorsSupervision")
			.forEach((question) -> answers.put(question, "YES"));
		this.hands.decide("safety", number, "task-safety-review", "PASS", answers);
	}

}
