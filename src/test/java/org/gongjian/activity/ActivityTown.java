package org.gongjian.activity;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
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
import org.gongjian.support.Settlers;
import org.gongjian.web.PdfPages;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Organisations, people and pairings only the tests of activities know, and the way they
 * take an activity.
 */
class ActivityTown {

	static final String PAIRING = "JD-TEST-901";

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private static final String WHY = "because it is right";

	final Cases cases;

	private final JdbcClient jdbc;

	private final Settlers settlers;

	private final ActorSource actors;

	private final Forms forms;

	private final FormSessions sessions;

	private final Requests requests;

	private final Decisions decisions;

	private final Desk desk;

	private final Attachments attachments;

	private final Definitions definitions;

	private final ManagementService management;

	private final RuntimeService runtime;

	private final Clock clock;

	private final byte[] pdf = new PdfPages().write("<html><head><title>x</title></head><body>x</body></html>");

	ActivityTown(Cases cases, JdbcClient jdbc, ActorSource actors, Forms forms, FormSessions sessions,
			Requests requests, Decisions decisions, Desk desk, Attachments attachments, Definitions definitions,
			ProcessEngine engine, Clock clock) {
		this.cases = cases;
		this.jdbc = jdbc;
		this.settlers = new Settlers(jdbc, "activity-test");
		this.actors = actors;
		this.forms = forms;
		this.sessions = sessions;
		this.requests = requests;
		this.decisions = decisions;
		this.desk = desk;
		this.attachments = attachments;
		this.definitions = definitions;
		this.management = engine.getManagementService();
		this.runtime = engine.getRuntimeService();
		this.clock = clock;
		settle();
	}

	private void settle() {
		if (!this.settlers.settled("AG1")) {
			organisation("AZ1", "ZONE", "WORKING_COMMITTEE");
			organisation("AG1", "GOVERNMENT", "BRANCH");
			organisation("AE1", "ENTERPRISE", "BRANCH");
			organisation("AE2", "ENTERPRISE", "BRANCH");
			this.settlers.programme("JH-ACT", false);
			pairing(PAIRING, "AG1", "AE1");
			pairing("JD-TEST-902", "AG1", "AE2");
		}
		for (String role : List.of("party-officer", "party-head", "wc-deputy", "safety", "finance", "discipline",
				"publicity", "archivist", "process-admin")) {
			this.settlers.holds("a." + role, "AZ1", role, null);
		}
		for (String side : List.of("AG1:gov", "AE1:ent", "AE2:ent")) {
			String code = side.split(":")[0];
			String name = code.toLowerCase(java.util.Locale.ROOT);
			this.settlers.holds(name + ".liaison", code, side.split(":")[1] + "-liaison", code);
			this.settlers.holds(name + ".secretary", code, side.split(":")[1] + "-secretary", code);
		}
	}

	/** Takes the roles away again, for the tests of others. */
	void leave() {
		this.settlers.leave();
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

	private void organisation(String code, String side, String type) {
		this.settlers.organisation(code, "Branch " + code, "测试" + code + "党支部", side, type);
	}

	/** A pairing in force. */
	void pairing(String number, String government, String enterprise) {
		this.settlers.pairing(number, "JH-ACT", government, enterprise);
	}

	/** A row of the annual plan of {@link #PAIRING}. */
	String planRow(String theme) {
		UUID id = UUID.randomUUID();
		UUID pairing = this.jdbc.sql("select id from pairing where number = :number")
			.param("number", PAIRING)
			.query(UUID.class)
			.single();
		this.jdbc.sql("""
				insert into annual_plan_row (id, pairing, row_no, plan_month, theme, form, host_side, people)
				values (:id, :pairing, :row, '2026-12', :theme, 'JOINT_STUDY', 'GOVERNMENT', 20)
				""")
			.param("id", id)
			.param("pairing", pairing)
			.param("row", count("select count(*) from annual_plan_row") + 1)
			.param("theme", theme)
			.update();
		return id.toString();
	}

	/** An item of the demand list of {@link #PAIRING}. */
	String item(String content) {
		UUID id = UUID.randomUUID();
		UUID pairing = this.jdbc.sql("select id from pairing where number = :number")
			.param("number", PAIRING)
			.query(UUID.class)
			.single();
		this.jdbc.sql("""
				insert into list_item (id, pairing, kind, row_no, side, owner_org, category, content, status)
				values (:id, :pairing, 'DEMAND', :row, 'ENTERPRISE', 'AE1', 'POLICY', :content, 'OPEN')
				""")
			.param("id", id)
			.param("pairing", pairing)
			.param("row", count("select count(*) from list_item") + 1)
			.param("content", content)
			.update();
		return id.toString();
	}

	/** A venue others can book. */
	String venue(String name) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into resource (id, kind, owner_org, name, bookable, active, search_key, created_by, created_at,
				  updated_by, updated_at, version)
				values (:id, 'VENUE', 'AG1', :name, true, true, :name, 'test', :then, 'test', :then, 0)
				""").param("id", id).param("name", name).param("then", THEN).update();
		return id.toString();
	}

	Actor actor(String username) {
		return this.actors.actor(username);
	}

	/** A planned joint study indoors, 20 people, no costs, in twenty days. */
	Map<String, Object> study() {
		LocalDateTime start = LocalDateTime.ofInstant(this.clock.instant(), Time.OFFICE)
			.plusDays(20)
			.truncatedTo(ChronoUnit.HOURS);
		var data = new HashMap<String, Object>();
		data.put("pairing", PAIRING);
		data.put("planRow", planRow("联合学习"));
		data.put("title", "联合学习党章");
		data.put("activityType", "JOINT_STUDY");
		data.put("pillar", "TEAM");
		data.put("isThemePartyDay", false);
		data.put("hostOrg", "AG1");
		data.put("coHosts", List.of(Map.of("organisation", "AE1")));
		people(data, 20);
		data.put("publicEvent", false);
		data.put("minorsInvolved", false);
		data.put("start", start.toString());
		data.put("end", start.plusHours(2).toString());
		data.put("place", "党员活动室");
		data.put("placeKind", "INDOOR");
		data.put("foodProvided", "NONE");
		data.put("vehicles", "NONE");
		data.put("budget", List.of());
		data.put("benefitsFromEnterprise", List.of("NONE"));
		data.put("agenda", List.of(Map.of("time", "09:00", "content", "学习党章", "responsible", "书记"),
				Map.of("time", "10:00", "content", "交流讨论", "responsible", "联络员")));
		data.put("expectedResult", "双方党员加深对党章的理解,形成共建工作共识。");
		data.put("publicityPlan", "NONE");
		return data;
	}

	/** Changes how many people are expected, all of the host. */
	static void people(Map<String, Object> data, int people) {
		data.put("expectedParticipants", people);
		data.put("byOrg", List.of(Map.of("organisation", "AG1", "count", people)));
	}

	/** One row of a budget. */
	static Map<String, Object> cost(String item, int quantity, String price) {
		return Map.of("item", item, "qty", quantity, "unitPrice", new BigDecimal(price));
	}

	/** What a record needs at least, with a sign-in sheet and some costs. */
	Map<String, Object> record(String number, String cost) {
		var data = new HashMap<String, Object>();
		var before = this.cases.data(number);
		data.put("actualStart", before.get("start"));
		data.put("actualEnd", before.get("end"));
		data.put("plannedMembers", 10);
		data.put("membersPresent", 9);
		data.put("signInSheet", List.of(upload("ag1.liaison")));
		data.put("minutesFile", List.of(upload("ag1.liaison")));
		data.put("results", "双方党员全部完成学习任务,形成三条共建措施并明确责任人。");
		data.put("publicityWanted", false);
		if (cost != null) {
			data.put("actualCost", List.of(Map.of("item", "MATERIAL", "qty", 1, "unitPrice", new BigDecimal(cost),
					"receipt", List.of(upload("ag1.liaison")))));
		}
		return data;
	}

	String propose(String username, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		String definition = this.definitions.newest("activity-proposal").orElseThrow().id();
		FormContext context = FormContext.start(actor, "activity-proposal", this.forms.catalogue(definition));
		return this.requests.open(this.sessions.fill(context, data, Answer.of(null, null, Map.of()))).number();
	}

	void decide(String username, String number, String step, String decision, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		WorkItem item = open(number, step, actor);
		this.decisions.decide(actor, item.id(), this.sessions.fill(this.desk.context(actor, item), data,
				Answer.of(decision, WHY, Map.of("coiDeclared", "true"))), null);
	}

	void returnTo(String username, String number, String step, String target) {
		Actor actor = this.actors.actor(username);
		this.decisions.returnTo(actor, open(number, step, actor).id(), target, WHY, false, null);
	}

	private WorkItem open(String number, String step, Actor actor) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals(step) && this.desk.people(item).contains(actor.username()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open for " + actor.username() + ", open are "
					+ openSteps(number) + " for " + asked(number)));
	}

	List<String> openSteps(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).distinct().sorted().toList();
	}

	/** Everybody who is asked at the moment. */
	List<String> asked(String number) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.flatMap((item) -> this.desk.people(item).stream())
			.distinct()
			.sorted()
			.toList();
	}

	String upload(String username) {
		return this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(this.pdf), "page.pdf", Optional.empty())
			.id()
			.toString();
	}

	/** A small picture. */
	String picture(String username) {
		byte[] png = java.util.Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
		return this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(png), "photo.png", Optional.empty())
			.id()
			.toString();
	}

	void confirm(String number) {
		decide("ae1.liaison", number, "task-co-host-confirm", "CONFIRM", Map.of("ownParticipants", 10));
		decide("ag1.secretary", number, "task-host-secretary", "APPROVE", Map.of("attendBySecretary", true));
	}

	void safety(String number) {
		var data = new HashMap<String, Object>();
		for (String item : List.of("venueCapacity", "routesExits", "weatherPlan", "firstAid", "insurance", "foodSafety",
				"traffic", "minorsSupervision")) {
			data.put(item, "YES");
		}
		decide("a.safety", number, "task-safety-review", "PASS", data);
	}

	void integrity(String number) {
		var data = new HashMap<String, Object>();
		for (String item : List.of("noGifts", "mealsPaid", "noPromotion", "noInterference", "noEndorsement")) {
			data.put(item, "YES");
		}
		decide("a.discipline", number, "task-integrity-review", "PASS", data);
	}

	void readiness(String number, String... missing) {
		var data = new HashMap<String, Object>();
		PrepareSteps.CHECKLIST.forEach((item) -> data.put(item, "OK"));
		for (String item : missing) {
			data.put(item, "NOT_OK");
			data.put("readinessNote", "还缺一位现场负责人");
		}
		decide("ag1.liaison", number, "task-readiness", "COMPLETE", data);
	}

	/** Lets a drawn timer of a case, or of what it called, fire. */
	void fire(String number, String timer) {
		this.management.executeJob(job(number, timer).getId());
	}

	/** When a timer of a case is due. */
	Instant due(String number, String timer) {
		return job(number, timer).getDuedate().toInstant();
	}

	private Job job(String number, String timer) {
		List<String> instances = new ArrayList<>();
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.forEach((instance) -> instances.add(instance.getId()));
		List<Job> jobs = this.management.createJobQuery()
			.activityId(timer)
			.list()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()))
			.toList();
		if (jobs.size() != 1) {
			throw new AssertionError(timer + " runs " + jobs.size() + " times");
		}
		return jobs.get(0);
	}

	Instant now() {
		return this.clock.instant();
	}

}
