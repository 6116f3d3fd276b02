package org.gongjian.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.Decisions.Back;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Forms;
import org.gongjian.organisation.StandInForm;
import org.gongjian.organisation.StandIns;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who decides: stand-ins, nobody found, superiors, who decided before, signing again. */
@HouseTest
class RuleTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Forms forms;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseRecord record;

	@Autowired
	private StandIns standIns;

	@Autowired
	private Decisions decisions;

	@Autowired
	private HandOvers handOvers;

	@Autowired
	private Reassignments reassignments;

	@Autowired
	private ReturnPlans plans;

	@Autowired
	private WhoDecides who;

	@Autowired
	private ReadModel readModel;

	@Autowired
	private TestActors actors;

	@Autowired
	private Clock clock;

	private Walk walk;

	/** What other tests of the house left behind. */
	private List<String> before;

	@BeforeEach
	void aTownWithProcesses() {
		this.walk = new Walk(this.house);
		this.before = this.readModel.differences();
		this.actors.give("t.admin", "process-admin");
		release("test-rules", new DrawnProcess("test-rules")
			.node("task-review", "who=party-officer;review=true;outcome=reviewOutcome", Walk.DECIDE)
			.node("task-vote",
					"who=user:t.head,user:t.deputy;outcome=voteOutcome;rule=all;pass=APPROVE;order=REJECT,APPROVE;returnTo=start=task-draft",
					Walk.DECIDE)
			.node("task-sign", "who=secretary@governmentOrg;outcome=signOutcome;returnTo=start=task-draft", Walk.DECIDE)
			.flow("task-draft", "task-review")
			.flow("task-review", "task-vote")
			.flow("task-vote", "task-sign")
			.flow("task-sign", "end-done"), "TS");
		release("test-nobody", new DrawnProcess("test-nobody")
			.node("task-none", "who=dept-head@governmentOrg;outcome=noneOutcome;nobody=skip:APPROVE", Walk.DECIDE)
			.node("task-above", "who=dept-head@governmentOrg;outcome=aboveOutcome;nobody=superior", Walk.DECIDE)
			.node("task-boss", "who=superior:initiator;outcome=bossOutcome", Walk.DECIDE)
			.node("task-again",
					"who=secretary@governmentOrg;outcome=againOutcome;repeat=approve;returnTo=start=task-draft",
					Walk.DECIDE)
			.node("task-last", "who=party-officer;outcome=lastOutcome;returnTo=start=task-draft", Walk.DECIDE)
			.flow("task-draft", "task-none")
			.flow("task-none", "task-above")
			.flow("task-above", "task-boss")
			.flow("task-boss", "task-again")
			.flow("task-again", "task-last")
			.flow("task-last", "end-done"), "TN");
		release("test-apart",
				new DrawnProcess("test-apart").gateway("parallelGateway", "gateway-fork", null)
					.node("task-one", "who=party-officer;review=true", Walk.DECIDE)
					.node("task-two", "who=party-officer;review=true", Walk.DECIDE)
					.gateway("parallelGateway", "gateway-join", null)
					.flow("task-draft", "gateway-fork")
					.flow("gateway-fork", "task-one")
					.flow("gateway-fork", "task-two")
					.flow("task-one", "gateway-join")
					.flow("task-two", "gateway-join")
					.flow("gateway-join", "end-done"),
				"TA");
	}

	@Test
	void whoDecidedOneReviewIsNotAskedForAnotherThatIsOpenBesideIt() {
		String number = this.walk.start("test-apart");
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		this.decisions.claim(actor("t.officer"), this.walk.task(number, "task-two", "t.officer").id());
		this.walk.decide("t.officer", number, "task-one", "APPROVE");
		assertThat(this.walk.desk().people(this.walk.task(number, "task-two", "t.officer2")))
			.doesNotContain("t.officer");
		this.walk.decide("t.officer2", number, "task-two", "APPROVE");
		assertThat(this.cases.get(number).open()).isFalse();
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
	}

	private void release(String process, DrawnProcess drawn, String prefix) {
		if (this.forms.start(process).isEmpty()) {
			TestDeployments.release(this.engine,
					drawn.form("start-test", Walk.START.formatted(prefix))
						.element("startEvent", "start-test", ">")
						.node("task-draft", "who=initiator;outcome=draftOutcome", Walk.DRAFT)
						.flow("start-test", "task-draft")
						.element("endEvent", "end-done", Walk.COMPLETED)
						.files());
		}
	}

	@AfterEach
	void nobodyIsAway() {
		this.standIns.all()
			.stream()
			.filter((one) -> one.state() != org.gongjian.organisation.StandIn.State.OVER)
			.forEach((one) -> this.standIns.end(one.id(), actor("t.admin"), true));
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
	}

	@Test
	void aStandInDecidesAndTheRecordSaysForWhom() {
		String number = inVote();
		WorkItem head = this.walk.task(number, "task-vote", "t.head");
		assertThat(head.assignee()).isEqualTo("t.head");
		name("t.head", "t.officer2");
		assertThat(this.walk.desk().people(this.walk.task(number, "task-vote", "t.head"))).contains("t.head",
				"t.officer2");
		WorkItem now = this.walk.task(number, "task-vote", "t.officer2");
		assertThat(this.walk.desk().actingFor(actor("t.officer2"), now)).contains("t.head");
		assertThat(this.standIns.standInFor("t.officer2")).contains("t.head");
		this.walk.decide("t.officer2", number, "task-vote", "APPROVE");
		LogEntry decided = last(number, "DECIDED");
		assertThat(decided.actor()).isEqualTo("t.officer2");
		assertThat(decided.actingFor()).isEqualTo("t.head");
		assertThat(this.record.firstWrong(number)).isZero();
		this.walk.decide("t.deputy", number, "task-vote", "APPROVE");
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
	}

	@Test
	void whenTheLeaveIsOverTheStandInHasNothingLeft() {
		String number = inVote();
		UUID id = name("t.head", "t.officer2");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.standIns.end(id, actor("t.stranger"), false));
		this.standIns.end(id, actor("t.head"), false);
		WorkItem head = this.walk.task(number, "task-vote", "t.head");
		assertThat(this.walk.desk().people(head)).containsExactly("t.head");
		assertThat(this.walk.desk().asked(actor("t.officer2"), head)).isFalse();
	}

	@Test
	void whoStandsInNeverHasTwoVotesAndKeepsTheirOwnLimits() {
		String number = inVote();
		name("t.head", "t.deputy");
		assertThat(this.walk.desk().people(this.walk.task(number, "task-vote", "t.head")))
			.as("the deputy has a vote already")
			.doesNotContain("t.deputy");
		String review = inReview();
		name("t.officer", "t.safety");
		assertThat(this.walk.desk().people(this.walk.task(review, "task-review", "t.officer")))
			.as("somebody of a party reviews nothing of it, for nobody")
			.doesNotContain("t.safety");
	}

	@Test
	void whoWasActedForHasReviewedToo() {
		String number = inReview();
		name("t.officer", "t.head");
		this.walk.decide("t.head", number, "task-review", "APPROVE");
		String reviewers = this.jdbc
			.sql("select acted_for from work_item where case_number = :n and step = 'task-review' and state = 'DONE'")
			.param("n", number)
			.query(String.class)
			.single();
		assertThat(reviewers).isEqualTo("t.officer");
	}

	@Test
	void standInsAreRefusedWhereTheyWouldSeeTooMuchOrGoInCircles() {
		for (String username : new String[] { "t.head", "t.stranger", "t.secretary", "t.viewer", "nobody.knows", "" }) {
			assertThatExceptionOfType(InvalidInput.class).as(username).isThrownBy(() -> name("t.head", username));
		}
		assertThatExceptionOfType(InvalidInput.class).as("people who may not be meant have no name")
			.isThrownBy(() -> name("t.head", "T.Stranger"))
			.satisfies((unknown) -> assertThat(unknown.violations()).extracting("code")
				.containsExactly("organisation.stand-in.unknown"));
		name("t.head", "T.Deputy");
		name("t.deputy", "t.officer");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> name("t.officer", "t.head"))
			.satisfies(
					(loop) -> assertThat(loop.violations()).extracting("code").contains("organisation.stand-in.loop"));
		assertThat(this.standIns.covering(List.of("t.head"), "test-rules")).as("a stand-in who is away has one too")
			.containsEntry("t.deputy", "t.head")
			.containsEntry("t.officer", "t.head");
		LocalDate today = today();
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.standIns.name(new StandInForm("", "t.officer2", today.plusDays(3).toString(),
					today.toString(), List.of("no-process"), ""), actor("t.head")));
	}

	@Test
	void aStandInForOneProcessHasNothingOfAnother() {
		String number = inVote();
		this.standIns.name(new StandInForm("", "t.officer2", today().toString(), today().toString(),
				List.of("test-nobody"), "leave"), actor("t.head"));
		assertThat(this.walk.desk().people(this.walk.task(number, "task-vote", "t.head"))).containsExactly("t.head");
	}

	@Test
	void whereNobodyIsFoundTheSettingDecidesAndTheLogSaysSo() {
		String number = this.walk.start("test-nobody");
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(this.cases.log(number)).filteredOn((line) -> line.action().equals("SKIPPED"))
			.singleElement()
			.satisfies((line) -> assertThat(line.step() + line.decision()).isEqualTo("task-noneAPPROVE"));
		WorkItem above = this.walk.open(number).get(0);
		assertThat(above.step()).isEqualTo("task-above");
		assertThat(above.asked()).as("above the head of a department").isEqualTo("wc-deputy");
		assertThat(above.why()).isEqualTo("organisation.why.nobody");
		this.walk.decide("t.deputy", number, "task-above", "APPROVE");
		assertThat(this.walk.open(number).get(0).slot()).as("above the initiator").isEqualTo("gov-secretary@TG1");
	}

	@Test
	void whoApprovedBeforeNeedNotDoSoAgainExceptAfterAReturn() {
		String number = this.walk.start("test-nobody");
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		this.walk.decide("t.deputy", number, "task-above", "APPROVE");
		this.walk.decide("t.secretary", number, "task-boss", "APPROVE");
		assertThat(this.walk.steps(number)).as("task-again was approved at once").containsExactly("task-last");
		LogEntry repeated = this.cases.log(number)
			.stream()
			.filter((line) -> line.action().equals("DECIDED") && "task-again".equals(line.step()))
			.findFirst()
			.orElseThrow();
		assertThat(repeated.actor()).isEqualTo("t.secretary");
		assertThat(repeated.comment()).contains("task-boss");
		this.decisions.returnTo(actor("t.officer"), this.walk.open(number).get(0).id(), "START", "not complete", false,
				null);
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		this.walk.decide("t.deputy", number, "task-above", "APPROVE");
		this.walk.decide("t.secretary", number, "task-boss", "APPROVE");
		assertThat(this.walk.steps(number)).containsExactly("task-again");
	}

	@Test
	void oneCoSignerAloneCanBeAskedAgainAndTheOtherVotesStay() {
		String number = inVote();
		this.walk.decide("t.head", number, "task-vote", "APPROVE");
		WorkItem deputy = this.walk.task(number, "task-vote", "t.deputy");
		assertThat(this.plans.signedHere(deputy)).containsExactly("t.head");
		this.decisions.returnTo(actor("t.deputy"), deputy.id(),
				new Back("task-vote", "please sign again", false, "t.head"), null);
		this.walk.decide("t.deputy", number, "task-vote", "APPROVE");
		assertThat(this.walk.steps(number)).as("the other has to sign again").containsExactly("task-vote");
		String last = this.walk.task(number, "task-vote", "t.head").id();
		this.walk.decide("t.head", number, "task-vote", "APPROVE");
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
		assertThatExceptionOfType(Overtaken.class).as("the vote that ended the node was not alone")
			.isThrownBy(() -> this.house.getBean(Recalls.class).recall(actor("t.head"), last))
			.satisfies((late) -> assertThat(late.code()).isEqualTo("approval.recall.others"));

		String sign = this.walk.open(number).get(0).id();
		this.decisions.returnTo(actor("t.secretary"), sign, new Back("task-vote", "the head alone", false, "t.head"),
				null);
		assertThat(this.walk.open(number)).singleElement()
			.satisfies((item) -> assertThat(item.assignee()).isEqualTo("t.head"));
		this.walk.decide("t.head", number, "task-vote", "REJECT");
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
		assertThat(this.engine.getRuntimeService()
			.createVariableInstanceQuery()
			.processInstanceIdIn(this.cases.get(number).instance())
			.variableName("voteOutcome")
			.singleResult()
			.getValue()).as("one yes stays, one no came").isEqualTo("REJECT");
	}

	@Test
	void anAdministratorHandsTheTasksOfSomebodyOver() {
		String number = inVote();
		WorkItem head = this.walk.task(number, "task-vote", "t.head");
		assertThat(this.reassignments.of(actor("t.officer"), "t.head")).extracting(WorkItem::id).contains(head.id());
		Actor admin = new Actor("t.admin", "t.admin", java.util.Set.of("process-admin"),
				java.util.Set.of("process-admin"), java.util.Set.of(), true);
		assertThat(this.reassignments.attempt(admin, head.id(), "t.stranger", "has left us")).get()
			.extracting("code")
			.isEqualTo("approval.receiver.stranger");
		assertThat(this.reassignments.attempt(actor("t.officer"), head.id(), "t.officer2", "has left us")).isPresent();
		assertThat(this.reassignments.attempt(admin, head.id(), "t.officer2", "has left us")).isEmpty();
		assertThat(this.walk.desk().people(this.walk.task(number, "task-vote", "t.officer2")))
			.containsExactly("t.officer2");
		assertThat(last(number, "REASSIGNED").about()).isEqualTo("t.officer2");
		this.walk.decide("t.officer2", number, "task-vote", "APPROVE");
	}

	@Test
	void whoWouldGetItIsKnownBeforeACaseIsStarted() {
		List<WhoDecides.Step> steps = this.who.ask("test-rules", "t.liaison", java.util.Map.of("governmentOrg", "TG1"));
		assertThat(steps).extracting(WhoDecides.Step::id)
			.containsExactly("task-draft", "task-review", "task-vote", "task-sign");
		assertThat(steps.get(0).asked().get(0).people()).containsExactly("t.liaison");
		assertThat(steps.get(1).asked().get(0).people()).contains("t.officer", "t.officer2");
		assertThat(steps.get(3).asked().get(0).people()).containsExactly("t.secretary");
	}

	@Test
	void formerSignersAndStrangersCanDoNothing() {
		String number = inVote();
		WorkItem done = this.walk.desk()
			.tasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals("task-review"))
			.findFirst()
			.orElseThrow();
		WorkItem head = this.walk.task(number, "task-vote", "t.head");
		Back back = new Back("START", "not complete", false, null);
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.decisions.returnTo(actor("t.stranger"), head.id(), back, null));
		assertThatExceptionOfType(NotAllowed.class).as("a former signer")
			.isThrownBy(() -> this.decisions.returnTo(actor(done.decidedBy()), head.id(), back, null));
		assertThatExceptionOfType(NotAllowed.class).as("somebody of a party")
			.isThrownBy(() -> this.decisions.returnTo(actor("t.liaison"), head.id(), back, null));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.handOvers.reassign(actor("t.officer"), head.id(), "t.officer2", "give it to me"));
	}

	private String inReview() {
		String number = this.walk.start("test-rules");
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		return number;
	}

	private String inVote() {
		String number = inReview();
		this.walk.decide("t.officer", number, "task-review", "APPROVE");
		return number;
	}

	private UUID name(String absent, String username) {
		LocalDate today = today();
		return this.standIns
			.name(new StandInForm("", username, today.toString(), today.plusDays(5).toString(), List.of(), "leave"),
					actor(absent))
			.id();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	private LogEntry last(String number, String action) {
		return this.cases.log(number)
			.stream()
			.filter((line) -> line.action().equals(action))
			.reduce((first, last) -> last)
			.orElseThrow();
	}

	private Actor actor(String username) {
		return this.walk.actor(username);
	}

}
