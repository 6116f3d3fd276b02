package org.gongjian.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every path of {@code problem-escalation}: flows, timers, messages, escalation.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProblemEscalationTests extends ProcessWalk {

	private static final String[] STEPS = { "registerProblem", "assessProblem", "reopenProblem", "pauseClocks",
			"resumeClocks", "copy", "changeOwner", "dispatchProblem", "recordSignOff", "adjudicateDispatch",
			"recordPlan", "recordResult", "askPhasedReply", "decideExtension", "urgeHandlers", "issueNotice",
			"replyToEnterprise", "noteSilence", "judgeConfirmation", "sampleReturnVisit", "closeProblem",
			"keepKnowledge", "countProblemRework", "chooseEscalation", "addToAgenda", "applyOrder", "takeCharge",
			"referToCity", "parkProblem", "noteWithdrawal", "recomputeClocks" };

	private static final String LEAD = "dept-handler@F05";

	private static final String HELPER = "dept-handler@F06";

	ProblemEscalationTests(TestDatabase database) {
		super(database, "problem-escalation", STEPS);
	}

	@BeforeEach
	void anOrdinaryProblemForADepartment() {
		track("DEPARTMENT", "S3");
		this.engine.step("dispatchProblem", (call) -> {
			call.set("lead", "F05");
			call.set("handlers", "F05,F06");
			call.set("leadDue", new Date());
			call.set("adjudicator", "supervision");
		});
		confirmed("RESOLVED");
		sampled(false);
		rework("HANDLE");
		escalates("L3");
		this.engine.step("takeCharge", (call) -> call.set("chargeRole", "wc-deputy"));
		this.engine.step("parkProblem",
				(call) -> call.set("parkedUntil", Date.from(Instant.now().plus(Duration.ofDays(90)))));
		this.engine.step("closeProblem", (call) -> call.set("resultClass", "SOLVED"));
		this.engine.step("changeOwner", (call) -> call.set("branchOwner", "service-desk"));
	}

	@Test
	void twoDepartmentsHandleSideBySideAndTheEnterpriseConfirms() {
		toHandling();
		assertThat(this.engine.slots("task-plan")).containsExactly(LEAD, HELPER);
		this.engine.decide("task-plan", LEAD, "PLANNED");
		assertThat(this.engine.slots("task-result")).containsExactly(LEAD);
		assertThat(this.engine.slots("task-plan")).containsExactly(HELPER);
		this.engine.decide("task-result", LEAD, "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-plan");
		this.engine.decide("task-plan", HELPER, "PLANNED");
		this.engine.decide("task-result", HELPER, "COMPLETE");
		this.engine.decide("task-result-review", "PASS");
		assertThat(this.engine.slots("task-enterprise-confirm")).containsExactly("user:ent.liaison");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		ended("end-resolved", "completed");
		assertThat(this.engine.ran()).containsExactly("step-register", "decide-severity", "step-dispatch",
				"step-signed", "step-record-plan", "step-record-result", "step-record-plan", "step-record-result",
				"step-reply", "decide-confirmation", "decide-visit-sample", "step-close");
	}

	@Test
	void thePairedBranchSolvesIt() {
		track("BRANCH", "S5");
		register();
		this.engine.decide("task-triage", "ACCEPT");
		assertThat(this.engine.slots("task-branch-handle")).containsExactly("gov-secretary@F04");
		this.engine.decide("task-branch-handle", "RESOLVED");
		assertThat(this.engine.open()).containsExactly("task-enterprise-confirm");
	}

	@Test
	void thePairedBranchNeedsADepartment() {
		track("BRANCH", "S3");
		register();
		this.engine.decide("task-triage", "ACCEPT");
		this.engine.decide("task-branch-handle", "NEED_DEPARTMENT");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void aSilentBranchIsPassedOverAfterThreeWorkingDays() {
		track("BRANCH", "S3");
		register();
		this.engine.decide("task-triage", "ACCEPT");
		dueIn("timer-branch-silent", 3);
		this.engine.fire("timer-branch-silent");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void whenThePairingEndsTheDeskOwnsTheFirstLevel() {
		track("BRANCH", "S3");
		register();
		this.engine.decide("task-triage", "ACCEPT");
		this.engine.deliver("PairingEnded");
		assertThat(this.engine.slots("task-branch-handle")).containsExactly("service-desk");
		assertThat(this.engine.ran()).contains("step-change-owner", "step-hand-to-desk");
	}

	@Test
	void dangerTellsTheLeaderAndGoesToADepartment() {
		track("DANGER", "S1");
		register();
		this.engine.decide("task-triage", "ACCEPT");
		assertThat(this.engine.ran()).contains("step-alert-leader");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void aConfidentialReportIsHandledByDisciplineUntilTheReporterConfirms() {
		this.engine.step("assessProblem", (call) -> {
			call.set("track", "CONFIDENTIAL");
			call.set("deskRole", "discipline");
			call.set("triageDue", "P1WD");
			call.set("severity", "S3");
			call.set("reporterSlot", "initiator");
		});
		register();
		assertThat(this.engine.slots("task-triage")).containsExactly("discipline");
		this.engine.decide("task-triage", "ACCEPT");
		assertThat(this.engine.slots("task-discipline-handle")).containsExactly("discipline");
		this.engine.decide("task-discipline-handle", "COMPLETE");
		confirmed("DISCIPLINE");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-discipline-handle");
	}

	@Test
	void theClocksStandStillWhileTheReporterIsAsked() {
		register();
		this.engine.decide("task-triage", "ASK_INFO");
		assertThat(this.engine.ran()).endsWith("step-ask");
		this.engine.decide("task-provide-info", "COMPLETE");
		assertThat(this.engine.ran()).endsWith("step-answered");
		assertThat(this.engine.open()).containsExactly("task-triage");
	}

	@Test
	void aReporterSilentForFiveWorkingDaysEndsItAndItCanBeOpenedAgain() {
		register();
		this.engine.decide("task-triage", "ASK_INFO");
		dueIn("timer-no-answer", 5);
		this.engine.fire("timer-no-answer");
		ended("end-no-response", "terminated");
		this.engine.startBy("ProblemReopened", facts());
		assertThat(this.engine.ran()).containsExactly("step-reopen", "decide-severity");
		assertThat(this.engine.open()).containsExactly("task-triage");
	}

	@Test
	void aDuplicateEnds() {
		register();
		this.engine.decide("task-triage", "MERGE");
		ended("end-duplicate", "terminated");
	}

	@Test
	void whatIsOutOfScopeEnds() {
		register();
		this.engine.decide("task-triage", "OUT_OF_SCOPE");
		ended("end-out-of-scope", "rejected");
	}

	@Test
	void aReclassifiedProblemIsAssessedAgain() {
		register();
		this.engine.decide("task-triage", "RECLASSIFY");
		assertThat(this.engine.ran()).containsExactly("step-register", "decide-severity", "decide-severity");
		assertThat(this.engine.open()).containsExactly("task-triage");
	}

	@Test
	void anObjectionIsAdjudicatedAndThatIsFinal() {
		toSignOff();
		this.engine.decide("task-sign-off", "OBJECT");
		assertThat(this.engine.slots("task-adjudicate")).containsExactly("supervision");
		this.engine.step("adjudicateDispatch", (call) -> {
			call.set("lead", "F07");
			call.set("handlers", "F07");
		});
		this.engine.decide("task-adjudicate", "REASSIGN");
		this.engine.step("adjudicateDispatch", (call) -> {
		});
		assertThat(this.engine.slots("task-plan")).containsExactly("dept-handler@F07");
	}

	@Test
	void aDepartmentThatDoesNotSignForADayIsTakenToHaveSigned() {
		toSignOff();
		dueIn("timer-deemed-signed", 1);
		this.engine.fire("timer-deemed-signed");
		assertThat(this.engine.ran()).endsWith("step-deemed-signed");
		assertThat(this.engine.slots("task-plan")).containsExactly(LEAD, HELPER);
	}

	@Test
	void oneDepartmentThatNeedsAHigherLevelEscalatesAll() {
		toHandling();
		this.engine.decide("task-plan", HELPER, "NEEDS_HIGHER");
		assertThat(this.engine.open()).containsExactly("task-l3-chair");
		assertThat(this.engine.ran()).endsWith("step-record-plan", "decide-escalation");
	}

	@Test
	void yellowUrgesAndRedBringsASupervisionNoticeWhileTheHandlingGoesOn() {
		toHandling();
		this.engine.deliver("SlaWarning", Map.of("slaStage", "YELLOW"));
		assertThat(this.engine.ran()).endsWith("step-urge");
		this.engine.deliver("SlaWarning", Map.of("slaStage", "RED"));
		assertThat(this.engine.open()).containsExactly("task-plan", "task-supervision-notice");
		this.engine.decide("task-supervision-notice", "COMPLETE");
		assertThat(this.engine.ran()).endsWith("step-issue-notice");
		assertThat(this.engine.slots("task-plan")).hasSize(2);
	}

	@Test
	void aBreachTakesTheHandlingAway() {
		toHandling();
		this.engine.deliver("SlaBreached");
		assertThat(this.engine.open()).containsExactly("task-l3-chair");
	}

	@Test
	void anExtensionIsDecidedWhileTheHandlingGoesOn() {
		toHandling();
		this.engine.deliver("ExtensionRequested");
		assertThat(this.engine.slots("task-extension")).containsExactly("supervision");
		this.engine.decide("task-extension", "GRANT");
		assertThat(this.engine.ran()).endsWith("step-extension");
		assertThat(this.engine.open()).containsExactly("task-plan");
	}

	@Test
	void longMattersOweAWordEveryWeek() {
		toHandling();
		dueIn("timer-phased-reply", 7);
		this.engine.fire("timer-phased-reply");
		assertThat(this.engine.ran()).endsWith("step-phased-reply");
		assertThat(this.engine.slots("task-plan")).hasSize(2);
	}

	@Test
	void whatIsStillOpenBesideItEndsWithTheCase() {
		toHandling();
		this.engine.deliver("ExtensionRequested");
		handle();
		this.engine.decide("task-result-review", "PASS");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		ended("end-resolved", "completed");
	}

	@Test
	void aReturnedResultIsHandledAnew() {
		toReview();
		this.engine.decide("task-result-review", "REWORK");
		assertThat(this.engine.ran()).endsWith("step-rework");
		assertThat(this.engine.slots("task-plan")).containsExactly(LEAD, HELPER);
	}

	@Test
	void aResultCanBeEscalated() {
		toReview();
		this.engine.decide("task-result-review", "ESCALATE");
		assertThat(this.engine.open()).containsExactly("task-l3-chair");
	}

	@Test
	void whatTheBranchDidNotSolveIsDispatchedForTheFirstTime() {
		thePairedBranchSolvesIt();
		rework("DISPATCH");
		confirmed("NOT_RESOLVED");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void theSecondTimeItGoesUpAndTheThirdTimeToThePanel() {
		toConfirm();
		confirmed("NOT_RESOLVED");
		rework("UP");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-l3-chair");
		toConfirm();
		escalates("PANEL");
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		assertThat(this.engine.slots("task-dispute-panel")).containsExactly("discipline", "party-head", "supervision");
		this.engine.decide("task-dispute-panel", "discipline", "REWORK");
		this.engine.decide("task-dispute-panel", "supervision", "REWORK");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void withoutAMajorityThePanelParksByTheLeadersHand() {
		toPanel();
		this.engine.decide("task-dispute-panel", "discipline", "REWORK");
		this.engine.decide("task-dispute-panel", "supervision", "CLOSE_EXPLAINED");
		this.engine.decide("task-dispute-panel", "party-head", "PARK");
		assertThat(this.engine.open()).containsExactly("task-leader-charge");
	}

	@Test
	void thePanelClosesAsExplained() {
		toPanel();
		this.engine.step("closeProblem", (call) -> call.set("resultClass", "EXPLAINED"));
		this.engine.decide("task-dispute-panel", "discipline", "CLOSE_EXPLAINED");
		this.engine.decide("task-dispute-panel", "supervision", "CLOSE_EXPLAINED");
		ended("end-explained", "completed");
	}

	@Test
	void silenceOfTheEnterpriseOwesAVisit() {
		toConfirm();
		sampled(true);
		dueIn("timer-confirm-silent", 5);
		this.engine.fire("timer-confirm-silent");
		assertThat(this.engine.ran()).endsWith("step-no-answer", "decide-visit-sample");
		assertThat(this.engine.open()).containsExactly("task-return-visit");
		this.engine.decide("task-return-visit", "UNREACHABLE");
		ended("end-resolved", "completed");
	}

	@Test
	void aVisitThatFindsItUnsolvedIsRework() {
		toConfirm();
		sampled(true);
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		this.engine.decide("task-return-visit", "NOT_CONFIRMED");
		assertThat(this.engine.ran()).endsWith("step-rework");
		assertThat(this.engine.open()).containsExactly("task-plan");
	}

	@Test
	void urgentOnesAreLookedBackOn() {
		track("DEPARTMENT", "S2");
		toConfirm();
		sampled(true);
		this.engine.decide("task-enterprise-confirm", "COMPLETE");
		this.engine.decide("task-return-visit", "CONFIRMED");
		assertThat(this.engine.slots("task-review")).containsExactly("party-officer");
		this.engine.decide("task-review", "COMPLETE");
		assertThat(this.engine.ran()).endsWith("step-keep-knowledge");
		ended("end-resolved", "completed");
	}

	@Test
	void theJointMeetingOrders() {
		toChair();
		this.engine.decide("task-l3-chair", "CALL_MEETING");
		assertThat(this.engine.ran()).endsWith("step-add-to-agenda");
		this.engine.deliver("JointMeetingDecided", Map.of("meetingDecision", "ORDER"));
		assertThat(this.engine.ran()).endsWith("step-apply-order");
		assertThat(this.engine.open()).containsExactly("task-plan");
	}

	@Test
	void theJointMeetingHandsItToTheLeader() {
		toChair();
		this.engine.decide("task-l3-chair", "CALL_MEETING");
		this.engine.deliver("JointMeetingDecided", Map.of("meetingDecision", "TO_L4"));
		assertThat(this.engine.slots("task-leader-charge")).containsExactly("wc-deputy");
	}

	@Test
	void withoutAMeetingInTenWorkingDaysTheLeaderTakesCharge() {
		toChair();
		this.engine.decide("task-l3-chair", "CALL_MEETING");
		dueIn("timer-meeting-overdue", 10);
		this.engine.fire("timer-meeting-overdue");
		assertThat(this.engine.open()).containsExactly("task-leader-charge");
		assertThat(this.engine.awaits("JointMeetingDecided")).isFalse();
	}

	@Test
	void theChairOrdersAtOnce() {
		toChair();
		this.engine.decide("task-l3-chair", "DECIDE_NOW");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void theChairHandsItToTheLeaderWhoOrders() {
		toChair();
		this.engine.decide("task-l3-chair", "TO_L4");
		this.engine.decide("task-leader-charge", "ORDER");
		assertThat(this.engine.ran()).endsWith("step-take-charge", "step-apply-order");
		assertThat(this.engine.open()).containsExactly("task-plan");
	}

	@Test
	void theLeaderHasItExplained() {
		toLeader();
		this.engine.decide("task-leader-charge", "EXPLAIN");
		assertThat(this.engine.open()).containsExactly("task-enterprise-confirm");
	}

	@Test
	void theCityIsAskedUntilItReplies() {
		toLeader();
		this.engine.decide("task-leader-charge", "REFER_CITY");
		assertThat(this.engine.ran()).endsWith("step-refer");
		this.engine.decide("task-city-referral", "FOLLOWED_UP");
		assertThat(this.engine.open()).containsExactly("task-city-referral");
		this.engine.decide("task-city-referral", "REPLY_RECEIVED");
		assertThat(this.engine.ran()).endsWith("step-city-reply");
		assertThat(this.engine.open()).containsExactly("task-result-review");
	}

	@Test
	void whatIsBeyondTheZoneGoesStraightToTheCity() {
		toHandling();
		escalates("L5");
		this.engine.deliver("SlaBreached");
		assertThat(this.engine.open()).containsExactly("task-city-referral");
	}

	@Test
	void whatIsParkedIsReviewedEachQuarterAndTakenUpAgain() {
		toParked();
		assertThat(this.engine.open()).isEmpty();
		dueIn("timer-parked", 90);
		this.engine.fire("timer-parked");
		this.engine.decide("task-parked-review", "KEEP");
		assertThat(this.engine.open()).containsExactly("task-sign-parking");
		this.engine.decide("task-sign-parking", "SIGN");
		this.engine.fire("timer-parked");
		this.engine.decide("task-parked-review", "REACTIVATE");
		assertThat(this.engine.ran()).endsWith("step-park", "step-reactivate");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void whatTheLeaderDoesNotSignIsTakenUpAgain() {
		toParked();
		this.engine.fire("timer-parked");
		this.engine.decide("task-parked-review", "KEEP");
		this.engine.decide("task-sign-parking", "REFUSE");
		assertThat(this.engine.ran()).endsWith("step-reactivate");
		assertThat(this.engine.open()).containsExactly("task-dispatch");
	}

	@Test
	void whatIsParkedMayBeClosedAsExplained() {
		toParked();
		this.engine.fire("timer-parked");
		this.engine.decide("task-parked-review", "CLOSE_EXPLAINED");
		ended("end-resolved", "completed");
	}

	@Test
	void theReporterWithdrawsWhileItIsHandled() {
		toHandling();
		this.engine.deliver("ProblemWithdrawn");
		ended("end-withdrawn", "withdrawn");
		assertThat(this.engine.ran()).endsWith("step-note-withdrawal");
	}

	@Test
	void aChangedSeverityMovesTheClocksAndNothingElse() {
		toHandling();
		this.engine.deliver("SeverityChanged");
		assertThat(this.engine.ran()).endsWith("step-recompute");
		assertThat(this.engine.slots("task-plan")).hasSize(2);
	}

	private void track(String track, String severity) {
		this.engine.step("assessProblem", (call) -> {
			call.set("track", track);
			call.set("severity", severity);
			call.set("deskRole", "service-desk");
			call.set("triageDue", "P1WD");
			call.set("branchOwner", "gov-secretary@pairedOrg");
			call.set("pairedOrg", "F04");
			call.set("reporterSlot", "initiator");
		});
	}

	private void confirmed(String confirmation) {
		this.engine.step("judgeConfirmation", (call) -> call.set("confirmation", confirmation));
	}

	private void sampled(boolean visit) {
		this.engine.step("sampleReturnVisit", (call) -> call.set("visitNeeded", visit));
	}

	private void rework(String to) {
		this.engine.step("countProblemRework", (call) -> call.set("reworkTo", to));
	}

	private void escalates(String to) {
		this.engine.step("chooseEscalation", (call) -> call.set("escalateTo", to));
	}

	private static Map<String, Object> facts() {
		return Map.of("initiator", "ent.liaison", "initiatorOrg", "F01", "reporterOrg", "F01");
	}

	private void register() {
		this.engine.start("problem-escalation", facts());
	}

	private void toSignOff() {
		register();
		this.engine.decide("task-triage", "ACCEPT");
		this.engine.decide("task-dispatch", "COMPLETE");
	}

	private void toHandling() {
		toSignOff();
		this.engine.decide("task-sign-off", "SIGN");
	}

	private void handle() {
		for (String slot : new String[] { LEAD, HELPER }) {
			this.engine.decide("task-plan", slot, "PLANNED");
			this.engine.decide("task-result", slot, "COMPLETE");
		}
	}

	private void toReview() {
		toHandling();
		handle();
	}

	private void toConfirm() {
		toReview();
		this.engine.decide("task-result-review", "PASS");
	}

	private void toChair() {
		toReview();
		escalates("L3");
		this.engine.decide("task-result-review", "ESCALATE");
	}

	private void toPanel() {
		toReview();
		escalates("PANEL");
		this.engine.decide("task-result-review", "ESCALATE");
	}

	private void toLeader() {
		toReview();
		escalates("L4");
		this.engine.decide("task-result-review", "ESCALATE");
	}

	private void toParked() {
		toLeader();
		this.engine.decide("task-leader-charge", "PARK");
	}

}
