package org.gongjian.pairing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.gongjian.engine.StepFailed;
import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every path of {@code pairing-approval}: flows, timers, messages, compensation.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PairingApprovalTests extends ProcessWalk {

	private static final String[] STEPS = { "assessEligibility", "chooseRoute", "reserveListItems", "releaseListItems",
			"registerPairing", "voidNumbers", "changePartner", "planActivation", "activatePairing",
			"collectOpenMatters", "endPairing", "remind" };

	PairingApprovalTests(TestDatabase database) {
		super(database, "pairing-approval", STEPS);
	}

	@BeforeEach
	void anOrdinaryProposal() {
		this.engine.step("assessEligibility", (call) -> {
			call.set("eligibility", "ELIGIBLE");
			call.set("counterpartOrgs", "E03");
			call.set("way", "FULL");
		});
		this.engine.step("chooseRoute", (call) -> {
			call.set("needIntegrity", true);
			call.set("approvalLevel", "LEADER");
			call.set("approverRole", "wc-deputy");
			call.set("integrityOutcome", "NONE");
			call.set("reviewOutcome", "NONE");
		});
		this.engine.step("registerPairing", (call) -> {
		});
		this.engine.step("planActivation", (call) -> {
			call.set("activateAt", "SIGNING");
			call.set("ceremonyHeld", false);
		});
	}

	@Test
	void fromTheProposalIntoForce() {
		toSigning();
		assertThat(this.engine.slots("task-sign")).containsExactly("ent-secretary@E03", "gov-secretary@G02");
		sign();
		assertThat(this.engine.open()).containsExactly("task-archive");
		this.engine.decide("task-archive", "COMPLETE");
		ended("end-in-force", "completed");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility", "step-reserve-list-items", "decide-route",
				"step-register", "step-plan-activation", "step-activate");
	}

	@Test
	void anIneligibleProposalGoesBackAndIsCheckedAgain() {
		this.engine.step("assessEligibility", (call) -> {
			call.set("eligibility", "INELIGIBLE");
			call.set("counterpartOrgs", "E03");
			call.set("way", "FULL");
		});
		start();
		assertThat(this.engine.slots("task-correct")).containsExactly("user:gov.liaison");
		anOrdinaryProposal();
		this.engine.decide("task-correct", "RESUBMIT");
		assertThat(this.engine.open()).containsExactly("task-counterpart-confirm");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility", "decide-eligibility");
	}

	@Test
	void aWaiverGoesOnAndIsApprovedByTheSecretary() {
		this.engine.step("assessEligibility", (call) -> {
			call.set("eligibility", "WAIVER");
			call.set("counterpartOrgs", "E03");
			call.set("way", "FULL");
		});
		this.engine.step("chooseRoute", (call) -> {
			call.set("needIntegrity", true);
			call.set("approvalLevel", "COMMITTEE");
			call.set("approverRole", "wc-secretary");
			call.set("integrityOutcome", "NONE");
		});
		toApproval();
		assertThat(this.engine.slots("task-approve")).containsExactly("wc-secretary");
	}

	@Test
	void theProposerGivesUp() {
		backToTheProposer();
		this.engine.decide("task-correct", "GIVE_UP");
		ended("WITHDRAWN", "withdrawn");
	}

	@Test
	void aProposalNotCorrectedInTenWorkingDaysLapses() {
		backToTheProposer();
		dueIn("timer-correct-lapse", 10);
		this.engine.fire("timer-correct-lapse");
		ended("LAPSED", "terminated");
	}

	@Test
	void theCounterpartIsRemindedAndStillAsked() {
		start();
		dueIn("timer-counterpart-reminder", 3);
		this.engine.fire("timer-counterpart-reminder");
		assertThat(this.engine.ran()).contains("step-remind-counterpart");
		assertThat(this.engine.open()).containsExactly("task-counterpart-confirm");
	}

	@Test
	void aSilentCounterpartLeadsToMediationAndASecondTry() {
		start();
		dueIn("timer-counterpart-silent", 10);
		this.engine.fire("timer-counterpart-silent");
		assertThat(this.engine.open()).containsExactly("task-mediate");
		this.engine.decide("task-mediate", "RETRY");
		assertThat(this.engine.open()).containsExactly("task-counterpart-confirm");
	}

	@Test
	void adviceToChangeGoesBackToTheProposer() {
		start();
		this.engine.decide("task-counterpart-confirm", "PROPOSE_CHANGES");
		assertThat(this.engine.open()).containsExactly("task-correct");
	}

	@Test
	void ofTwoCounterpartsTheWorseAnswerCountsAndADeclineEndsTheNode() {
		this.engine.step("assessEligibility", (call) -> {
			call.set("eligibility", "ELIGIBLE");
			call.set("counterpartOrgs", "G02,E03");
			call.set("way", "FULL");
		});
		start();
		assertThat(this.engine.slots("task-counterpart-confirm")).containsExactly("secretary@E03", "secretary@G02");
		this.engine.decide("task-counterpart-confirm", "secretary@G02", "PROPOSE_CHANGES");
		this.engine.decide("task-counterpart-confirm", "secretary@E03", "ACCEPT");
		assertThat(this.engine.open()).containsExactly("task-correct");
		this.engine.decide("task-correct", "RESUBMIT");
		this.engine.decide("task-counterpart-confirm", "secretary@G02", "DECLINE");
		assertThat(this.engine.open()).containsExactly("task-mediate");
	}

	@Test
	void anotherPartnerIsCheckedFromTheStart() {
		start();
		this.engine.decide("task-counterpart-confirm", "DECLINE");
		this.engine.decide("task-mediate", "REMATCH");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility", "step-change-partner",
				"decide-eligibility");
		assertThat(this.engine.open()).containsExactly("task-counterpart-confirm");
	}

	@Test
	void mediationMayEndIt() {
		start();
		this.engine.decide("task-counterpart-confirm", "DECLINE");
		this.engine.decide("task-mediate", "STOP");
		ended("end-declined", "rejected");
	}

	@Test
	void oneDisagreementEndsTheResolutionsAndLeadsToMediation() {
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		this.engine.decide("task-branch-resolution", "ent-secretary@E03", "DISAGREE");
		assertThat(this.engine.open()).containsExactly("task-mediate");
	}

	@Test
	void resolutionsWithConditionsAgree() {
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		this.engine.decide("task-branch-resolution", "ent-secretary@E03", "AGREE_WITH_CONDITIONS");
		assertThat(this.engine.open()).containsExactly("task-branch-resolution");
		this.engine.decide("task-branch-resolution", "gov-secretary@G02", "AGREE");
		assertThat(this.engine.open()).containsExactly("task-draft-agreement");
	}

	@Test
	void withoutNeedThereIsNoIntegrityCheck() {
		this.engine.step("chooseRoute", (call) -> {
			call.set("needIntegrity", false);
			call.set("approvalLevel", "LEADER");
			call.set("approverRole", "wc-deputy");
			call.set("integrityOutcome", "NONE");
		});
		toReviews();
		assertThat(this.engine.open()).containsExactly("task-officer-review");
		this.engine.decide("task-officer-review", "APPROVE");
		assertThat(this.engine.open()).containsExactly("task-head-review");
	}

	@Test
	void theOfficerWaitsForTheIntegrityCheck() {
		toReviews();
		this.engine.decide("task-officer-review", "APPROVE");
		assertThat(this.engine.open()).containsExactly("task-integrity-check");
		this.engine.decide("task-integrity-check", "PASS_WITH_CONDITIONS");
		assertThat(this.engine.open()).containsExactly("task-head-review");
	}

	@Test
	void aBlockRejectsAndReleasesTheReservation() {
		toReviews();
		this.engine.decide("task-officer-review", "APPROVE");
		this.engine.decide("task-integrity-check", "BLOCK");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).endsWith("decide-route", "step-release-list-items");
	}

	@Test
	void theOfficerRejects() {
		toReviews();
		this.engine.decide("task-integrity-check", "PASS");
		this.engine.decide("task-officer-review", "REJECT");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).endsWith("step-release-list-items");
	}

	@Test
	void theDepartmentHeadRejects() {
		toHeadReview();
		this.engine.decide("task-head-review", "REJECT");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).endsWith("step-release-list-items");
	}

	@Test
	void theLeaderRejects() {
		toApproval();
		this.engine.decide("task-approve", "REJECT");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).endsWith("step-release-list-items").doesNotContain("step-register");
	}

	@Test
	void aReturnAcrossTheSplitOpensTheDraftAndBothReviewsAgain() {
		toReviews();
		this.engine.decide("task-integrity-check", "PASS");
		this.engine.returnTo("task-draft-agreement");
		assertThat(this.engine.open()).containsExactly("task-draft-agreement");
		this.engine.decide("task-draft-agreement", "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-integrity-check", "task-officer-review");
		this.engine.decide("task-officer-review", "APPROVE");
		assertThat(this.engine.open()).containsExactly("task-integrity-check");
		this.engine.decide("task-integrity-check", "PASS");
		assertThat(this.engine.open()).containsExactly("task-head-review");
	}

	@Test
	void whatWasReservedBeforeAReturnIsReleasedWhenTheProposerGivesUp() {
		toApproval();
		this.engine.returnTo("task-correct");
		this.engine.decide("task-correct", "GIVE_UP");
		ended("WITHDRAWN", "withdrawn");
		assertThat(this.engine.ran()).endsWith("decide-route", "step-release-list-items");
	}

	@Test
	void aFailedNumberingIsRepairedByTheProcessAdministrator() {
		this.engine.step("registerPairing", (call) -> {
			throw new StepFailed("NUMBERING_FAILED");
		});
		toApproval();
		this.engine.decide("task-approve", "APPROVE");
		assertThat(this.engine.slots("task-fix-numbering")).containsExactly("process-admin");
		this.engine.step("registerPairing", (call) -> {
		});
		this.engine.decide("task-fix-numbering", "RETRY");
		assertThat(this.engine.open()).containsExactly("task-sign");
	}

	@Test
	void withoutBothSignaturesInTwentyWorkingDaysEverythingIsUndone() {
		toSigning();
		this.engine.decide("task-sign", "gov-secretary@G02", "COMPLETE");
		dueIn("timer-sign-lapse", 20);
		this.engine.fire("timer-sign-lapse");
		ended("end-lapsed", "terminated");
		assertThat(this.engine.ran()).contains("step-void-numbers", "step-release-list-items");
	}

	@Test
	void theCeremonyBringsThePairingIntoForce() {
		atTheCeremony();
		toSigning();
		sign();
		assertThat(this.engine.open()).isEmpty();
		this.engine.deliver("CeremonyHeld");
		assertThat(this.engine.ran()).endsWith("step-activate");
		assertThat(this.engine.open()).containsExactly("task-archive");
	}

	@Test
	void withoutACeremonySixtyDaysBringThePairingIntoForce() {
		atTheCeremony();
		toSigning();
		sign();
		dueIn("timer-ceremony", 60);
		this.engine.fire("timer-ceremony");
		assertThat(this.engine.awaits("CeremonyHeld")).isFalse();
		assertThat(this.engine.open()).containsExactly("task-archive");
	}

	@Test
	void aCeremonyAlreadyHeldIsNotWaitedFor() {
		this.engine.step("planActivation", (call) -> {
			call.set("activateAt", "CEREMONY");
			call.set("ceremonyHeld", true);
		});
		toSigning();
		sign();
		assertThat(this.engine.open()).containsExactly("task-archive");
	}

	@Test
	void aWithdrawalDuringReviewReleasesTheReservation() {
		toReviews();
		this.engine.decide("task-integrity-check", "PASS");
		this.engine.deliver("PairingWithdrawn");
		ended("end-withdrawn", "withdrawn");
		assertThat(this.engine.ran()).endsWith("decide-route", "step-release-list-items");
	}

	@Test
	void aWithdrawalBeforeAnythingWasReservedUndoesNothing() {
		start();
		this.engine.deliver("PairingWithdrawn");
		ended("end-withdrawn", "withdrawn");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility");
	}

	@Test
	void aDissolvedOrganisationMakesItVoidAndUndoesEverything() {
		toSigning();
		this.engine.deliver("OrganisationDissolved");
		ended("end-void", "terminated");
		assertThat(this.engine.ran()).contains("step-void-numbers", "step-release-list-items");
	}

	@Test
	void aStepCompletedTwiceIsUndoneTwice() {
		toApproval();
		this.engine.returnTo("task-draft-agreement");
		this.engine.decide("task-draft-agreement", "COMPLETE");
		this.engine.deliver("PairingWithdrawn");
		assertThat(this.engine.ran().stream().filter("step-release-list-items"::equals)).hasSize(2);
	}

	@Test
	void aTerminationHearsTheOtherSideAndIsCheckedReviewedApprovedAndArchived() {
		going("END");
		start();
		this.engine.decide("task-counterpart-confirm", "OBJECT");
		assertThat(this.engine.slots("task-close-out-check")).containsExactly("party-officer");
		this.engine.decide("task-close-out-check", "COMPLETE");
		this.engine.decide("task-head-review", "APPROVE");
		this.engine.decide("task-approve", "APPROVE");
		this.engine.decide("task-archive", "COMPLETE");
		ended("end-terminated", "completed");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility", "decide-end-route",
				"step-collect-open-matters", "step-end");
	}

	@Test
	void toATerminationSilenceOfFiveWorkingDaysMeansHeard() {
		going("END");
		start();
		dueIn("timer-counterpart-silent", 5);
		this.engine.fire("timer-counterpart-silent");
		assertThat(this.engine.open()).containsExactly("task-close-out-check");
	}

	@Test
	void aTerminationThatIsNotApprovedLeavesThePairingAlone() {
		going("END");
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		this.engine.decide("task-close-out-check", "COMPLETE");
		this.engine.returnTo("task-close-out-check");
		this.engine.decide("task-close-out-check", "COMPLETE");
		this.engine.decide("task-head-review", "APPROVE");
		this.engine.decide("task-approve", "REJECT");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).doesNotContain("step-end");
	}

	@Test
	void aSmallAdjustmentIsReviewedByOfficerAndHeadOnly() {
		going("SHORT");
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		assertThat(this.engine.open()).containsExactly("task-officer-review");
		this.engine.decide("task-officer-review", "APPROVE");
		this.engine.decide("task-head-review", "APPROVE");
		this.engine.decide("task-archive", "COMPLETE");
		ended("end-adjusted", "completed");
		assertThat(this.engine.ran()).containsExactly("decide-eligibility", "step-reserve-list-items", "decide-route",
				"step-register", "step-activate");
	}

	@Test
	void aSmallAdjustmentThatIsRejectedGivesBackItsRows() {
		going("SHORT");
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		this.engine.decide("task-officer-review", "REJECT");
		ended("end-rejected", "rejected");
		assertThat(this.engine.ran()).endsWith("step-release-list-items");
	}

	@Test
	void aRenewalWaitsForTheEndOfTheOldTerm() {
		this.engine.step("planActivation", (call) -> {
			call.set("activateAt", "TERM");
			call.set("ceremonyHeld", false);
			call.set("termBeginsAt", OffsetDateTime.now(ZoneOffset.UTC).plusDays(20).toString());
		});
		toSigning();
		sign();
		assertThat(this.engine.open()).isEmpty();
		dueIn("timer-term-begins", 20);
		this.engine.fire("timer-term-begins");
		assertThat(this.engine.ran()).endsWith("step-activate");
		assertThat(this.engine.open()).containsExactly("task-archive");
	}

	/** The way of an adjustment or a termination, with the answers of the route. */
	private void going(String way) {
		this.engine.step("assessEligibility", (call) -> {
			call.set("eligibility", "ELIGIBLE");
			call.set("counterpartOrgs", "E03");
			call.set("way", way);
		});
		this.engine.step("chooseRoute", (call) -> {
			call.set("needIntegrity", false);
			call.set("approvalLevel", "END".equals(way) ? "LEADER" : "DEPT");
			call.set("approverRole", "wc-deputy");
			call.set("integrityOutcome", "NONE");
		});
	}

	private void start() {
		this.engine.start("pairing-approval", Map.of("initiator", "gov.liaison", "initiatorOrg", "G02", "governmentOrg",
				"G02", "enterpriseOrg", "E03", "requestType", "NEW"));
	}

	private void backToTheProposer() {
		start();
		this.engine.decide("task-counterpart-confirm", "PROPOSE_CHANGES");
	}

	private void toReviews() {
		start();
		this.engine.decide("task-counterpart-confirm", "ACCEPT");
		this.engine.decide("task-branch-resolution", "gov-secretary@G02", "AGREE");
		this.engine.decide("task-branch-resolution", "ent-secretary@E03", "AGREE");
		this.engine.decide("task-draft-agreement", "COMPLETE");
	}

	private void toHeadReview() {
		toReviews();
		this.engine.decide("task-integrity-check", "PASS");
		this.engine.decide("task-officer-review", "APPROVE");
	}

	private void toApproval() {
		toHeadReview();
		this.engine.decide("task-head-review", "APPROVE");
	}

	private void toSigning() {
		toApproval();
		this.engine.decide("task-approve", "APPROVE");
	}

	private void sign() {
		this.engine.decide("task-sign", "gov-secretary@G02", "COMPLETE");
		this.engine.decide("task-sign", "ent-secretary@E03", "COMPLETE");
	}

	private void atTheCeremony() {
		this.engine.step("planActivation", (call) -> {
			call.set("activateAt", "CEREMONY");
			call.set("ceremonyHeld", false);
		});
	}

}
