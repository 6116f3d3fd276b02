package org.gongjian.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operations on approvals, through rooms and engine. */
@HouseTest
class ApprovalTests {

	private static final String DECIDE = """
			{"title":{"en":"Review","zh":"审核"},"read":["*"],"decisions":[
			 {"code":"APPROVE","label":{"en":"Approve","zh":"同意"},"kind":"positive"},
			 {"code":"REJECT","label":{"en":"Reject","zh":"不同意"},"kind":"negative","commentRequired":true}],
			 "sections":[{"fields":[{"name":"remark","label":{"en":"Remark","zh":"备注"},"type":"text"}]}]}
			""";

	private static final String START = """
			{"title":{"en":"Start","zh":"发起"},"caseTitle":{"en":"About {subject}","zh":"关于{subject}"},
			 "starters":["gov-liaison"],"numberPrefix":"TT","numberDigits":4,"sections":[{"fields":[
			  {"name":"subject","label":{"en":"Subject","zh":"主题"},"type":"text","required":true},
			  {"name":"governmentOrg","label":{"en":"Branch","zh":"支部"},"type":"organisation","required":true,"fact":true,"party":true},
			  {"name":"needCheck","label":{"en":"Check","zh":"核查"},"type":"boolean","fact":true}]}]}
			""";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Forms forms;

	@Autowired
	private FormSessions sessions;

	@Autowired
	private Requests requests;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Desk desk;

	@Autowired
	private Cases cases;

	@Autowired
	private ReadModel readModel;

	/** What other tests of the house left behind. */
	private List<String> before;

	@BeforeEach
	void aTownWithAProcess() {
		this.before = this.readModel.differences();
		new Town(this.jdbc).settle();
		if (this.forms.start("test-review").isEmpty()) {
			TestDeployments.release(this.engine, new DrawnProcess("test-review").form("start-test", START)
				.element("startEvent", "start-test", ">")
				.node("task-draft", "who=initiator;outcome=draftOutcome",
						"{\"title\":{\"en\":\"Draft\",\"zh\":\"起草\"}}")
				.element("inclusiveGateway", "gateway-split", ">")
				.node("task-check", "who=safety;review=true;outcome=checkOutcome", DECIDE)
				.node("task-review",
						"who=party-officer;review=true;outcome=reviewOutcome;returnTo=start=task-draft,previous=task-draft",
						DECIDE)
				.element("inclusiveGateway", "gateway-join", ">")
				.node("task-approve", "who=party-head;review=true;returnTo=start=task-draft,previous=task-review",
						DECIDE)
				.element("endEvent", "end-approved",
						"><bpmn:extensionElements><camunda:properties><camunda:property name=\"status\" value=\"completed\"/></camunda:properties></bpmn:extensionElements>")
				.flow("start-test", "task-draft")
				.flow("task-draft", "gateway-split")
				.flow("gateway-split", "task-check", "${needCheck}")
				.flow("gateway-split", "task-review")
				.flow("task-check", "gateway-join")
				.flow("task-review", "gateway-join")
				.flow("gateway-join", "task-approve")
				.flow("task-approve", "end-approved")
				.files());
		}
	}

	@Test
	void aCaseGoesFromItsStartToItsEnd() {
		String number = start(true);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(openSteps(number)).containsExactlyInAnyOrder("task-check", "task-review");
		decide("t.head", number, "task-check", "APPROVE");
		decide("t.officer", number, "task-review", "APPROVE");
		decide(oneOf(number, "task-approve"), number, "task-approve", "APPROVE");
		CaseFile file = this.cases.get(number);
		assertThat(file.status()).isEqualTo("completed");
		assertThat(file.outcome()).isEqualTo("APPROVED");
		assertThat(file.title().en()).isEqualTo("About a hall");
		assertThat(this.cases.log(number)).extracting("action").startsWith("STARTED").endsWith("CLOSED");
	}

	@Test
	void aReviewerOfAPartyIsNotAskedAndOthersAreInstead() {
		String number = start(true);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem check = open(number, "task-check");
		assertThat(this.desk.people(check)).doesNotContain("t.safety").contains("t.head");
		assertThat(check.why()).isEqualTo("organisation.why.conflict-fallback");
	}

	@Test
	void nobodyReviewsTwoStepsOfOneCase() {
		String number = start(true);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(this.desk.people(open(number, "task-check"))).contains("t.head");
		decide("t.head", number, "task-check", "APPROVE");
		decide("t.officer", number, "task-review", "APPROVE");
		assertThat(this.desk.people(open(number, "task-approve"))).doesNotContain("t.head", "t.officer");
	}

	@Test
	void aReturnBeforeTheSplitTakesTheSiblingAlong() {
		String number = start(true);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		decide("t.head", number, "task-check", "APPROVE");
		returned("t.officer", number, "task-review", "START", "Please explain the subject");
		assertThat(openSteps(number)).containsExactly("task-draft");
		decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(openSteps(number)).containsExactlyInAnyOrder("task-check", "task-review");
		assertThat(open(number, "task-review").round()).isEqualTo(2);
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
	}

	@Test
	void aReturnIntoTheSplitDoesNotHangAtTheJoin() {
		String number = start(true);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		decide("t.head", number, "task-check", "APPROVE");
		decide("t.officer", number, "task-review", "APPROVE");
		returned(oneOf(number, "task-approve"), number, "task-approve", "PREVIOUS", "Look at it again please");
		assertThat(openSteps(number)).containsExactly("task-review");
		decide("t.officer2", number, "task-review", "APPROVE");
		assertThat(openSteps(number)).containsExactly("task-approve");
	}

	@Test
	void afterThreeReturnsItMustBeDecided() {
		String number = start(false);
		for (int round = 0; round < 3; round++) {
			decide("t.liaison", number, "task-draft", "COMPLETE");
			returned("t.officer", number, "task-review", "START", "Not yet clear enough");
		}
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem review = open(number, "task-review");
		assertThat(this.desk.offers(review)).extracting("code").containsExactly("APPROVE", "REJECT");
		assertThat(this.desk.returnsUsedUp(review)).isTrue();
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(
					() -> this.decisions.returnTo(actor("t.officer"), review.id(), "START", "Once more", false, null))
			.satisfies((refused) -> assertThat(refused.violations()).extracting("code")
				.containsExactly("approval.return.used-up"));
	}

	@Test
	void theSecondOfTwoLearnsWhoWasFirst() throws Exception {
		String number = start(false);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem review = open(number, "task-review");
		var outcomes = together(List.of(() -> decideNow("t.officer", review, "APPROVE"),
				() -> decideNow("t.officer2", review, "APPROVE")));
		assertThat(outcomes.stream().filter(Decided.class::isInstance)).hasSize(1);
		assertThat(outcomes.stream().filter(Overtaken.class::isInstance)).singleElement()
			.extracting((loser) -> ((Overtaken) loser).decidedBy())
			.isIn("t.officer", "t.officer2");
		assertThat(decided(number, "task-review")).isEqualTo(1);
	}

	@Test
	void theSameDecisionSentTwiceIsMadeOnce() throws Exception {
		String number = start(false);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem review = open(number, "task-review");
		Callable<Object> send = () -> decideNow("t.officer", review, "APPROVE");
		assertThat(together(List.of(send, send, send))).allMatch(Decided.class::isInstance);
		assertThat(decided(number, "task-review")).isEqualTo(1);
	}

	@Test
	void whoTakesATaskFromThePoolHasItUntilItIsPutBack() {
		String number = start(false);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem review = open(number, "task-review");
		this.decisions.claim(actor("t.officer"), review.id());
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.decisions.claim(actor("t.officer2"), review.id()))
			.satisfies((held) -> assertThat(held.decidedBy()).isEqualTo("t.officer"));
		this.decisions.release(actor("t.officer"), review.id());
		this.decisions.claim(actor("t.officer2"), review.id());
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
	}

	@Test
	void whoDeclaresAConflictStepsAside() {
		String number = start(false);
		decide("t.liaison", number, "task-draft", "COMPLETE");
		WorkItem review = open(number, "task-review");
		this.decisions.declareConflict(actor("t.officer"), review.id());
		assertThat(this.desk.people(open(number, "task-review"))).contains("t.officer2").doesNotContain("t.officer");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> decideNow("t.officer", open(number, "task-review"), "APPROVE"));
	}

	@Test
	void aStrangerFindsNothingAndAColleagueMayNotDecide() {
		String number = start(false);
		WorkItem draft = open(number, "task-draft");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.see(actor("t.stranger"), draft.id()));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.cases.visible(actor("t.stranger"), number));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> decideNow("t.secretary", open(number, "task-draft"), "COMPLETE"));
	}

	@Test
	void aTokenSentTwiceOpensOneCase() throws Exception {
		Filled filled = filledStart(false);
		String token = java.util.UUID.randomUUID().toString();
		Callable<Object> send = () -> this.requests.open(filled, token).number();
		assertThat(together(List.of(send, send))).doesNotHaveDuplicates().hasSize(1);
	}

	private String start(boolean check) {
		return this.requests.open(filledStart(check)).number();
	}

	private Filled filledStart(boolean check) {
		Actor liaison = actor("t.liaison");
		FormContext context = FormContext.start(liaison, "test-review", this.forms.catalogue(released("test-review")));
		return this.sessions.fill(context, Map.of("subject", "a hall", "governmentOrg", "TG1", "needCheck", check),
				Answer.of(null, null, Map.of()));
	}

	private String released(String process) {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private void decide(String username, String number, String step, String decision) {
		decideNow(username, open(number, step), decision);
	}

	private Decided decideNow(String username, WorkItem item, String decision) {
		Actor actor = actor(username);
		Filled filled = this.sessions.fill(this.desk.context(actor, item), Map.of(),
				Answer.of(decision, "because it is right", Map.of("coiDeclared", "true")));
		return this.decisions.decide(actor, item.id(), filled, null);
	}

	private void returned(String username, String number, String step, String to, String reason) {
		this.decisions.returnTo(actor(username), open(number, step).id(), to, reason, false, null);
	}

	private String oneOf(String number, String step) {
		return this.desk.people(open(number, step)).get(0);
	}

	private WorkItem open(String number, String step) {
		return this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals(step))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open but " + openSteps(number)));
	}

	private List<String> openSteps(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).toList();
	}

	private long decided(String number, String step) {
		return this.cases.log(number)
			.stream()
			.filter((entry) -> entry.action().equals("DECIDED") && step.equals(entry.step()))
			.count();
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	/** Runs calls at the same moment; an exception counts as an outcome. */
	private static List<Object> together(List<Callable<Object>> calls) throws Exception {
		var pool = Executors.newFixedThreadPool(calls.size());
		try {
			var gate = new java.util.concurrent.CyclicBarrier(calls.size());
			var outcomes = new ArrayList<Object>();
			for (var future : calls.stream().map((call) -> pool.submit(() -> {
				gate.await();
				try {
					return call.call();
				}
				catch (RuntimeException refused) {
					return refused;
				}
			})).toList()) {
				Object outcome = future.get();
				if (!(outcome instanceof String) || !outcomes.contains(outcome)) {
					outcomes.add(outcome);
				}
			}
			return outcomes;
		}
		finally {
			pool.shutdown();
		}
	}

}
