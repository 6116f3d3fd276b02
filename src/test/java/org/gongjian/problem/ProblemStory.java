package org.gongjian.problem;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;

/** Takes a problem through its process, as the people of {@link ProblemTown}. */
class ProblemStory {

	private static final String LONG = "已联系企业核实情况，按要求逐项落实并形成书面材料，情况属实，现予反馈说明。";

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

	ProblemStory(ActorSource actors, Forms forms, FormSessions sessions, Requests requests, Decisions decisions,
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

	Map<String, Object> problem(String org, String type, String category, String impact) {
		var data = new HashMap<String, Object>();
		data.put("reporterOrg", org);
		data.put("reporterName", "李经理");
		data.put("reporterPhone", "13812345601");
		data.put("channel", "FORM");
		data.put("type", type);
		data.put("category", category);
		data.put("title", "测试诉求需要协调解决");
		data.put("description", "企业在生产经营中遇到困难，需要有关方面协调解决，情况说明如上。");
		data.put("impact", List.of(impact));
		data.put("desiredResult", "尽快解决");
		data.put("consentShare", true);
		return data;
	}

	String register(String username, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		String definition = this.definitions.newest(Problem.PROCESS).orElseThrow().id();
		FormContext context = FormContext.start(actor, Problem.PROCESS, this.forms.catalogue(definition));
		return this.requests.open(this.sessions.fill(context, data, Answer.of(null, null, Map.of()))).number();
	}

	void triage(String number, String decision, Map<String, Object> more) {
		decide("x.desk", number, "task-triage", decision, classified(number, more));
	}

	Map<String, Object> classified(String number, Map<String, Object> more) {
		Map<String, Object> known = this.cases.data(number);
		var data = new HashMap<String, Object>(
				Map.of("category", known.get("category"), "severity", known.get("severity")));
		data.putAll(more);
		return data;
	}

	void dispatch(String number, String lead, String... helpers) {
		List<Map<String, Object>> rows = java.util.Arrays.stream(helpers)
			.map((code) -> Map.<String, Object>of("department", code))
			.toList();
		decide("x.desk", number, "task-dispatch", "COMPLETE",
				Map.of("lead", lead, "coHandlers", rows, "instruction", "请尽快与企业联系并按时限办结。"));
	}

	void sign(String number, String department, String person) {
		decide(department.toLowerCase() + ".head", number, "task-sign-off", "SIGN", Map.of("handler", person));
	}

	void handle(String number, String department) {
		String handler = department.toLowerCase() + ".handler";
		decide(handler, number, "task-plan", "PLANNED", Map.of("firstContactAt", now(), "plan", LONG));
		decide(handler, number, "task-result", "COMPLETE",
				Map.of("resultClass", "SOLVED", "resultText", LONG, "evidence", List.of(upload(handler))));
	}

	void pass(String number) {
		decide("x.desk", number, "task-result-review", "PASS", Map.of("checks",
				List.of("EVERY_POINT", "PLAIN", "CONTACTED"), "replyText", LONG, "replyClass", "SOLVED"));
	}

	void confirm(String username, String number, String resolved, int satisfaction) {
		var data = new HashMap<String, Object>();
		data.put("resolved", resolved);
		data.put("satisfaction", String.valueOf(satisfaction));
		data.put("confirmComment", "问题仍未解决");
		decide(username, number, "task-enterprise-confirm", "COMPLETE", data);
	}

	void visit(String number, String decision) {
		var data = new HashMap<String, Object>(Map.of("visitedAt", now(), "visitMode", "PHONE", "coiDeclared", "true"));
		if (!decision.equals("UNREACHABLE")) {
			data.put("personReached", "李经理");
			data.put("satisfactionConfirmed", 4);
		}
		decide("x.desk2", number, "task-return-visit", decision, data);
	}

	Map<String, Object> parking(LocalDate review) {
		return Map.of("parkReason", "历史边界问题需上级协调解决", "parkCategory", "HISTORIC", "promisedReview", review.toString(),
				"nextAction", "每季度会商一次");
	}

	String now() {
		return this.clock.instant().atZone(Time.OFFICE).toOffsetDateTime().withNano(0).toString();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	String upload(String username) {
		return this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(this.pdf), "page.pdf", Optional.empty())
			.id()
			.toString();
	}

	void decide(String username, String number, String step, String decision, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		WorkItem item = this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((one) -> one.step().equals(step) && this.desk.people(one).contains(username))
			.findFirst()
			.orElseThrow(
					() -> new AssertionError(step + " is not open for " + username + ", open are " + open(number)));
		var all = new HashMap<String, Object>(data);
		all.put("coiDeclared", "true");
		this.decisions.decide(actor, item.id(),
				this.sessions.fill(this.desk.context(actor, item), data, Answer.of(decision, "理由充分，请按此办理", all)), null);
	}

	List<String> open(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).distinct().sorted().toList();
	}

	/** The one open task of a step. */
	WorkItem task(String number, String step) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((one) -> one.step().equals(step))
			.findFirst()
			.orElseThrow();
	}

	/** The people a step is offered to. */
	List<String> asked(String number, String step) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((one) -> one.step().equals(step))
			.flatMap((one) -> this.desk.people(one).stream())
			.sorted()
			.toList();
	}

}
