package org.gongjian.approval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Discussion;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Forms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Traps of approval operations that no other test walks into. */
@HouseTest
class TrapTests {

	private static final List<String> EIGHT = List.of("t.liaison", "t.secretary", "t.officer", "t.officer2", "t.head",
			"t.deputy", "t.safety", "t.ent");

	private static final String MUST_SAY_WHY = Walk.DECIDE.replace(
			"{\"code\":\"APPROVE\",\"label\":{\"en\":\"Approve\",\"zh\":\"同意\"},\"kind\":\"positive\"}",
			"{\"code\":\"APPROVE\",\"label\":{\"en\":\"Approve\",\"zh\":\"同意\"},\"kind\":\"positive\",\"commentRequired\":true}");

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
	private Decisions decisions;

	@Autowired
	private HandOvers handOvers;

	@Autowired
	private Signers signers;

	@Autowired
	private Recalls recalls;

	@Autowired
	private Sharing sharing;

	@Autowired
	private Discussion discussion;

	private Walk walk;

	@BeforeEach
	void aTownWithProcesses() {
		this.walk = new Walk(this.house);
		release("test-eight", "TXE",
				new DrawnProcess("test-eight")
					.node("task-eight",
							"who=user:" + String.join(",user:", EIGHT)
									+ ";outcome=eightOutcome;rule=all;pass=APPROVE;order=REJECT,APPROVE",
							Walk.DECIDE)
					.flow("task-draft", "task-eight")
					.flow("task-eight", "end-done"));
		DrawnProcess chain = new DrawnProcess("test-chain")
			.node("task-admin", "who=dept-head@governmentOrg;outcome=adminOutcome;nobody=admin", Walk.DECIDE)
			.node("task-0", "who=user:t.head;outcome=o0;repeat=approve", Walk.DECIDE)
			.node("task-why", "who=user:t.head;outcome=whyOutcome;repeat=approve", MUST_SAY_WHY)
			.flow("task-draft", "task-0")
			.flow("task-0", "task-why")
			.flow("task-why", "task-1");
		for (int i = 1; i <= RepeatedApprovals.MOST + 1; i++) {
			chain.node("task-" + i, "who=user:t.head;outcome=o" + i + ";repeat=approve", Walk.DECIDE);
			chain.flow("task-" + i, (i == RepeatedApprovals.MOST + 1) ? "task-admin" : "task-" + (i + 1));
		}
		release("test-chain", "TXC", chain.flow("task-admin", "end-done"));
		release("test-beside", "TXB",
				new DrawnProcess("test-beside").gateway("parallelGateway", "gateway-fork", null)
					.gateway("parallelGateway", "gateway-join", null)
					.node("task-one", "who=user:t.officer;outcome=oneOutcome;returnTo=start=task-draft", Walk.DECIDE)
					.node("task-two", "who=user:t.head;outcome=twoOutcome", Walk.DECIDE)
					.flow("task-draft", "gateway-fork")
					.flow("gateway-fork", "task-one")
					.flow("gateway-fork", "task-two")
					.flow("task-one", "gateway-join")
					.flow("task-two", "gateway-join")
					.flow("gateway-join", "end-done"));
		release("test-block", "TXK", new DrawnProcess("test-block")
			.node("task-one", "who=user:t.officer;outcome=oneOutcome;returnTo=start=task-draft", Walk.DECIDE)
			.element("boundaryEvent", "timer-late",
					"attachedToRef=\"task-one\"><bpmn:timerEventDefinition id=\"timer-late-definition\">"
							+ "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${workCalendar.dueIn('P10WD')}"
							+ "</bpmn:timeDate></bpmn:timerEventDefinition>")
			.element("endEvent", "end-late", Walk.COMPLETED)
			.flow("timer-late", "end-late")
			.element("serviceTask", "step-tell", "camunda:delegateExpression=\"${copy}\"><bpmn:extensionElements>"
					+ "<camunda:properties><camunda:property name=\"to\" value=\"party-officer\"/></camunda:properties>"
					+ "</bpmn:extensionElements>")
			.node("task-two", "who=user:t.head;outcome=twoOutcome", Walk.DECIDE)
			.flow("task-draft", "task-one")
			.flow("task-one", "step-tell")
			.flow("step-tell", "task-two")
			.flow("task-two", "end-done"));
		release("test-sequence", "TXQ", new DrawnProcess("test-sequence")
			.node("task-row", "who=user:t.officer,user:t.head;outcome=rowOutcome;order=REJECT,APPROVE", Walk.DECIDE)
			.flow("task-draft", "task-row")
			.flow("task-row", "end-done"));
	}

	private void release(String process, String prefix, DrawnProcess drawn) {
		if (this.forms.start(process).isPresent()) {
			return;
		}
		Map<String, byte[]> files = new HashMap<>(drawn.form("start-test", Walk.START.formatted(prefix))
			.element("startEvent", "start-test", ">")
			.node("task-draft", "who=initiator;outcome=draftOutcome", Walk.DRAFT)
			.flow("start-test", "task-draft")
			.element("endEvent", "end-done", Walk.COMPLETED)
			.files());
		files.computeIfPresent("test-sequence.bpmn", (name, xml) -> oneByOne(xml));
		TestDeployments.release(this.engine, files);
	}

	/** The members of one node are asked one after the other, by the engine itself. */
	private static byte[] oneByOne(byte[] xml) {
		String text = new String(xml, StandardCharsets.UTF_8);
		int node = text.indexOf("multiInstanceLoopCharacteristics", text.indexOf("id=\"task-row\""));
		String several = "multiInstanceLoopCharacteristics";
		return (text.substring(0, node + several.length()) + " isSequential=\"true\""
				+ text.substring(node + several.length()))
			.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void eightDecisionsAtTheSameMomentAreEightVotes() throws Exception {
		String number = begun("test-eight");
		var pool = Executors.newFixedThreadPool(EIGHT.size());
		var gate = new CyclicBarrier(EIGHT.size());
		try {
			List<Future<?>> votes = new ArrayList<>();
			for (String voter : EIGHT) {
				votes.add(pool.submit(() -> {
					gate.await();
					return this.walk.decide(voter, number, "task-eight", "APPROVE");
				}));
			}
			for (Future<?> vote : votes) {
				vote.get();
			}
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(lines(number, "DECIDED", "task-eight")).extracting("actor")
			.containsExactlyInAnyOrderElementsOf(EIGHT);
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	@Test
	void whoeverIsAskedTwiceIsAskedOnce() {
		assertThat(this.house.getBean(org.gongjian.engine.Assignees.class)
			.slots("party-head,party-head,user:t.head,user:t.head", (fact) -> null))
			.containsExactly("party-head", "user:t.head");
	}

	@Test
	void theLogTellsWhatWasReturnedFromWhatWasTakenAlong() {
		String number = begun("test-beside");
		String one = this.walk.task(number, "task-one", "t.officer").id();
		this.decisions.returnTo(this.walk.actor("t.officer"), one, "START", "not complete", false, null);
		assertThat(lines(number, "RETURNED", "task-one")).singleElement()
			.satisfies((line) -> assertThat(line.actor() + line.comment()).isEqualTo("t.officernot complete"));
		assertThat(lines(number, "CANCELLED", "task-two")).singleElement()
			.satisfies((line) -> assertThat(line.actor()).isEqualTo("system"));
		assertThat(lines(number, "CANCELLED", "task-one")).isEmpty();
		assertThat(lines(number, "RETURNED", "task-two")).isEmpty();
	}

	@Test
	void anAnswerToAQuestionGoesToWhoeverWasGivenTheTask() {
		String number = begun("test-beside");
		String one = this.walk.task(number, "task-one", "t.officer").id();
		this.handOvers.transfer(this.walk.actor("t.officer"), one, "t.officer2", "not my field");
		this.handOvers.ask(this.walk.actor("t.officer2"), one, "t.deputy", "what do you think?");
		this.handOvers.answer(this.walk.actor("t.deputy"), one, "I would agree");
		assertThat(this.walk.task(number, "task-one", "t.officer2").assignee()).isEqualTo("t.officer2");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.decisions.claim(this.walk.actor("t.officer"), one))
			.satisfies((late) -> assertThat(late.decision()).isEqualTo("TRANSFERRED"));
		this.walk.decide("t.officer2", number, "task-one", "APPROVE");
	}

	@Test
	void aChainOfQuestionsHasAnEndAndNoCircle() {
		String number = begun("test-beside");
		String one = this.walk.task(number, "task-one", "t.officer").id();
		List<String> chain = List.of("t.officer", "t.officer2", "t.head", "t.deputy", "t.safety", "t.liaison");
		for (int i = 0; i + 1 < chain.size(); i++) {
			this.handOvers.ask(this.walk.actor(chain.get(i)), one, chain.get(i + 1), "what do you think?");
		}
		assertThatExceptionOfType(InvalidInput.class).as("a circle").isThrownBy(() -> {
			this.handOvers.takeBack(this.walk.actor("t.safety"), one);
			this.handOvers.ask(this.walk.actor("t.safety"), one, "t.officer", "what do you think?");
		});
		this.handOvers.ask(this.walk.actor("t.safety"), one, "t.liaison", "what do you think?");
		assertThatExceptionOfType(NotAllowed.class).as("too long")
			.isThrownBy(() -> this.handOvers.ask(this.walk.actor("t.liaison"), one, "t.secretary", "what then?"));
		for (int i = chain.size() - 1; i > 0; i--) {
			assertThatExceptionOfType(Overtaken.class)
				.isThrownBy(() -> this.walk.decide("t.officer", number, "task-one", "APPROVE"));
			this.handOvers.answer(this.walk.actor(chain.get(i)), one, "I would agree");
		}
		this.walk.decide("t.officer", number, "task-one", "APPROVE");
		assertThat(lines(number, "ANSWERED", "task-one")).extracting("about")
			.containsExactly("t.safety", "t.deputy", "t.head", "t.officer2", "t.officer");
	}

	@Test
	void approvingWithoutBeingAskedAgainStopsWhereSomethingIsToBeSaidAndAfterTenTimes() {
		String number = begun("test-chain");
		this.walk.decide("t.head", number, "task-0", "APPROVE");
		assertThat(this.walk.steps(number)).as("a comment is required").containsExactly("task-why");
		this.walk.decide("t.head", number, "task-why", "APPROVE");
		assertThat(this.walk.steps(number)).as("ten in one transaction, the eleventh by hand")
			.containsExactly("task-" + (RepeatedApprovals.MOST + 1));
		assertThat(this.jdbc.sql("select count(*) from work_item where case_number = :n and repeated")
			.param("n", number)
			.query(Integer.class)
			.single()).isEqualTo(RepeatedApprovals.MOST);
		this.walk.decide("t.head", number, "task-" + (RepeatedApprovals.MOST + 1), "APPROVE");
		WorkItem admin = this.walk.open(number).get(0);
		assertThat(admin.asked()).as("nobody is found: the administrators are asked").isEqualTo("process-admin");
		assertThat(admin.why()).isEqualTo("organisation.why.nobody");
	}

	@Test
	void aReturnArmsTheTimerAgainAndNothingIsTakenBackBehindASystemBlock() {
		String number = begun("test-block");
		assertThat(timers(number)).isEqualTo(1);
		this.decisions.returnTo(this.walk.actor("t.officer"), this.walk.task(number, "task-one", "t.officer").id(),
				"START", "not complete", false, null);
		assertThat(timers(number)).as("nothing runs out meanwhile").isZero();
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(timers(number)).as("the step has its time again").isEqualTo(1);
		String one = this.walk.task(number, "task-one", "t.officer").id();
		this.walk.decide("t.officer", number, "task-one", "APPROVE");
		assertThat(timers(number)).isZero();
		assertThat(this.walk.steps(number)).containsExactly("task-two");
		assertThatExceptionOfType(Overtaken.class).as("the block has told somebody")
			.isThrownBy(() -> this.recalls.recall(this.walk.actor("t.officer"), one))
			.satisfies((late) -> assertThat(late.code()).isEqualTo("approval.recall.followed"));
	}

	private long timers(String number) {
		String instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId();
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(instance)
			.activityId("timer-late")
			.active()
			.count();
	}

	@Test
	void whoeverIsAddedToALineHasATurnAndAVote() {
		String number = begun("test-sequence");
		WorkItem first = this.walk.task(number, "task-row", "t.officer");
		this.signers.add(this.walk.actor("t.officer"), first.id(), List.of("t.deputy", "t.safety"), Place.TOGETHER,
				Rule.ALL, "have a look please");
		this.signers.remove(this.walk.actor("t.officer"), first.id(), "t.safety", "not needed after all");
		assertThat(askedNow(number)).containsExactly("t.officer");
		this.walk.decide("t.officer", number, "task-row", "APPROVE");
		assertThat(askedNow(number)).containsExactly("t.deputy");
		Countersign line = this.house.getBean(Countersigns.class)
			.of(this.cases.get(number), this.walk.task(number, "task-row", "t.deputy"))
			.orElseThrow();
		assertThat(line.inTurn()).isTrue();
		assertThat(line.now().members()).as("those whose turn has not come too").isEqualTo(3);
		String again = this.recalls.recall(this.walk.actor("t.officer"), first.id());
		assertThat(this.walk.open(number)).extracting(WorkItem::id).containsExactly(again);
		this.walk.decide("t.officer", number, "task-row", "APPROVE");
		this.walk.decide("t.deputy", number, "task-row", "APPROVE");
		assertThatExceptionOfType(Overtaken.class).as("the next has voted")
			.isThrownBy(() -> this.recalls.recall(this.walk.actor("t.officer"), again));
		this.walk.decide("t.head", number, "task-row", "REJECT");
		assertThat(lines(number, "DECIDED", "task-row")).extracting("actor")
			.containsExactly("t.officer", "t.officer", "t.deputy", "t.head");
		assertThat(rowOutcome(number)).as("the last vote counts too").isEqualTo("REJECT");
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	@Test
	void inALineOthersSignBeforeAndAfterSomebody() {
		String number = begun("test-sequence");
		WorkItem first = this.walk.task(number, "task-row", "t.officer");
		this.signers.add(this.walk.actor("t.officer"), first.id(), List.of("t.deputy", "t.safety", "t.officer2"),
				Place.BEFORE, Rule.ANY, "have a look please");
		assertThat(askedNow(number)).containsExactly("t.deputy");
		this.signers.remove(this.walk.actor("t.officer"), first.id(), "t.deputy", "on leave this week");
		assertThat(askedNow(number)).containsExactly("t.safety");
		this.walk.decide("t.safety", number, "task-row", "AGREE");
		assertThat(askedNow(number)).as("one of them is enough").containsExactly("t.officer");
		WorkItem officer = this.walk.task(number, "task-row", "t.officer");
		this.signers.add(this.walk.actor("t.officer"), officer.id(), List.of("t.safety"), Place.AFTER, Rule.ALL,
				"once more please");
		this.walk.decide("t.officer", number, "task-row", "APPROVE");
		this.walk.decide("t.safety", number, "task-row", "DISAGREE");
		assertThat(askedNow(number)).as("the decision was held").containsExactly("t.officer");
		officer = this.walk.task(number, "task-row", "t.officer");
		this.signers.add(this.walk.actor("t.officer"), officer.id(), List.of("t.safety"), Place.AFTER, Rule.ALL,
				"now it is right");
		this.walk.decide("t.officer", number, "task-row", "REJECT");
		this.walk.decide("t.safety", number, "task-row", "AGREE");
		assertThat(askedNow(number)).as("the decision held is made").containsExactly("t.head");
		this.walk.decide("t.head", number, "task-row", "APPROVE");
		assertThat(rowOutcome(number)).isEqualTo("REJECT");
		assertThat(lines(number, "DECIDED", "task-row")).extracting("decision")
			.containsExactly("AGREE", "DISAGREE", "AGREE", "REJECT", "APPROVE");
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	private List<String> askedNow(String number) {
		return this.walk.open(number).stream().map(WorkItem::assignee).toList();
	}

	private Object rowOutcome(String number) {
		var history = this.engine.getHistoryService();
		String instance = history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId();
		return history.createHistoricVariableInstanceQuery()
			.processInstanceId(instance)
			.variableName("rowOutcome")
			.singleResult()
			.getValue();
	}

	@Test
	void aMentionTellsOnlyWhoMaySeeTheCase() {
		String number = begun("test-beside");
		this.discussion.add(this.walk.actor("t.liaison"), number,
				"@t.secretary @t.stranger @nobody.knows @t.liaison, and mail to a@t.head. @t.secretary again");
		assertThat(lines(number, "MENTIONED", null)).extracting("about").containsExactly("t.secretary");
		assertThat(Mentions.names("x@t.head (@t.head) @T.DEPUTY @a..b- @@t.officer，@t.safety。"))
			.containsExactly("t.head", "a..b", "t.safety");
	}

	@Test
	void aCopyShowsNobodyMoreThanTheyMaySee() {
		String number = begun("test-beside");
		for (List<String> users : List.of(List.of("t.stranger"), List.of("t.secretary", "t.stranger"),
				List.of("nobody.knows"), List.<String>of())) {
			assertThatExceptionOfType(InvalidInput.class)
				.isThrownBy(() -> this.sharing.copy(this.walk.actor("t.liaison"), number, users));
		}
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.sharing.copy(this.walk.actor("t.stranger"), number, List.of("t.secretary")));
		assertThat(copies(number)).isEmpty();
		this.sharing.copy(this.walk.actor("t.liaison"), number, List.of("t.secretary"));
		this.sharing.copy(this.walk.actor("t.head"), number, List.of("t.secretary"));
		assertThat(copies(number)).as("once is enough").containsExactly("t.secretary");
		assertThat(lines(number, "COPIED", null)).extracting("actor").containsExactly("t.liaison", "t.head");
	}

	@Test
	void anAuditorReadsAndChangesNothing() {
		String number = begun("test-beside");
		Actor auditor = new Actor("t.auditor", "审计", Set.of("viewer"), Set.of("viewer"), Set.of(), true);
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.discussion.add(auditor, number, "A remark"));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.sharing.copy(auditor, number, List.of("t.secretary")));
		assertThat(copies(number)).isEmpty();
		assertThat(this.discussion.of(number)).isEmpty();
	}

	private List<String> copies(String number) {
		return this.jdbc.sql("select username from case_copy where case_number = :n")
			.param("n", number)
			.query(String.class)
			.list();
	}

	private String begun(String process) {
		String number = this.walk.start(process);
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		return number;
	}

	private List<LogEntry> lines(String number, String action, String step) {
		return this.cases.log(number)
			.stream()
			.filter((line) -> line.action().equals(action) && (step == null || step.equals(line.step())))
			.toList();
	}

}
