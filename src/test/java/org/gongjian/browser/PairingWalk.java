package org.gongjian.browser;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pairing on its way, each step by the person it waits for: the Office branch or
 * another government branch with Demo Enterprise H.
 */
final class PairingWalk extends Walk {

	private final String government;

	private final String liaison;

	private final String secretary;

	private final String enterprise;

	private final String partner;

	private final LocalDate start;

	PairingWalk(Visitor visitor, String government, String account) {
		this(visitor, government, account, "F08", "ent5");
	}

	PairingWalk(Visitor visitor, String government, String account, String enterprise, String partner) {
		super(visitor);
		this.enterprise = enterprise;
		this.partner = partner + ".secretary";
		this.government = government;
		this.liaison = account + ".liaison";
		this.secretary = account + ".secretary";
		this.start = LocalDate.parse(visitor.today()).plusMonths(1).withDayOfMonth(1);
	}

	PairingWalk fillsInTheProposal(String waiver) {
		begins(this.liaison, "pairing-approval");
		this.visitor.choose("programme", "2028");
		this.visitor.fill("governmentOrg", this.government).fill("enterpriseOrg", this.enterprise);
		this.visitor.chooseFirst("govLiaison").chooseFirst("entLiaison");
		this.visitor.fill("reason", "The enterprise needs advice on its first Party activities; 双方业务联系紧密。");
		this.visitor.fill("focusAreas", "ACTIVITY").fill("focusAreas", "RESOURCE");
		this.visitor.fill("plannedActivities", "2").fill("plannedDeeds", "1");
		this.visitor.fill("termStart", this.start.toString());
		this.visitor.fill("termEnd", this.start.plusYears(1).minusDays(1).toString());
		this.visitor.fill("plaqueRequested", "true");
		if (waiver != null) {
			this.visitor.fill("waiverReason", waiver);
		}
		return this;
	}

	PairingWalk proposes(String waiver) {
		fillsInTheProposal(waiver);
		sends();
		return this;
	}

	PairingWalk theOtherSideConfirms() {
		by(this.partner);
		this.visitor.fill("_decision", "ACCEPT").chooseFirst("ownLiaison").press("add-row:needs");
		this.visitor.fill("needs[0].need", "A hall for sixty people").fill("needs[0].urgency", "M");
		this.visitor.decide(null);
		return this;
	}

	PairingWalk bothBranchesResolve() {
		for (String secretary : List.of(this.secretary, this.partner)) {
			by(secretary);
			this.visitor.fill("meetingType", "MEMBERS_MEETING").fill("meetingDate", this.visitor.today());
			this.visitor.fill("entitled", "12").fill("attendees", "11");
			this.visitor.upload("minutesFile", Papers.pdf("minutes"));
			this.visitor.decide("AGREE");
		}
		return this;
	}

	PairingWalk theAgreementIsDrafted() {
		by(this.liaison);
		row("resourceList", 0,
				Map.of("side", "GOVERNMENT", "category", "LECTURER", "item", "Policy lecturer " + number()));
		row("resourceList", 1, Map.of("side", "ENTERPRISE", "category", "VENUE", "item", "Activity room " + number()));
		row("demandList", 0,
				Map.of("side", "ENTERPRISE", "category", "POLICY", "need", "Which subsidies apply", "priority", "M"));
		row("projectList", 0, Map.of("title", "Policy hour", "ownerSide", "GOVERNMENT", "deliverable",
				"A talk a quarter", "dueDate", this.start.plusMonths(3).toString()));
		row("annualPlan", 0, plan("Joint study 联合学习", "JOINT_STUDY", 1));
		row("annualPlan", 1, plan("Volunteer day 志愿服务", "VOLUNTEER", 5));
		this.visitor.fill("rightsGov", "Gives advice on policy and opens its activity room.");
		this.visitor.fill("rightsEnt", "Opens its workshop and takes part in joint activities.");
		this.visitor.fill("integrityClause", "true").fill("confidentialityClause", "true");
		this.visitor.decide(null);
		return this;
	}

	private Map<String, String> plan(String theme, String form, int month) {
		return Map.of("month", YearMonth.from(this.start.plusMonths(month)).toString(), "theme", theme, "form", form,
				"hostSide", "GOVERNMENT", "people", "30", "estimatedCost", "800");
	}

	PairingWalk disciplineChecks(String username) {
		by(username);
		List.of("regulatorRelation", "pendingDecision", "relatives", "openCase", "dishonestyList", "endedForDiscipline")
			.forEach((question) -> this.visitor.fill(question, "NO"));
		this.visitor.decide("PASS");
		return this;
	}

	PairingWalk theOfficerReviews() {
		by("party.officer");
		List.of("MINUTES", "LISTS", "PLAN", "CLAUSES").forEach((item) -> this.visitor.fill("completeness", item));
		this.visitor.fill("matchScore", "4").decide("APPROVE");
		return this;
	}

	PairingWalk theHeadReviews() {
		by("party.head").decide("APPROVE");
		return this;
	}

	PairingWalk theLeaderApproves() {
		by("wc.deputy");
		this.visitor.fill("_decision", "APPROVE").fill("plaqueApproved", "true").decide(null);
		return this;
	}

	PairingWalk theCommitteeApproves() {
		by("wc.secretary");
		this.visitor.fill("_decision", "APPROVE").fill("plaqueApproved", "true");
		this.visitor.refused(() -> this.visitor.press("submit"));
		assertThat(this.visitor.text(".error-summary")).isNotBlank();
		this.visitor.fill("meetingDate", this.visitor.today()).fill("minutesNo", "DGW-12").fill("_coiDeclared", "true");
		this.visitor.decide(null);
		return this;
	}

	PairingWalk bothSign() {
		for (String secretary : List.of(this.secretary, this.partner)) {
			by(secretary);
			this.visitor.fill("signedOn", this.visitor.today())
				.choose("signatory", this.visitor.speaksChinese() ? "书记" : "secretary");
			this.visitor.fill("sealed", "true").upload("scan", Papers.pdf("signed")).decide(null);
		}
		return this;
	}

	PairingWalk isArchived() {
		by("archivist").fill("checked", "true").decide(null);
		return this;
	}

	/** The page of the case as the initiator sees it. */
	Visitor seenByTheInitiator() {
		return seenBy(this.liaison);
	}

}
