package org.gongjian.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.engine.TaskSignals;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.inbox.Register;
import org.gongjian.pairing.PairingEnded;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.sla.ClockKind;
import org.gongjian.sla.ClockSignals;
import org.gongjian.sla.ClockState;
import org.gongjian.sla.SlaClocks;
import org.gongjian.sla.Stage;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Problems in the whole house: the walk-throughs of the domain, and who sees what. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemJourneyTests {

	private static final Map<String, Object> NOTHING = Map.of();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Problems problems;

	@Autowired
	private Reopenings reopenings;

	@Autowired
	private ProblemTable table;

	@Autowired
	private DispatchTable dispatches;

	@Autowired
	private NoticeTable notices;

	@Autowired
	private KnowledgeTable knowledge;

	@Autowired
	private ProblemStates states;

	@Autowired
	private ProblemSource source;

	@Autowired
	private AgendaOfProblems agenda;

	@Autowired
	private CaseRecord record;

	@Autowired
	private Processes processes;

	@Autowired
	private List<Register> registers;

	@Autowired
	private SlaClocks clocks;

	@Autowired
	private Cases cases;

	@Autowired
	private Attachments attachments;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Accounts accounts;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private TaskSignals taskSignals;

	@Autowired
	private ApplicationEventPublisher events;

	private ProblemTown town;

	private ProblemStory story;

	private TransactionTemplate transaction;

	@BeforeAll
	void settle(@Autowired AutowireCapableBeanFactory beans, @Autowired PlatformTransactionManager transactions) {
		this.town = new ProblemTown(this.jdbc);
		this.town.settle();
		this.story = beans.createBean(ProblemStory.class);
		this.transaction = new TransactionTemplate(transactions);
		for (String username : List.of("x.desk", "x.discipline", "xe1.liaison", "xe2.liaison", "xd1.handler",
				"xg1.secretary", "x.party-officer")) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
	}

	@AfterAll
	void leave() {
		this.town.leave();
	}

	@Test
	void aQuestionIsAnsweredByThePairedBranch() {
		String number = this.story.register("xe1.liaison", this.story.problem("XE1", "CONSULT", "POLICY", "NONE"));
		assertThat(row(number).severity()).isEqualTo("S5");
		assertThat(row(number).state()).isEqualTo(ProblemState.REGISTERED);
		this.story.triage(number, "ACCEPT", NOTHING);
		assertThat(this.story.asked(number, "task-branch-handle")).containsExactly("xg1.secretary");
		this.story.decide("xg1.secretary", number, "task-branch-handle", "RESOLVED", branch());
		assertThat(names(number)).contains("答复函-" + number + ".pdf");
		this.story.confirm("xe1.liaison", number, "YES", 5);
		if (this.story.open(number).contains("task-return-visit")) {
			assertThat(OutcomeSteps.draw(number)).isLessThan(10);
			this.story.visit(number, "CONFIRMED");
		}
		assertThat(row(number).state()).isEqualTo(ProblemState.CLOSED_RESOLVED);
		assertThat(row(number).level()).isEqualTo("L1");
		assertThat(this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().state()).isEqualTo(ClockState.MET);
	}

	@Test
	void theTableSuggestsTheDepartmentThatHasTheFunction() {
		this.jdbc
			.sql("""
					insert into department (organisation_code, categories, functions, created_by, created_at, updated_by, updated_at,
					  version)
					values (:code, :categories, :functions, 'test', :then, 'test', :then, 0)
					""")
			.param("code", "XD1")
			.param("categories", "ENVIRONMENT")
			.param("functions", "SCIENCE,PERMITS")
			.param("then", java.time.OffsetDateTime.parse("2024-01-01T00:00:00Z"))
			.update();
		assertThat(suggested("TECHNOLOGY")).as("by its function").isEqualTo("XD1");
		assertThat(suggested("ENVIRONMENT")).as("by the category it handles").isEqualTo("XD1");
		assertThat(suggested("OTHER")).as("nobody has the function").isNull();
		this.jdbc.sql("delete from department where organisation_code = 'XD1'").update();
	}

	private Object suggested(String category) {
		String number = this.story.register("xe2.liaison",
				this.story.problem("XE2", "HELP", category, "PRODUCTION_REDUCED"));
		return this.cases.data(number).get("suggestedLead");
	}

	@Test
	void whatWasAnsweredBeforeIsShownBeforeAProblemIsSent() {
		this.knowledge.insert("POLICY", "设备更新补贴政策如何申报", "通过惠企平台提交申请，十个工作日内审核。", null, null, "x.desk");
		this.knowledge.insert("LIFE", "职工子女入学如何办理", "每年六月由部门统一受理。", null, null, "x.desk");
		MvcTestResult check = this.mvc.post()
			.uri("/new/problem-escalation")
			.with(user("xe1.liaison"))
			.with(csrf())
			.header("Accept-Language", "en")
			.param("_action", "check")
			.param("reporterOrg", "XE1")
			.param("reporterName", "李经理")
			.param("reporterPhone", "13812345601")
			.param("channel", "FORM")
			.param("type", "CONSULT")
			.param("category", "POLICY")
			.param("title", "设备更新补贴怎样申请")
			.param("description", "我们准备更新两条生产线的设备，想了解补贴政策的申报条件和流程。")
			.param("impact", "NONE")
			.param("desiredResult", "给出说明")
			.param("consentShare", "true")
			.exchange();
		assertThat(check).hasStatusOk()
			.bodyText()
			.contains("Before you send it", "设备更新补贴政策如何申报", "通过惠企平台提交申请")
			.doesNotContain("职工子女入学如何办理");
	}

	private Map<String, Object> branch() {
		return Map.of("actionsTaken", "已上门解读补贴政策并协助企业准备申报材料，企业表示清楚。", "contactedOn", this.story.now(), "contactMode",
				"VISIT");
	}

	@Test
	void aWrongDepartmentObjectsOnceAndTheRulingIsFinal() {
		String number = dispatched("XD1");
		this.story.decide("xd1.head", number, "task-sign-off", "OBJECT",
				Map.of("objectionReason", "该事项不属于本部门三定职责范围，应由其他部门负责办理。", "basis", "三定方案第三条", "betterLead", "XD2"));
		assertThat(this.story.asked(number, "task-adjudicate")).contains("x.supervision");
		this.story.decide("x.supervision", number, "task-adjudicate", "REASSIGN",
				Map.of("finalLead", "XD2", "rulingReason", "按三定职责由该部门主办"));
		assertThat(this.story.asked(number, "task-plan")).containsExactly("xd2.handler");
		assertThat(row(number).lead()).isEqualTo("XD2");
		Dispatch ruled = this.dispatches.last(number).orElseThrow();
		assertThat(ruled.ruledLead()).isEqualTo("XD2");
		assertThat(ruled.objectedBy()).isEqualTo("xd1.head");
		this.story.handle(number, "XD2");
		this.story.pass(number);
		this.story.confirm("xe2.liaison", number, "NO", 1);
		assertThat(this.story.asked(number, "task-plan")).containsExactly("xd2.handler");
	}

	@Test
	void yellowUrgesRedBringsANoticeAndABreachTheThirdLevel() {
		String number = handling("XD1");
		fire(number, Stage.YELLOW, 70);
		assertThat(this.cases.log(number)).anyMatch((entry) -> entry.action().equals("URGED"));
		fire(number, Stage.RED, 100);
		assertThat(this.story.open(number)).containsExactly("task-plan", "task-supervision-notice");
		this.story.decide("x.supervision", number, "task-supervision-notice", "COMPLETE", Map.of("requirement",
				"请于限期内办结并书面说明超期原因。", "newDeadline", this.story.today().plusDays(1).toString(), "copyLeader", true));
		SupervisionNotice notice = this.notices.of(number).get(0);
		assertThat(notice.number()).startsWith("DB-");
		assertThat(names(number)).contains("督办单-" + notice.number() + ".pdf");
		fire(number, Stage.BREACHED, 1000);
		assertThat(this.story.open(number)).containsExactly("task-l3-chair");
		assertThat(row(number).state()).isEqualTo(ProblemState.ESCALATED_L3);
		assertThat(row(number).level()).isEqualTo("L3");
		this.story.decide("x.party-head", number, "task-l3-chair", "DECIDE_NOW", Map.of("order", "由建设部门牵头限期办结"));
		assertThat(this.story.open(number)).containsExactly("task-dispatch");
	}

	@Test
	void whenAHandlerIsLateTheHeadOfThatDepartmentIsAskedToo() {
		String number = handling("XD1");
		this.transaction.executeWithoutResult((status) -> this.taskSignals
			.timer(this.story.task(number, "task-plan").id(), TaskSignals.Timer.ESCALATE));
		assertThat(this.story.asked(number, "task-plan")).containsExactlyInAnyOrder("xd1.handler", "xd1.head");
	}

	@Test
	void aProblemWaitsOnTheAgendaUntilTheMeetingHasDecided() {
		String number = handling("XD1");
		fire(number, Stage.BREACHED, 1000);
		this.story.decide("x.party-head", number, "task-l3-chair", "CALL_MEETING", Map.of("meetingKind", "NEXT",
				"meetingBackground", "主办部门超期两个工作日仍未办结，涉及多个部门职责。", "meetingWanted", "明确牵头部门和时限"));
		assertThat(this.agenda.waiting()).anyMatch((item) -> item.subject().equals(number));
		this.transaction.executeWithoutResult((status) -> {
			this.cases.lock(number);
			this.processes.deliver("JointMeetingDecided", number,
					Map.of("meetingDecision", "ORDER", "meetingLead", "XD2", "meetingDeadline",
							this.story.today().plusDays(10).toString(), "meetingOrder", "由该部门牵头限期办结", "meetingNumber",
							"LX-2026-01"));
		});
		assertThat(this.agenda.waiting()).noneMatch((item) -> item.subject().equals(number));
		assertThat(this.story.asked(number, "task-plan")).containsExactly("xd2.handler");
		assertThat(this.dispatches.last(number).orElseThrow().source()).isEqualTo("MEETING");
		assertThat(this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().state()).isEqualTo(ClockState.RUNNING);
	}

	@Test
	void aDepartmentHasUntilAMomentNotLaterThanTheClock() {
		String number = this.story.register("xe2.liaison", ordinary());
		this.story.triage(number, "ACCEPT", NOTHING);
		Instant due = this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().dueAt();
		Map<String, Object> order = Map.of("lead", "XD1", "instruction", "请尽快与企业联系并按时限办结。");
		for (Instant wrong : List.of(due.plusSeconds(60), Instant.parse("2020-01-01T00:00:00Z"))) {
			assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.story.decide("x.desk", number,
					"task-dispatch", "COMPLETE", with(order, "deadline", wrong.toString())));
		}
		Instant until = due.minusSeconds(60);
		this.story.decide("x.desk", number, "task-dispatch", "COMPLETE", with(order, "deadline", until.toString()));
		assertThat(this.dispatches.last(number).orElseThrow().deadline()).isEqualTo(until);
	}

	@Test
	void notSolvedTwiceGoesToTheMeetingAndTheThirdTimeToThePanel() {
		String number = handling("XD1");
		this.story.handle(number, "XD1");
		this.story.pass(number);
		this.story.confirm("xe2.liaison", number, "NO", 2);
		assertThat(row(number).reworks()).isOne();
		this.story.handle(number, "XD1");
		this.story.pass(number);
		this.story.confirm("xe2.liaison", number, "NO", 2);
		assertThat(this.story.open(number)).containsExactly("task-l3-chair");
		this.story.decide("x.party-head", number, "task-l3-chair", "DECIDE_NOW", Map.of("order", "由建设部门牵头限期办结"));
		this.story.dispatch(number, "XD1");
		this.story.sign(number, "XD1", this.town.person("xd1.handler"));
		this.story.handle(number, "XD1");
		this.story.pass(number);
		this.story.confirm("xe2.liaison", number, "NO", 1);
		assertThat(this.story.asked(number, "task-dispute-panel")).contains("x.discipline", "x.party-head",
				"x.supervision");
		for (String member : List.of("x.party-head", "x.supervision")) {
			this.story.decide(member, number, "task-dispute-panel", "CLOSE_EXPLAINED",
					Map.of("panelReason", "已尽职责，法规不允许进一步处理"));
		}
		assertThat(row(number).state()).isEqualTo(ProblemState.CLOSED_EXPLAINED);
		assertThat(row(number).resultClass()).isEqualTo("EXPLAINED");
	}

	@Test
	void aReporterWhoDoesNotAnswerEndsItAndOpensItAgainUnderItsNumber() {
		String number = this.story.register("xe2.liaison", ordinary());
		this.story.triage(number, "ASK_INFO", Map.of("questions", "请补充具体地点和影响范围"));
		assertThat(row(number).state()).isEqualTo(ProblemState.WAITING_REPORTER);
		assertThat(this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().state()).isEqualTo(ClockState.PAUSED);
		timer(number, "timer-no-answer");
		assertThat(row(number).state()).isEqualTo(ProblemState.CLOSED_NO_RESPONSE);
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.reopenings.reopen(actor("x.desk"), number, "重新办理该诉求"));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.reopenings.reopen(actor("xe2.liaison"), number, " "));
		this.reopenings.reopen(actor("xe2.liaison"), number, "此前未看到通知，请继续办理");
		assertThat(this.story.open(number)).containsExactly("task-triage");
		assertThat(this.cases.get(number).open()).isTrue();
		assertThat(row(number).reworks()).isOne();
		assertThat(row(number).closedAt()).isNull();
	}

	@Test
	void whatIsParkedIsReviewedAndTheEnterpriseIsTold() {
		String number = handling("XD1");
		fire(number, Stage.BREACHED, 1000);
		this.story.decide("x.party-head", number, "task-l3-chair", "TO_L4", NOTHING);
		assertThat(this.story.asked(number, "task-leader-charge")).contains("x.wc-deputy");
		LocalDate today = this.story.today();
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.story.decide("x.wc-deputy", number,
				"task-leader-charge", "PARK", this.story.parking(today.plusMonths(4))));
		this.story.decide("x.wc-deputy", number, "task-leader-charge", "PARK", this.story.parking(today.plusMonths(3)));
		assertThat(row(number).state()).isEqualTo(ProblemState.PARKED);
		assertThat(this.problems.parked(actor("xe2.liaison"))).extracting(Problem::number).contains(number);
		assertThat(this.problems.parked(actor("xe1.liaison"))).extracting(Problem::number).doesNotContain(number);
		assertThat(this.cases.log(number))
			.anyMatch((entry) -> entry.action().equals("INFORMED") && entry.comment().startsWith("Parked"));
		timer(number, "timer-parked");
		this.story.decide("x.supervision", number, "task-parked-review", "KEEP",
				with(this.story.parking(today.plusMonths(2)), "reviewFinding", "仍不具备办理条件，继续跟踪"));
		this.story.decide("x.wc-deputy", number, "task-sign-parking", "SIGN", NOTHING);
		assertThat(row(number).state()).isEqualTo(ProblemState.PARKED);
		timer(number, "timer-parked");
		this.story.decide("x.supervision", number, "task-parked-review", "REACTIVATE",
				Map.of("reviewFinding", "条件已具备，可以恢复办理"));
		assertThat(this.story.open(number)).containsExactly("task-dispatch");
		assertThat(row(number).wasParked()).isTrue();
	}

	@Test
	void aConfidentialReportIsSeenByDisciplineAndItsReporterAlone() {
		String number = this.story.register("xe1.liaison",
				this.story.problem("XE1", "INTEGRITY_REPORT", "OTHER", "NONE"));
		assertThat(this.story.asked(number, "task-triage")).contains("x.discipline");
		for (String stranger : List.of("x.desk", "x.party-head", "xe1.secretary", "xg1.secretary", "x.wc-deputy")) {
			Actor actor = actor(stranger);
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.problems.visible(actor, number));
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.cases.visible(actor, number));
			assertThat(register().find(actor, number)).isEmpty();
			assertThat(this.problems.list(actor, ProblemFilter.ALL, null, 100).items()).extracting(Problem::number)
				.doesNotContain(number);
		}
		assertThat(this.source.find(number)).isEmpty();
		assertThat(this.problems.visible(actor("x.discipline"), number).confidential()).isTrue();
		assertThat(this.problems.visible(actor("xe1.liaison"), number).number()).isEqualTo(number);
		this.story.decide("x.discipline", number, "task-triage", "ACCEPT", this.story.classified(number, NOTHING));
		this.story.decide("x.discipline", number, "task-discipline-handle", "COMPLETE",
				Map.of("resultClass", "EXPLAINED", "resultText", "已按程序核实有关情况，未发现违规问题，现将核实结论向反映人说明，感谢您的监督与支持。"));
		this.story.confirm("xe1.liaison", number, "YES", 4);
		assertThat(row(number).state()).isEqualTo(ProblemState.CLOSED_EXPLAINED);
	}

	@Test
	void thePhoneIsMaskedForOthersAndLoggedWhenShown() {
		String number = handling("XD1");
		assertThat(this.cases.data(number)).containsEntry("reporterPhone", "138******01");
		assertThat(this.cases.changes(number, Instant.EPOCH))
			.noneMatch((change) -> String.valueOf(change.after()).contains("13812345601"));
		assertThat(this.record.firstWrong(number)).isZero();
		assertThat(register().find(actor("x.desk"), number).orElseThrow()).containsEntry("reporterPhone",
				"138******01");
		assertThat(this.problems.phone(actor("x.desk"), number)).isEqualTo("13812345601");
		assertThat(register().find(actor("xd1.handler"), number).orElseThrow()).containsEntry("reporterPhone",
				"138******01");
		assertThat(register().find(actor("xe2.liaison"), number).orElseThrow()).containsEntry("reporterPhone",
				"13812345601");
		assertThat(this.problems.phone(actor("xd1.handler"), number)).isEqualTo("13812345601");
		assertThat(this.cases.log(number)).anyMatch((entry) -> entry.action().equals("PHONE_SHOWN"));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.problems.phone(actor("x.party-head"), number));
	}

	@Test
	void anExtensionIsAskedForInTimeAndMovesTheClock() {
		String number = handling("XD1");
		Instant due = this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().dueAt();
		String later = LocalDate.ofInstant(due.plus(Duration.ofDays(3)), org.gongjian.shared.Time.OFFICE).toString();
		Actor handler = actor("xd1.handler");
		String why = "需等待供电部门施工窗口，现场条件暂不具备。";
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.problems.requestExtension(handler, number, why, later, false));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.problems.requestExtension(handler, number,
				why, this.story.today().plusYears(1).toString(), true));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.problems.requestExtension(actor("x.desk"), number, why, later, true));
		this.problems.requestExtension(handler, number, why, later, true);
		this.story.decide("x.supervision", number, "task-extension", "GRANT", NOTHING);
		assertThat(this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().dueAt()).isAfter(due);
		this.problems.changeSeverity(actor("x.desk"), number, "S4", "涉及多个部门，情况复杂");
		assertThat(row(number).severity()).isEqualTo("S4");
		assertThat(this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().goal().length()).isEqualTo("P25WD");
	}

	@Test
	void aDuplicateGetsTheResultOfTheOther() {
		String first = handling("XD1");
		String second = this.story.register("xe2.liaison", ordinary());
		this.story.triage(second, "MERGE", Map.of("duplicateOf", first));
		assertThat(row(second).state()).isEqualTo(ProblemState.CLOSED_DUPLICATE);
		this.story.handle(first, "XD1");
		this.story.pass(first);
		this.story.confirm("xe2.liaison", first, "YES", 4);
		if (this.story.open(first).contains("task-return-visit")) {
			this.story.visit(first, "CONFIRMED");
		}
		assertThat(row(first).state()).isEqualTo(ProblemState.CLOSED_RESOLVED);
		assertThat(row(second).resultClass()).isEqualTo("SOLVED");
	}

	@Test
	void dangerIsToldToTheLeaderAndLookedBackOn() {
		String number = this.story.register("xe2.liaison", this.story.problem("XE2", "HELP", "ROADS", "SAFETY_RISK"));
		assertThat(row(number).severity()).isEqualTo("S1");
		this.story.triage(number, "ACCEPT", NOTHING);
		assertThat(
				this.jdbc.sql("select count(*) from case_copy where case_number = :number and username = 'x.wc-deputy'")
					.param("number", number)
					.query(Integer.class)
					.single())
			.isOne();
		this.story.dispatch(number, "XD1");
		this.story.sign(number, "XD1", this.town.person("xd1.handler"));
		this.story.handle(number, "XD1");
		this.story.pass(number);
		this.story.confirm("xe2.liaison", number, "YES", 5);
		this.story.visit(number, "CONFIRMED");
		this.story.decide("x.party-officer", number, "task-review", "COMPLETE",
				Map.of("rootCause", "厂区出入口未同步建设人行道，规划衔接不足。", "knowledgeItem", true, "knowledgeQuestion",
						"厂区门口缺少人行道怎么办" + number, "knowledgeAnswer", "向企业服务中心登记诉求，由建设部门现场处置。"));
		assertThat(row(number).state()).isEqualTo(ProblemState.CLOSED_RESOLVED);
		assertThat(this.knowledge.page(ProblemFilter.pattern(number), "", RowCursor.of(null), 5)).hasSize(1);
	}

	@Test
	void whenThePairingEndsTheDeskIsAskedInsteadOfTheBranch() {
		String number = this.story.register("xe1.liaison", this.story.problem("XE1", "WISH", "PARTY", "NONE"));
		this.story.triage(number, "ACCEPT", NOTHING);
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new PairingEnded("JD-X-1", "XG1", "XE1", PairingEnded.Reason.MUTUAL, List.of())));
		assertThat(this.story.asked(number, "task-branch-handle")).contains("x.desk", "x.desk2");
	}

	@Test
	void formsRefuseWhatTheyMust() {
		Map<String, Object> wrong = this.story.problem("XE1", "HELP", "ROADS", "NONE");
		wrong.put("description", "联系人身份证号码为430302199001011234，请协助解决相关问题。");
		wrong.put("consentShare", false);
		wrong.remove("reporterPhone");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.story.register("xe2.liaison", wrong))
			.satisfies((refused) -> assertThat(refused.violations()).extracting("field")
				.contains("reporterOrg", "description", "consentShare", "reporterPhone"));
		String number = this.story.register("xe2.liaison", ordinary());
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.story.triage(number, "ACCEPT", Map.of("severity", "S1")));
		this.story.triage(number, "RECLASSIFY", Map.of("severity", "S2", "severityReason", "影响较大需要加快"));
		assertThat(row(number).severity()).isEqualTo("S2");
		assertThat(this.clocks.find(number, ClockKind.RESPONSE).orElseThrow().goal().length()).isEqualTo("PT4H");
	}

	@Test
	void pagesOpenInBothLanguagesAndStrangersFindNothing() {
		String number = handling("XD1");
		for (String language : List.of("en", "zh-CN")) {
			for (String path : List.of("/problems",
					"/problems?text=a&state=HANDLING&severity=S3&category=ROADS&open=true", "/problems/" + number,
					"/problems/parked", "/knowledge", "/knowledge/new")) {
				assertThat(get("x.desk", path, language)).as(path + " " + language)
					.hasStatusOk()
					.bodyText()
					.doesNotContain("??");
			}
		}
		assertThat(get("xe1.liaison", "/problems/" + number, "en")).hasStatus(404);
		assertThat(get("xe1.liaison", "/problems/" + number + "/ticket.pdf", "en")).hasStatus(404);
		assertThat(get("xe1.liaison", "/problems?text=" + number, "en")).bodyText()
			.doesNotContain("/problems/" + number);
		for (String paper : List.of("ticket", "dispatch")) {
			MvcTestResult pdf = get("xe2.liaison", "/problems/" + number + "/" + paper + ".pdf", "en");
			assertThat(pdf).hasStatusOk();
			assertThat(pdf.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
		}
		assertThat(post("xd1.handler", "/problems/" + number + "/extension", "extensionReason", "短")).hasStatus(422)
			.bodyText()
			.contains("extensionReason-error", "20 to 1,000 characters.");
		assertThat(post("x.desk", "/problems/" + number + "/extension", "extensionReason", "短")).hasStatus(403);
		assertThat(post("x.desk", "/knowledge", "question", "")).hasStatus(422);
		assertThat(post("xe1.liaison", "/knowledge", "question", "")).hasStatus(403);
	}

	private Problem row(String number) {
		return this.table.find(number).orElseThrow();
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	private Register register() {
		return this.registers.stream().filter((one) -> one.name().equals("problems")).findFirst().orElseThrow();
	}

	private List<String> names(String number) {
		return this.attachments.of(number).stream().map(Attachment::name).toList();
	}

	private Map<String, Object> ordinary() {
		return this.story.problem("XE2", "HELP", "ROADS", "NONE");
	}

	private String dispatched(String lead) {
		String number = this.story.register("xe2.liaison", ordinary());
		this.story.triage(number, "ACCEPT", NOTHING);
		assertThat(row(number).state()).isEqualTo(ProblemState.ACCEPTED);
		this.story.dispatch(number, lead);
		return number;
	}

	private String handling(String lead) {
		String number = dispatched(lead);
		this.story.sign(number, lead, this.town.person(lead.toLowerCase() + ".handler"));
		assertThat(row(number).state()).isEqualTo(ProblemState.HANDLING);
		return number;
	}

	private void fire(String number, Stage stage, int percent) {
		Instant due = this.clocks.find(number, ClockKind.RESOLVE).orElseThrow().dueAt();
		this.transaction.executeWithoutResult((status) -> {
			this.states.hold(number);
			this.states.fired(new ClockSignals.Fired(number, ClockKind.RESOLVE, stage, percent, due, due));
		});
	}

	private void timer(String number, String timer) {
		CaseFile file = this.cases.get(number);
		Job job = this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(file.instance())
			.activityId(timer)
			.singleResult();
		this.engine.getManagementService().executeJob(job.getId());
	}

	private static Map<String, Object> with(Map<String, Object> data, String name, Object value) {
		var more = new java.util.HashMap<>(data);
		more.put(name, value);
		return more;
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get().uri(path).header("Accept-Language", language).with(user(username)).exchange();
	}

	private MvcTestResult post(String username, String path, String name, String value) {
		return this.mvc.post().uri(path).param(name, value).with(user(username)).with(csrf()).exchange();
	}

}
