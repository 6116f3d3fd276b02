package org.gongjian.pairing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Requests;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Definitions;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;

/** Takes a pairing through its approval, as the people of {@link PairingTown}. */
class PairingStory {

	private static final String WHY = "because it is right";

	private final ActorSource actors;

	private final Forms forms;

	private final FormSessions sessions;

	private final Requests requests;

	private final Decisions decisions;

	private final Desk desk;

	private final Cases cases;

	private final Attachments attachments;

	private final Definitions definitions;

	private final Clock clock;

	private final byte[] pdf = new PdfPages().write("<html><head><title>x</title></head><body>x</body></html>");

	PairingStory(ActorSource actors, Forms forms, FormSessions sessions, Requests requests, Decisions decisions,
			Desk desk, Cases cases, Attachments attachments, Definitions definitions, Clock clock) {
		this.actors = actors;
		this.forms = forms;
		this.sessions = sessions;
		this.requests = requests;
		this.decisions = decisions;
		this.desk = desk;
		this.cases = cases;
		this.attachments = attachments;
		this.definitions = definitions;
		this.clock = clock;
	}

	/** A complete proposal, by the liaison of the government side. */
	String propose(String government, String enterprise) {
		return propose(name(government) + ".liaison", proposal(government, enterprise));
	}

	String propose(String username, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		String definition = this.definitions.newest("pairing-approval").orElseThrow().id();
		FormContext context = FormContext.start(actor, "pairing-approval", this.forms.catalogue(definition));
		return this.requests.open(this.sessions.fill(context, data, Answer.of(null, null, Map.of()))).number();
	}

	Map<String, Object> proposal(String government, String enterprise) {
		var data = new HashMap<String, Object>();
		data.put("requestType", "NEW");
		data.put("programme", PairingTown.PROGRAMME);
		data.put("governmentOrg", government);
		data.put("enterpriseOrg", enterprise);
		data.put("govLiaison", PairingTown.person(name(government) + ".liaison"));
		data.put("entLiaison", PairingTown.person(name(enterprise) + ".liaison"));
		data.put("reason", "双方业务互补,支部组织生活可以共同开展。");
		data.put("focusAreas", List.of("TEAM", "ACTIVITY"));
		data.put("termStart", today().toString());
		data.put("termEnd", today().plusYears(1).minusDays(1).toString());
		data.put("plannedActivities", 2);
		data.put("plannedDeeds", 1);
		data.put("plaqueRequested", true);
		return data;
	}

	void accept(String number, String enterprise) {
		decide(name(enterprise) + ".secretary", number, "task-counterpart-confirm", "ACCEPT",
				Map.of("ownLiaison", PairingTown.person(name(enterprise) + ".liaison"), "needs",
						List.of(Map.of("need", "政策辅导", "urgency", "H"))));
	}

	void resolve(String number, String organisation) {
		String username = name(organisation) + ".secretary";
		decide(username, number, "task-branch-resolution", "AGREE",
				Map.of("meetingType", "BRANCH_COMMITTEE", "meetingDate", today().toString(), "entitled", 5, "attendees",
						4, "minutesFile", List.of(upload(username))));
	}

	void draft(String number, String government) {
		decide(name(government) + ".liaison", number, "task-draft-agreement", "COMPLETE", agreement());
	}

	Map<String, Object> agreement() {
		String month = YearMonth.from(today()).toString();
		var data = new HashMap<String, Object>();
		data.put("resourceList", List.of(
				Map.of("side", "GOVERNMENT", "category", "OTHER", "item", "政策资料", "quantity", 1),
				Map.of("side", "ENTERPRISE", "category", "JOB", "item", "见习岗位", "quantity", 3, "terms", "提前一周联系")));
		data.put("demandList", List.of(Map.of("side", "ENTERPRISE", "category", "POLICY", "need", "设备更新补贴政策辅导",
				"priority", "H", "expectedBy", today().plusMonths(2).toString())));
		data.put("projectList", List.of(Map.of("title", "政策进企业", "ownerSide", "GOVERNMENT", "deliverable", "辅导两次",
				"dueDate", today().plusMonths(3).toString(), "linkedDemand", 1)));
		data.put("annualPlan",
				List.of(Map.of("month", month, "theme", "联合学习党章", "form", "JOINT_STUDY", "hostSide", "GOVERNMENT",
						"place", "党员活动室", "people", 20, "estimatedCost", "200.50", "fundingSource", "PARTY_DUES"),
						Map.of("month", month, "theme", "走进车间", "form", "VISIT", "hostSide", "ENTERPRISE")));
		data.put("jointMeetingCadence", "QUARTERLY");
		data.put("rightsGov", "提供政策辅导、场地和师资,每季度走访一次,协助反映并推动解决企业诉求。");
		data.put("rightsEnt", "提供实践基地和技术支持,按计划承办活动,及时通报党建工作情况与需求。");
		data.put("integrityClause", true);
		data.put("confidentialityClause", true);
		data.put("exitClause", "任一方可提前一个月书面提出解除。");
		return data;
	}

	void check(String number) {
		var data = new HashMap<String, Object>();
		for (String risk : List.of("regulatorRelation", "pendingDecision", "relatives", "openCase", "dishonestyList",
				"endedForDiscipline")) {
			data.put(risk, "NO");
		}
		decide("p.discipline", number, "task-integrity-check", "PASS", data);
	}

	void review(String number) {
		decide("p.officer", number, "task-officer-review", "APPROVE",
				Map.of("completeness", List.of("MINUTES", "LISTS", "PLAN", "CLAUSES"), "matchScore", 4));
	}

	void headReview(String number) {
		decide("p.head", number, "task-head-review", "APPROVE", Map.of("priority", "KEY"));
	}

	void approve(String number) {
		decide("p.deputy", number, "task-approve", "APPROVE", Map.of("plaqueApproved", true));
	}

	void sign(String number, String organisation) {
		String username = name(organisation) + ".secretary";
		decide(username, number, "task-sign", "COMPLETE", Map.of("signedOn", today().toString(), "signatory",
				PairingTown.person(username), "sealed", true, "scan", List.of(upload(username))));
	}

	String toReviews(String government, String enterprise) {
		String number = propose(government, enterprise);
		accept(number, enterprise);
		resolve(number, government);
		resolve(number, enterprise);
		draft(number, government);
		return number;
	}

	String toSigning(String government, String enterprise) {
		String number = toReviews(government, enterprise);
		check(number);
		review(number);
		headReview(number);
		approve(number);
		return number;
	}

	String inForce(String government, String enterprise) {
		String number = toSigning(government, enterprise);
		sign(number, government);
		sign(number, enterprise);
		return number;
	}

	String upload(String username) {
		return this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(this.pdf), "page.pdf", Optional.empty())
			.id()
			.toString();
	}

	void decide(String username, String number, String step, String decision, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		WorkItem item = open(number, step, actor);
		Filled filled = this.sessions.fill(this.desk.context(actor, item), data,
				Answer.of(decision, WHY, Map.of("coiDeclared", "true")));
		this.decisions.decide(actor, item.id(), filled, null);
	}

	void returnTo(String username, String number, String step, String target) {
		Actor actor = this.actors.actor(username);
		this.decisions.returnTo(actor, open(number, step, actor).id(), target, WHY, false, null);
	}

	WorkItem open(String number, String step, Actor actor) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals(step))
			.filter((item) -> this.desk.people(item).contains(actor.username()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					step + " is not open for " + actor.username() + ", open are " + openSteps(number)));
	}

	List<String> openSteps(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).distinct().sorted().toList();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	private static String name(String organisation) {
		return organisation.toLowerCase(Locale.ROOT);
	}

}
