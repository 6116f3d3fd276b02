package org.gongjian.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;

import org.gongjian.engine.Call;
import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every path of {@code activity-proposal} and of the {@code publicity-review} it
 * calls: flows, timers, messages, escalations, compensation.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ActivityProposalTests extends ProcessWalk {

	private static final String[] STEPS = { "assessActivity", "weighChange", "fileActivity", "publishActivity",
			"cancelBookings", "announceCancellation", "weighReadiness", "postponeActivity", "confirmRecord",
			"closeWithoutEvidence", "archiveActivity", "raiseProblems", "reportIncident", "chooseFinalReviewer",
			"recordPublication", "recordNotPublished", "copy" };

	ActivityProposalTests(TestDatabase database) {
		super(database, "activity-proposal", STEPS);
	}

	@BeforeEach
	void anOrdinaryActivity() {
		assessed("LOW", "BRANCH");
		this.engine.step("publishActivity", (call) -> {
			Instant start = Instant.now().plus(Duration.ofDays(10));
			call.set("withdrawable", false);
			call.set("readinessAt", Date.from(start.minus(Duration.ofDays(1))));
			call.set("startsAt", Date.from(start));
			call.set("endsAt", Date.from(start.plus(Duration.ofHours(2))));
		});
		this.engine.step("weighReadiness", (call) -> call.set("ready", true));
		this.engine.step("weighChange", (call) -> call.set("changeWeight", "MINOR"));
		this.engine.step("chooseFinalReviewer", (call) -> call.set("finalReviewerRole", "party-head"));
		this.engine.step("recordPublication", (call) -> call.set("publicityOutcome", "PUBLISHED"));
		this.engine.step("recordNotPublished", (call) -> call.set("publicityOutcome", "NOT_PUBLISHED"));
		left(false, false, false, false);
	}

	private void assessed(String risk, String level, String... reviews) {
		this.engine.step("assessActivity", (call) -> {
			call.set("riskLevel", risk);
			call.set("approvalLevel", level);
			call.set("coHostOrgs", "E03");
			call.set("verifierOrg", "E03");
			call.set("lapseAt", Date.from(Instant.now().plus(Duration.ofDays(9))));
			for (String review : new String[] { "Safety", "Finance", "Integrity" }) {
				call.set("review" + review, Set.of(reviews).contains(review));
				call.set(review.toLowerCase() + "Outcome", "NONE");
			}
		});
	}

	private void left(boolean costs, boolean over, boolean publicity, boolean problems) {
		this.engine.step("confirmRecord", (call) -> left(call, costs, over, publicity, problems));
	}

	private static void left(Call call, boolean costs, boolean over, boolean publicity, boolean problems) {
		call.set("costsIncurred", costs);
		call.set("costsOver", over);
		call.set("publicityWanted", publicity);
		call.set("problemsFound", problems);
	}

	@Test
	void aPlannedStudyIsOnlyFiled() {
		start();
		assertThat(this.engine.slots("task-co-host-confirm")).containsExactly("liaison@E03");
		this.engine.decide("task-co-host-confirm", "CONFIRM");
		assertThat(this.engine.slots("task-host-secretary")).containsExactly("secretary@G02");
		this.engine.decide("task-host-secretary", "APPROVE");
		assertThat(this.engine.ran()).containsExactly("decide-risk", "step-file", "step-publish");
		held();
		recorded();
		ended("end-archived", "completed");
		assertThat(this.engine.ran()).endsWith("step-confirm-record", "step-archive");
	}

	@Test
	void aProhibitedActivityGoesBackAndMayBeGivenUp() {
		assessed("PROHIBITED", "NONE");
		start();
		assertThat(this.engine.slots("task-revise")).containsExactly("user:gov.liaison");
		this.engine.decide("task-revise", "RESUBMIT");
		assertThat(this.engine.open()).containsExactly("task-revise");
		this.engine.decide("task-revise", "GIVE_UP");
		ended("WITHDRAWN", "withdrawn");
	}

	@Test
	void anActivityNotRevisedBeforeItsDayLapses() {
		assessed("PROHIBITED", "NONE");
		start();
		dueIn("timer-revise-lapse", 9);
		this.engine.fire("timer-revise-lapse");
		ended("LAPSED", "terminated");
	}

	@Test
	void oneCoHostThatDeclinesSendsItBack() {
		this.engine.step("assessActivity", (call) -> {
			call.set("riskLevel", "LOW");
			call.set("coHostOrgs", "E03,E07");
			call.set("lapseAt", Date.from(Instant.now().plus(Duration.ofDays(9))));
		});
		start();
		assertThat(this.engine.slots("task-co-host-confirm")).containsExactly("liaison@E03", "liaison@E07");
		this.engine.decide("task-co-host-confirm", "liaison@E07", "DECLINE");
		assertThat(this.engine.open()).containsExactly("task-revise");
	}

	@Test
	void aSilentCoHostLeavesItToTheHost() {
		start();
		dueIn("timer-co-host-silent", 3);
		this.engine.fire("timer-co-host-silent");
		assertThat(this.engine.slots("task-host-decides")).containsExactly("secretary@G02");
		this.engine.decide("task-host-decides", "GO_ALONE");
		assertThat(this.engine.open()).containsExactly("task-host-secretary");
	}

	@Test
	void theHostMayLetItBe() {
		start();
		this.engine.fire("timer-co-host-silent");
		this.engine.decide("task-host-decides", "CANCEL");
		ended("CANCELLED", "withdrawn");
	}

	@Test
	void theHostSecretaryMayReject() {
		start();
		this.engine.decide("task-co-host-confirm", "CONFIRM");
		this.engine.decide("task-host-secretary", "REJECT");
		ended("REJECTED", "rejected");
	}

	@Test
	void onlyTheReviewsAskedForOpenAndOneBlockEnds() {
		toReviews();
		assertThat(this.engine.open()).containsExactly("task-finance-review", "task-integrity-review",
				"task-safety-review");
		this.engine.decide("task-safety-review", "PASS");
		this.engine.decide("task-finance-review", "CONDITIONS");
		assertThat(this.engine.open()).containsExactly("task-integrity-review");
		this.engine.decide("task-integrity-review", "BLOCK");
		ended("REJECTED", "rejected");
	}

	@Test
	void aReturnOfOneReviewLeadsToTheProposer() {
		toReviews();
		this.engine.returnTo("task-revise");
		assertThat(this.engine.open()).containsExactly("task-revise");
		this.engine.decide("task-revise", "RESUBMIT");
		assertThat(this.engine.open()).containsExactly("task-co-host-confirm");
	}

	@Test
	void theDepartmentMayReject() {
		toOfficer("MED", "DEPT", "Safety");
		this.engine.decide("task-party-officer", "REJECT");
		ended("end-rejected", "rejected");
	}

	@Test
	void theLeaderApprovesWhatIsRisky() {
		toLeader();
		this.engine.decide("task-leader", "APPROVE");
		assertThat(this.engine.ran()).endsWith("step-publish");
	}

	@Test
	void theLeaderMayReject() {
		toLeader();
		this.engine.decide("task-leader", "REJECT");
		ended("REJECTED", "rejected");
	}

	@Test
	void aWalkIsCheckedTheDayBeforeAndHeld() {
		toPublished();
		dueIn("timer-readiness", 9);
		this.engine.fire("timer-readiness");
		assertThat(this.engine.slots("task-readiness")).containsExactly("liaison@G02");
		this.engine.decide("task-readiness", "COMPLETE");
		this.engine.fire("timer-activity-end");
		assertThat(this.engine.open()).containsExactly("task-record");
	}

	@Test
	void whatIsMissingGoesToTheSecretaryWhoLetsItGoOn() {
		toGoDecision();
		this.engine.decide("task-go-decision", "GO_WITH_MEASURES");
		this.engine.fire("timer-activity-end");
		assertThat(this.engine.open()).containsExactly("task-record");
	}

	@Test
	void aCheckNotDoneAtTheStartGoesToTheSecretary() {
		toPublished();
		this.engine.fire("timer-readiness");
		dueIn("timer-start-reached", 10);
		this.engine.fire("timer-start-reached");
		assertThat(this.engine.slots("task-go-decision")).containsExactly("secretary@G02");
	}

	@Test
	void aPostponementGivesTheBookingsBackAndIsApprovedAnew() {
		toGoDecision();
		this.engine.decide("task-go-decision", "POSTPONE");
		assertThat(this.engine.ran()).endsWith("step-postpone", "step-cancel-bookings", "decide-risk");
		assertThat(this.engine.open()).containsExactly("task-co-host-confirm");
	}

	@Test
	void calledOffAtTheLastMomentTheBookingsAreGivenBack() {
		toGoDecision();
		this.engine.decide("task-go-decision", "CANCEL");
		assertThat(this.engine.ran()).endsWith("step-cancel-bookings", "step-tell-cancelled");
		ended("end-cancelled", "terminated");
	}

	@Test
	void badWeatherCancelsAndGivesTheBookingsBack() {
		toPublished();
		this.engine.deliver("ActivityCancelled");
		assertThat(this.engine.ran()).endsWith("step-cancel-bookings", "step-tell-cancelled");
		ended("end-cancelled", "terminated");
	}

	@Test
	void aMinorChangeBooksAnew() {
		toPublished();
		this.engine.deliver("ActivityChanged");
		assertThat(this.engine.ran()).endsWith("decide-change-weight", "step-cancel-bookings", "step-publish");
		assertThat(this.engine.awaits("ActivityChanged")).isTrue();
	}

	@Test
	void aMajorChangeIsApprovedAnewAndEachPublishingIsUndoneOnce() {
		toPublished();
		this.engine.deliver("ActivityChanged");
		this.engine.step("weighChange", (call) -> call.set("changeWeight", "MAJOR"));
		this.engine.deliver("ActivityChanged");
		assertThat(this.engine.open()).containsExactly("task-co-host-confirm");
		assertThat(this.engine.ran().stream().filter("step-cancel-bookings"::equals)).hasSize(2);
		this.engine.deliver("ActivityWithdrawn");
		ended("end-withdrawn", "withdrawn");
		assertThat(this.engine.ran().stream().filter("step-cancel-bookings"::equals)).hasSize(2);
	}

	@Test
	void theProposerMayWithdraw() {
		start();
		this.engine.deliver("ActivityWithdrawn");
		ended("end-withdrawn", "withdrawn");
	}

	@Test
	void theEndOfThePairingCancels() {
		toPublished();
		this.engine.deliver("PairingEnded");
		assertThat(this.engine.ran()).endsWith("step-cancel-bookings", "step-tell-pairing-ended");
		ended("CANCELLED", "terminated");
	}

	@Test
	void aDissolvedOrganisationCancelsAndNothingIsUndoneThatWasNotDone() {
		start();
		this.engine.deliver("OrganisationDissolved");
		assertThat(this.engine.ran()).containsExactly("decide-risk", "step-tell-dissolved");
		ended("CANCELLED", "terminated");
	}

	@Test
	void anIncidentIsReportedAndTheActivityGoesOn() {
		toPublished();
		this.engine.deliver("IncidentReported");
		assertThat(this.engine.slots("task-incident")).containsExactly("secretary@G02");
		this.engine.decide("task-incident", "COMPLETE");
		assertThat(this.engine.ran()).endsWith("step-report-incident");
		this.engine.fire("timer-readiness");
		assertThat(this.engine.open()).containsExactly("task-readiness");
		assertThat(this.engine.awaits("IncidentReported")).isTrue();
	}

	@Test
	void aLateRecordIsToldAndWithoutOneItDoesNotCount() {
		toHeld();
		dueIn("timer-record-late", 8);
		this.engine.fire("timer-record-late");
		assertThat(this.engine.ran()).endsWith("step-copy-officer");
		dueIn("timer-not-evidenced", 15);
		this.engine.fire("timer-not-evidenced");
		assertThat(this.engine.ran()).endsWith("step-not-evidenced");
		ended("NOT_EVIDENCED", "terminated");
	}

	@Test
	void aDisputeIsMediated() {
		toHeld();
		this.engine.decide("task-record", "COMPLETE");
		this.engine.decide("task-co-host-verify", "DISPUTE");
		assertThat(this.engine.slots("task-mediate")).containsExactly("party-officer");
		this.engine.decide("task-mediate", "COMPLETE");
		ended("end-archived", "completed");
	}

	@Test
	void aSilentCoHostAcceptsTheRecord() {
		toHeld();
		this.engine.decide("task-record", "COMPLETE");
		dueIn("timer-verify-silent", 5);
		this.engine.fire("timer-verify-silent");
		ended("end-archived", "completed");
	}

	@Test
	void costsWithinTheBudgetAreSettled() {
		left(true, false, false, false);
		toHeld();
		recorded();
		assertThat(this.engine.open()).containsExactly("task-settle");
		this.engine.decide("task-settle", "SETTLED");
		ended("end-archived", "completed");
	}

	@Test
	void costsAboveTheBudgetAreExplainedFirstAndMayBeReturned() {
		left(true, true, false, true);
		toHeld();
		recorded();
		assertThat(this.engine.ran()).endsWith("step-raise-problems");
		this.engine.decide("task-explain-costs", "COMPLETE");
		this.engine.returnTo("task-explain-costs");
		assertThat(this.engine.open()).containsExactly("task-explain-costs");
		this.engine.decide("task-explain-costs", "COMPLETE");
		this.engine.decide("task-settle", "SETTLED");
		ended("end-archived", "completed");
	}

	@Test
	void aRiskyActivityIsArchivedByTheArchivist() {
		toLeader();
		this.engine.decide("task-leader", "APPROVE");
		held();
		recorded();
		this.engine.decide("task-archive", "COMPLETE");
		ended("end-archived", "completed");
	}

	@Test
	void newsPassThreeReviewsWhileCostsAreSettled() {
		left(true, false, true, false);
		toHeld();
		recorded();
		assertThat(this.engine.open()).containsExactly("task-draft", "task-settle");
		assertThat(this.engine.slots("task-draft")).containsExactly("liaison@G02");
		this.engine.decide("task-settle", "SETTLED");
		assertThat(this.engine.over()).isFalse();
		toPublish();
		this.engine.decide("task-publish", "COMPLETE");
		assertThat(this.engine.ran()).contains("step-record-publication");
		ended("end-archived", "completed");
	}

	@Test
	void aReturnOfAReviewLeadsToTheDraftAndLeavesTheRestAlone() {
		left(true, false, true, false);
		toHeld();
		recorded();
		this.engine.decide("task-draft", "SUBMIT");
		this.engine.decide("task-first-review", "APPROVE");
		this.engine.returnTo("task-draft");
		assertThat(this.engine.open()).containsExactly("task-draft", "task-settle");
	}

	@Test
	void noReviewerNeedsToAgree() {
		for (String refuses : new String[] { "task-draft", "task-first-review", "task-second-review",
				"task-final-review" }) {
			left(false, false, true, false);
			toHeld();
			recorded();
			refuse(refuses);
			assertThat(this.engine.ran()).endsWith("step-not-published", "step-archive");
			ended("end-archived", "completed");
		}
	}

	private void refuse(String refuses) {
		for (String step : new String[] { "task-draft", "task-first-review", "task-second-review",
				"task-final-review" }) {
			boolean draft = step.equals("task-draft");
			if (step.equals(refuses)) {
				this.engine.decide(step, draft ? "DROP" : "REJECT");
				return;
			}
			this.engine.decide(step, draft ? "SUBMIT" : "APPROVE");
		}
	}

	@Test
	void newsOlderThanTenDaysAreNotPublished() {
		left(false, false, true, false);
		toHeld();
		recorded();
		dueIn("timer-too-late", 10);
		this.engine.fire("timer-too-late");
		assertThat(this.engine.ran()).contains("step-too-late");
		ended("end-archived", "completed");
	}

	private void start() {
		this.engine.start("activity-proposal",
				Map.of("initiator", "gov.liaison", "initiatorOrg", "G02", "hostOrg", "G02"));
	}

	private void toReviews() {
		assessed("HIGH", "LEADER", "Safety", "Finance", "Integrity");
		start();
		this.engine.decide("task-co-host-confirm", "CONFIRM");
		this.engine.decide("task-host-secretary", "APPROVE");
	}

	private void toOfficer(String risk, String level, String... reviews) {
		assessed(risk, level, reviews);
		start();
		this.engine.decide("task-co-host-confirm", "CONFIRM");
		this.engine.decide("task-host-secretary", "APPROVE");
		for (String review : reviews) {
			this.engine.decide("task-" + review.toLowerCase() + "-review", "PASS");
		}
	}

	private void toLeader() {
		toOfficer("HIGH", "LEADER", "Safety", "Integrity");
		this.engine.decide("task-party-officer", "APPROVE");
	}

	private void toPublished() {
		toOfficer("MED", "DEPT", "Safety");
		this.engine.decide("task-party-officer", "APPROVE");
	}

	private void toGoDecision() {
		this.engine.step("weighReadiness", (call) -> call.set("ready", false));
		toPublished();
		this.engine.fire("timer-readiness");
		this.engine.decide("task-readiness", "COMPLETE");
	}

	private void toHeld() {
		start();
		this.engine.decide("task-co-host-confirm", "CONFIRM");
		this.engine.decide("task-host-secretary", "APPROVE");
		held();
	}

	private void held() {
		this.engine.fire("timer-readiness");
		if (this.engine.open().contains("task-readiness")) {
			this.engine.decide("task-readiness", "COMPLETE");
		}
		this.engine.fire("timer-activity-end");
	}

	private void recorded() {
		this.engine.decide("task-record", "COMPLETE");
		this.engine.decide("task-co-host-verify", "CONFIRM");
	}

	private void toPublish() {
		this.engine.decide("task-draft", "SUBMIT");
		assertThat(this.engine.slots("task-first-review")).containsExactly("secretary@G02");
		this.engine.decide("task-first-review", "APPROVE");
		assertThat(this.engine.slots("task-second-review")).containsExactly("publicity");
		this.engine.decide("task-second-review", "APPROVE");
		assertThat(this.engine.slots("task-final-review")).containsExactly("party-head");
		this.engine.decide("task-final-review", "APPROVE");
	}

}
