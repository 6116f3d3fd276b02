package org.gongjian.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Tally;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.HouseTest;
import org.gongjian.web.TooManyRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What can be done with an approval besides deciding it: hand on, ask, add, take back.
 */
@HouseTest
class OperationTests {

	private static final String DECIDE = """
			{"title":{"en":"Review","zh":"审核"},"read":["*"],"decisions":[
			 {"code":"APPROVE","label":{"en":"Approve","zh":"同意"},"kind":"positive"},
			 {"code":"REJECT","label":{"en":"Reject","zh":"不同意"},"kind":"negative","commentRequired":true}]}
			""";

	private static final String START = """
			{"title":{"en":"Start","zh":"发起"},"caseTitle":{"en":"About {subject}","zh":"关于{subject}"},
			 "starters":["gov-liaison"],"numberPrefix":"TO","numberDigits":4,"sections":[{"fields":[
			  {"name":"subject","label":{"en":"Subject","zh":"主题"},"type":"text","required":true},
			  {"name":"governmentOrg","label":{"en":"Branch","zh":"支部"},"type":"organisation","required":true,"fact":true,"party":true}]}]}
			""";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

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
	private HandOvers handOvers;

	@Autowired
	private Signers signers;

	@Autowired
	private Recalls recalls;

	@Autowired
	private Countersigns countersigns;

	@Autowired
	private Urges urges;

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
		for (String name : List.of("liaison", "secretary", "ent", "stranger", "officer", "officer2", "head", "deputy",
				"safety")) {
			if (this.accounts.find("t." + name).isEmpty()) {
				this.accounts.create("t." + name, name, null, null);
			}
		}
		if (this.forms.start("test-operations").isEmpty()) {
			TestDeployments.release(this.engine, new DrawnProcess("test-operations").form("start-test", START)
				.element("startEvent", "start-test", ">")
				.node("task-draft", "who=initiator;outcome=draftOutcome",
						"{\"title\":{\"en\":\"Draft\",\"zh\":\"起草\"}}")
				.node("task-review",
						"who=party-officer;review=true;outcome=reviewOutcome;returnTo=start=task-draft,previous=task-draft",
						DECIDE)
				.node("task-vote",
						"who=party-head,wc-deputy,secretary@governmentOrg;outcome=voteOutcome;rule=ratio:67;pass=APPROVE;order=REJECT,APPROVE",
						DECIDE)
				.element("endEvent", "end-done",
						"><bpmn:extensionElements><camunda:properties><camunda:property name=\"status\" value=\"completed\"/></camunda:properties></bpmn:extensionElements>")
				.flow("start-test", "task-draft")
				.flow("task-draft", "task-review")
				.flow("task-review", "task-vote")
				.flow("task-vote", "end-done")
				.files());
		}
	}

	@AfterEach
	void listsEqualTheEngine() {
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
	}

	// handing on

	@Test
	void aTransferMovesTheTaskAndSaysSo() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.decisions.claim(actor("t.officer"), task);
		this.handOvers.transfer(actor("t.officer"), task, "t.officer2", "on leave this week");
		WorkItem item = open(number, "task-review");
		assertThat(item.assignee()).isEqualTo("t.officer2");
		assertThat(this.desk.people(item)).containsExactly("t.officer2");
		assertThat(this.desk.mayDecide(actor("t.officer"), item)).isFalse();
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decide("t.officer", number, "task-review", "APPROVE"))
			.satisfies((late) -> assertThat(late.decision()).isEqualTo("TRANSFERRED"));
		assertThat(this.cases.log(number)).filteredOn((line) -> line.action().equals("TRANSFERRED"))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.actor()).isEqualTo("t.officer");
				assertThat(line.about()).isEqualTo("t.officer2");
				assertThat(line.comment()).isEqualTo("on leave this week");
			});
		assertThat(this.readModel.rebuild()).isZero();
		assertThat(this.desk.people(open(number, "task-review"))).containsExactly("t.officer2");
		decide("t.officer2", number, "task-review", "APPROVE");
	}

	@Test
	void aTransferCannotGoToSomebodyWhoMayNotHaveTheTask() {
		String number = inReview();
		String task = open(number, "task-review").id();
		for (String to : new String[] { "t.liaison", "t.secretary", "t.stranger", "nobody.knows", "t.officer",
				"t.viewer", "", null }) {
			assertThatExceptionOfType(InvalidInput.class).as(String.valueOf(to))
				.isThrownBy(() -> this.handOvers.transfer(actor("t.officer"), task, to, "on leave this week"));
		}
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.handOvers.transfer(actor("t.officer"), task, "t.head", "why"));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.handOvers.transfer(actor("t.stranger"), task, "t.head", "give it to me"));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.handOvers.transfer(actor("t.head"), task, "t.deputy", "give it to me"));
		assertThat(this.cases.log(number)).extracting("action").doesNotContain("TRANSFERRED");
	}

	// asking

	@Test
	void aQuestionBlocksTheDecisionUntilItIsAnsweredThroughTheWholeChain() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.handOvers.ask(actor("t.officer"), task, "t.head", "Is the budget right?");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decide("t.officer", number, "task-review", "APPROVE"));
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decide("t.officer2", number, "task-review", "APPROVE"))
			.satisfies((late) -> assertThat(late.decidedBy() + " " + late.decision()).isEqualTo("t.officer ASKED"));
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> decide("t.head", number, "task-review", "APPROVE"));
		this.handOvers.ask(actor("t.head"), task, "t.deputy", "What was it last year?");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.handOvers.answer(actor("t.head"), task, "I do not know yet"));
		this.handOvers.answer(actor("t.deputy"), task, "About the same.");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decide("t.officer", number, "task-review", "APPROVE"));
		this.handOvers.answer(actor("t.head"), task, "Yes, it is right.");
		assertThat(this.handOvers.questions(open(number, "task-review"))).extracting(Question::answer)
			.containsExactly("Yes, it is right.", "About the same.");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.handOvers.answer(actor("t.head"), task, "And another thing"))
			.satisfies((late) -> assertThat(late.decision()).isEqualTo("ANSWERED"));
		decide("t.officer", number, "task-review", "APPROVE");
		assertThat(openSteps(number)).contains("task-vote");
	}

	@Test
	void whoAskedCanTakeTheQuestionBackAndRolesMayChangeMeanwhile() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.handOvers.ask(actor("t.officer"), task, "t.head", "Is the budget right?");
		this.handOvers.ask(actor("t.head"), task, "t.deputy", "What was it last year?");
		this.readModel.rebuild();
		assertThat(this.desk.operations(actor("t.deputy"), open(number, "task-review"))).contains(Operation.ANSWER);
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.handOvers.takeBack(actor("t.deputy"), task));
		this.handOvers.takeBack(actor("t.officer"), task);
		assertThat(this.desk.asked(actor("t.deputy"), open(number, "task-review"))).isFalse();
		decide("t.officer", number, "task-review", "APPROVE");
	}

	// adding signers

	@Test
	void signersBeforeAreHeardFirstAndHaveNoVote() {
		String number = inVote();
		WorkItem head = open(number, "task-vote", "t.head");
		this.signers.add(actor("t.head"), head.id(), List.of("t.safety"), Place.BEFORE, Rule.ALL, "a matter of safety");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE"));
		decideNow("t.deputy", open(number, "task-vote", "t.deputy"), "APPROVE");
		assertThat(openSteps(number)).as("2 of 3 are needed, 1 has voted").contains("task-vote");
		WorkItem helper = open(number, "task-vote", "t.safety");
		assertThat(this.desk.offers(helper)).extracting("code").containsExactly("AGREE", "DISAGREE");
		decideNow("t.safety", helper, "DISAGREE");
		assertThat(openSteps(number)).as("an opinion is no vote").contains("task-vote");
		decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE");
		assertThat(this.cases.get(number).open()).isTrue();
		decideNow("t.secretary", open(number, "task-vote", "t.secretary"), "APPROVE");
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	@Test
	void aDecisionWithSignersAfterItTakesEffectWhenTheyAgree() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.signers.add(actor("t.officer"), task, List.of("t.head", "t.deputy"), Place.AFTER, Rule.IN_SEQUENCE,
				"they have to know");
		assertThat(openSteps(number)).containsExactly("task-review");
		decide("t.officer", number, "task-review", "APPROVE");
		assertThat(people(number)).as("one after the other").containsExactlyInAnyOrder("t.officer", "t.head");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> decideNow("t.officer", open(number, "task-review", "t.officer"), "REJECT"));
		decideNow("t.head", open(number, "task-review", "t.head"), "AGREE");
		assertThat(people(number)).containsExactlyInAnyOrder("t.officer", "t.deputy");
		decideNow("t.deputy", open(number, "task-review", "t.deputy"), "AGREE");
		assertThat(openSteps(number)).contains("task-vote").doesNotContain("task-review");
		assertThat(this.cases.log(number)).extracting("action").contains("HELD");
	}

	@Test
	void whenASignerAfterItDisagreesTheDecisionIsOpenAgain() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.signers.add(actor("t.officer"), task, List.of("t.head", "t.deputy"), Place.AFTER, Rule.ALL,
				"they have to know");
		decide("t.officer", number, "task-review", "APPROVE");
		decideNow("t.head", open(number, "task-review", "t.head"), "DISAGREE");
		assertThat(people(number)).containsExactly("t.officer");
		decide("t.officer", number, "task-review", "REJECT");
		assertThat(openSteps(number)).contains("task-vote");
	}

	@Test
	void anOpinionThatOthersConfirmGivesTheTaskBackToWhoAsked() {
		String number = inReview();
		this.decisions.returnTo(actor("t.officer"), open(number, "task-review").id(), "START", "not complete", false,
				null);
		this.signers.add(actor("t.liaison"), open(number, "task-draft").id(), List.of("t.head"), Place.BEFORE,
				Rule.IN_SEQUENCE, "have a look please");
		this.signers.add(actor("t.head"), open(number, "task-draft", "t.head").id(), List.of("t.deputy", "t.safety"),
				Place.AFTER, Rule.ANY, "is that right?");
		decideNow("t.head", open(number, "task-draft", "t.head"), "AGREE");
		decideNow("t.safety", open(number, "task-draft", "t.safety"), "AGREE");
		assertThat(people(number)).containsExactly("t.liaison");
		decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(openSteps(number)).containsExactly("task-review");
	}

	@Test
	void oneOfSeveralIsEnoughWhereTheRuleSaysSo() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.signers.add(actor("t.officer"), task, List.of("t.head", "t.deputy"), Place.BEFORE, Rule.ANY,
				"either can say");
		decideNow("t.deputy", open(number, "task-review", "t.deputy"), "AGREE");
		assertThat(people(number)).as("the other is not needed").containsExactly("t.officer");
		decide("t.officer", number, "task-review", "APPROVE");
	}

	@Test
	void whoeverJoinsTogetherHasAVoteAndTheThresholdFollows() {
		String number = inVote();
		this.signers.add(actor("t.head"), open(number, "task-vote", "t.head").id(), List.of("t.safety"), Place.TOGETHER,
				Rule.ALL, "safety has a say");
		decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE");
		Countersign countersign = this.countersigns.of(this.cases.get(number), open(number, "task-vote", "t.deputy"))
			.orElseThrow();
		assertThat(List.of(countersign.now(), countersign.withOneMore(), countersign.withOneLess()))
			.extracting(Tally::need, Tally::members, Tally::yes)
			.containsExactly(tuple(3, 4, 1), tuple(4, 5, 1), tuple(3, 3, 1));
		decideNow("t.deputy", open(number, "task-vote", "t.deputy"), "APPROVE");
		assertThat(this.cases.get(number).open()).as("3 of 4 are needed").isTrue();
		decideNow("t.safety", open(number, "task-vote", "t.safety"), "APPROVE");
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	@Test
	void removingASignerLowersTheThresholdAndTheOthersGoOn() {
		String number = inVote();
		String head = open(number, "task-vote", "t.head").id();
		this.signers.add(actor("t.head"), head, List.of("t.safety"), Place.TOGETHER, Rule.ALL, "safety has a say");
		decideNow("t.deputy", open(number, "task-vote", "t.deputy"), "APPROVE");
		decideNow("t.secretary", open(number, "task-vote", "t.secretary"), "APPROVE");
		assertThat(this.cases.get(number).open()).as("3 of 4 are needed").isTrue();
		this.signers.remove(actor("t.head"), head, "t.safety", "not needed after all");
		assertThat(this.cases.get(number).open()).as("still 3 of 3").isTrue();
		decideNow("t.head", open(number, "task-vote", "t.head"), "REJECT");
		assertThat(this.cases.get(number).open()).isFalse();
	}

	@Test
	void whereAllOthersHaveVotedRemovingTheLastEndsTheNodeAndNobodyJoinsItAnyMore() {
		String number = inVote();
		String head = open(number, "task-vote", "t.head").id();
		this.signers.add(actor("t.head"), head, List.of("t.safety"), Place.TOGETHER, Rule.ALL, "safety has a say");
		decideNow("t.deputy", open(number, "task-vote", "t.deputy"), "APPROVE");
		decideNow("t.secretary", open(number, "task-vote", "t.secretary"), "REJECT");
		decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE");
		assertThat(items(number, "task-vote")).as("only the one who was added is left")
			.extracting(WorkItem::assignee)
			.containsExactly("t.safety");
		this.signers.remove(actor("t.head"), head, "t.safety", "not needed after all");
		assertThat(this.cases.get(number).open()).as("2 of 3 are not 67 percent, and nobody is left").isFalse();
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> this.signers.add(actor("t.head"), head,
				List.of("t.safety"), Place.TOGETHER, Rule.ALL, "safety has a say"));
		assertThat(
				this.engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count())
			.as("no new round of the node")
			.isZero();
	}

	@Test
	void removingTheOnlySignerBeforeGivesTheTaskBack() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.signers.add(actor("t.officer"), task, List.of("t.head"), Place.BEFORE, Rule.ALL, "have a look please");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.signers.remove(actor("t.officer2"), task, "t.head", "not needed after all"));
		this.signers.remove(actor("t.officer"), task, "t.head", "not needed after all");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.signers.remove(actor("t.officer"), task, "t.head", "not needed after all"))
			.satisfies((late) -> assertThat(late.decision()).isEqualTo("SIGNER_REMOVED"));
		assertThat(people(number)).containsExactly("t.officer");
		decide("t.officer", number, "task-review", "APPROVE");
		assertThat(openSteps(number)).contains("task-vote");
	}

	@Test
	void nobodyIsAddedWhoMayNotDecide() {
		String number = inReview();
		String task = open(number, "task-review").id();
		for (String user : new String[] { "t.liaison", "t.stranger", "t.officer", "t.nobody" }) {
			assertThatExceptionOfType(InvalidInput.class).as(user)
				.isThrownBy(() -> this.signers.add(actor("t.officer"), task, List.of(user), Place.BEFORE, Rule.ALL,
						"have a look please"));
		}
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(
				() -> this.signers.add(actor("t.officer"), task, List.of(), Place.BEFORE, Rule.ALL, "have a look"));
		assertThatExceptionOfType(InvalidInput.class).as("asked at this step already, in its pool")
			.isThrownBy(() -> this.signers.add(actor("t.officer"), task, List.of("t.officer2"), Place.TOGETHER,
					Rule.ALL, "have a look please"));
	}

	@Test
	void aNodeThatIsReturnedTakesItsAddedSignersAlong() {
		String number = inReview();
		String task = open(number, "task-review").id();
		this.signers.add(actor("t.officer"), task, List.of("t.head"), Place.TOGETHER, Rule.ALL, "have a look please");
		this.decisions.returnTo(actor("t.officer"), task, "START", "not complete", false, null);
		assertThat(openSteps(number)).containsExactly("task-draft");
		decide("t.liaison", number, "task-draft", "COMPLETE");
		assertThat(people(number)).doesNotContain("t.head");
	}

	// votes

	@Test
	void aRatioIsRoundedUpAndTheRestIsNotNeeded() {
		String number = inVote();
		decideNow("t.head", open(number, "task-vote", "t.head"), "REJECT");
		assertThat(this.cases.get(number).open()).as("3 of 3 are needed: one no settles it").isFalse();
		assertThat(this.cases.log(number)).extracting("action").contains("NOT_NEEDED");
		assertThat(outcome(number)).isEqualTo("REJECT");
	}

	@Test
	void simultaneousVotesAreAllRecorded() throws Exception {
		String number = inVote();
		this.signers.add(actor("t.head"), open(number, "task-vote", "t.head").id(), List.of("t.safety", "t.officer2"),
				Place.TOGETHER, Rule.ALL, "many have a say");
		List<String> voters = List.of("t.head", "t.deputy", "t.secretary", "t.safety");
		var pool = Executors.newFixedThreadPool(voters.size());
		var gate = new CyclicBarrier(voters.size());
		List<Future<?>> votes = new ArrayList<>();
		for (String voter : voters) {
			WorkItem item = open(number, "task-vote", voter);
			votes.add(pool.submit(() -> {
				gate.await();
				return decideNow(voter, item, "APPROVE");
			}));
		}
		for (Future<?> vote : votes) {
			vote.get();
		}
		pool.shutdown();
		assertThat(this.cases.log(number))
			.filteredOn((line) -> line.action().equals("DECIDED") && "task-vote".equals(line.step()))
			.extracting("actor")
			.containsExactlyInAnyOrderElementsOf(voters);
		assertThat(this.cases.get(number).status()).as("4 of 5 are 67 %").isEqualTo("completed");
	}

	// returns

	@Test
	void aCaseComesStraightBackWhereThatWasAsked() {
		String number = inReview();
		String review = open(number, "task-review").id();
		this.decisions.returnTo(actor("t.officer"), review, "START", "not complete", true, null);
		String draft = open(number, "task-draft").id();
		assertThatExceptionOfType(InvalidInput.class).as("one voice comes back, several may differ")
			.isThrownBy(() -> this.signers.add(actor("t.liaison"), draft, List.of("t.secretary"), Place.TOGETHER,
					Rule.ALL, "write it with me"));
		this.signers.add(actor("t.liaison"), draft, List.of("t.secretary"), Place.BEFORE, Rule.ALL, "read it please");
		decideNow("t.secretary", open(number, "task-draft", "t.secretary"), "AGREE");
		assertThat(people(number)).as("an opinion brings nothing back").containsExactly("t.liaison");
		this.signers.add(actor("t.liaison"), draft, List.of("t.secretary"), Place.AFTER, Rule.ALL, "and once more");
		decide("t.liaison", number, "task-draft", "COMPLETE");
		decideNow("t.secretary", open(number, "task-draft", "t.secretary"), "AGREE");
		assertThat(openSteps(number)).containsExactly("task-review");
		assertThat(this.jdbc.sql("select count(*) from way_back where case_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single()).as("it came straight back").isZero();
		assertThat(open(number, "task-review").round()).isEqualTo(2);
		decide("t.officer", number, "task-review", "APPROVE");
		assertThat(openSteps(number)).contains("task-vote");
	}

	@Test
	void whereComingStraightBackCannotBeRightItIsRefused() {
		String number = inVote();
		WorkItem vote = open(number, "task-vote", "t.head");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(
				() -> this.decisions.returnTo(actor("t.head"), vote.id(), "task-review", "not complete", true, null));
	}

	// taking back

	@Test
	void aDecisionCanBeTakenBackWhileNothingFollowed() {
		String number = inReview();
		String review = open(number, "task-review").id();
		decide("t.officer", number, "task-review", "APPROVE");
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.recalls.recall(actor("t.officer2"), review));
		WorkItem vote = open(number, "task-vote", "t.head");
		String again = this.recalls.recall(actor("t.officer"), review);
		assertThat(openSteps(number)).containsExactly("task-review");
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> decideNow("t.head", vote, "APPROVE"))
			.satisfies((late) -> assertThat(late.decidedBy()).isEqualTo("t.officer"));
		assertThat(again).isEqualTo(open(number, "task-review").id()).isNotEqualTo(review);
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> this.recalls.recall(actor("t.officer"), review))
			.satisfies((late) -> assertThat(late.decision()).isEqualTo("RECALLED"));
		decide("t.officer", number, "task-review", "REJECT");
		decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE");
		String last = this.desk.tasks(this.cases.get(number))
			.stream()
			.filter((item) -> "t.officer".equals(item.decidedBy()) && item.state().equals("DONE"))
			.findFirst()
			.orElseThrow()
			.id();
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> this.recalls.recall(actor("t.officer"), last));
	}

	@Test
	void aVoteCanBeTakenBackWhileTheNodeIsOpen() {
		String number = inVote();
		WorkItem head = open(number, "task-vote", "t.head");
		this.signers.add(actor("t.deputy"), open(number, "task-vote", "t.deputy").id(), List.of("t.safety"),
				Place.TOGETHER, Rule.ALL, "safety has a say");
		decideNow("t.head", head, "REJECT");
		this.recalls.recall(actor("t.head"), head.id());
		for (String voter : List.of("t.head", "t.deputy", "t.secretary")) {
			assertThat(this.cases.get(number).open()).as(voter).isTrue();
			decideNow(voter, open(number, "task-vote", voter), "APPROVE");
		}
		assertThat(outcome(number)).isEqualTo("APPROVE");
		assertThat(this.cases.get(number).open()).isFalse();
	}

	// hurrying

	@Test
	void theInitiatorTakesACaseBackWhereTheDiagramDrawsNothingOfIt() {
		String number = inVote();
		decideNow("t.head", open(number, "task-vote", "t.head"), "APPROVE");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.requests.withdraw(actor("t.head"), number, "not mine to take back"));
		WorkItem vote = open(number, "task-vote", "t.deputy");
		this.requests.withdraw(actor("t.liaison"), number, "no longer wanted");
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> decideNow("t.deputy", vote, "APPROVE"))
			.satisfies((late) -> assertThat(late.decidedBy()).isEqualTo("t.liaison"));
		assertThat(this.cases.get(number)).extracting(CaseFile::status, CaseFile::outcome)
			.containsExactly("withdrawn", "WITHDRAWN");
		assertThat(people(number)).isEmpty();
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.requests.withdraw(actor("t.liaison"), number, "no longer wanted"))
			.satisfies((late) -> assertThat(late.decidedBy()).isEqualTo("t.liaison"));
	}

	@Test
	void theInitiatorAsksToHurryOnceADay() {
		String number = inReview();
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.urges.urge(actor("t.officer"), number));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.urges.urge(actor("t.stranger"), number));
		this.urges.urge(actor("t.liaison"), number);
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> this.urges.urge(actor("t.liaison"), number));
		assertThat(this.cases.log(number)).filteredOn((line) -> line.action().equals("URGED")).hasSize(1);
	}

	private String inReview() {
		FormContext context = FormContext.start(actor("t.liaison"), "test-operations",
				this.forms.catalogue(this.engine.getRepositoryService()
					.createProcessDefinitionQuery()
					.processDefinitionKey("test-operations")
					.latestVersion()
					.singleResult()
					.getId()));
		String number = this.requests
			.open(this.sessions.fill(context, Map.of("subject", "a hall", "governmentOrg", "TG1"),
					Answer.of(null, null, Map.of())))
			.number();
		decide("t.liaison", number, "task-draft", "COMPLETE");
		return number;
	}

	private String inVote() {
		String number = inReview();
		decide("t.officer", number, "task-review", "APPROVE");
		return number;
	}

	private void decide(String username, String number, String step, String decision) {
		List<WorkItem> all = items(number, step);
		WorkItem item = all.stream()
			.filter((one) -> username.equals(one.assignee()))
			.findFirst()
			.orElseGet(() -> all.get(0));
		decideNow(username, item, decision);
	}

	private Decided decideNow(String username, WorkItem item, String decision) {
		Actor actor = actor(username);
		Filled filled = this.sessions.fill(this.desk.context(actor, item), Map.of(),
				Answer.of(decision, "because it is right", Map.of("coiDeclared", "true")));
		return this.decisions.decide(actor, item.id(), filled, null);
	}

	private WorkItem open(String number, String step) {
		List<WorkItem> items = items(number, step);
		assertThat(items).as("%s in %s", step, openSteps(number)).isNotEmpty();
		return items.get(0);
	}

	private WorkItem open(String number, String step, String holder) {
		return items(number, step).stream()
			.filter((item) -> this.desk.people(item).contains(holder))
			.findFirst()
			.orElseThrow(() -> new AssertionError(holder + " has no " + step + " but " + people(number)));
	}

	private List<WorkItem> items(String number, String step) {
		return this.desk.openTasks(this.cases.get(number)).stream().filter((item) -> item.step().equals(step)).toList();
	}

	private Set<String> people(String number) {
		return Set.copyOf(this.desk.openTasks(this.cases.get(number))
			.stream()
			.flatMap((item) -> this.desk.people(item).stream())
			.toList());
	}

	private List<String> openSteps(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).toList();
	}

	private String outcome(String number) {
		return (String) this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.processInstanceId(this.cases.get(number).instance())
			.variableName("voteOutcome")
			.singleResult()
			.getValue();
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

}
