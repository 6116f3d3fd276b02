package org.gongjian.plaque;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way through the shipped diagram. */
class PlaqueAwardTests {

	private static final PlaqueAwardWalk walk = new PlaqueAwardWalk();

	@AfterEach
	void forget() {
		walk.clear();
	}

	@AfterAll
	static void everyFlowBoundaryAndHandlerWasWalked() {
		try {
			assertThat(walk.uncovered()).isEmpty();
		}
		finally {
			walk.close();
		}
	}

	@Test
	void withoutNoticeAndCeremonyTheBatchGoesStraightToItsLedger() {
		toHandover(walk.start());
		assertThat(walk.slots("task-handover")).containsExactly("secretary@F08", "secretary@G02");
		walk.decide("task-handover", "RECEIVED");
		assertThat(walk.slots("task-hang-confirm")).containsExactly("liaison@F08", "liaison@G02");
		walk.decide("task-hang-confirm", "COMPLETE").decide("task-archive", "COMPLETE");
		assertThat(walk.end()).isEqualTo("end-valid");
		assertThat(walk.ran()).containsExactly("step-dossier", "decide-eligibility", "step-take-batch",
				"step-apply-compliance", "step-apply-approval", "step-allocate-numbers", "step-store-plaques",
				"step-record-handover", "step-ledger");
	}

	@Test
	void theOfficerGivesTheBatchUp() {
		walk.start().decide("task-prepare-batch", "CANCEL");
		assertThat(walk.end()).isEqualTo("end-not-awarded");
		assertThat(walk.ran()).endsWith("step-not-award");
	}

	@Test
	void aBlockEndsTheWholeBatch() {
		walk.start().decide("task-prepare-batch", "SUBMIT").decide("task-compliance-check", "BLOCK");
		assertThat(walk.end()).isEqualTo("end-not-awarded");
	}

	@Test
	void nobodyIsLeftAfterTheComplianceCheck() {
		walk.start()
			.step("step-apply-compliance", "recipientCount", 0)
			.decide("task-prepare-batch", "SUBMIT")
			.decide("task-compliance-check", "PASS");
		assertThat(walk.end()).isEqualTo("end-not-awarded");
	}

	@Test
	void aRejectionAllocatesNoNumber() {
		toApproval(walk.start()).decide("task-approve", "REJECT");
		assertThat(walk.end()).isEqualTo("end-not-awarded");
		assertThat(walk.ran()).doesNotContain("step-allocate-numbers");
	}

	@Test
	void aLargeBatchIsApprovedByThePrincipalLeader() {
		toApproval(walk.start().step("step-take-batch", "approverRole", "wc-secretary"));
		assertThat(walk.slots("task-approve")).containsExactly("wc-secretary");
		walk.decide("task-approve", "APPROVE_PARTLY");
		assertThat(walk.open()).containsExactly("task-produce");
	}

	@Test
	void theNoticeEndsWhenItsTimeIsOverAndNobodyObjected() {
		toNotice(walk.start());
		assertThat(walk.open()).isEmpty();
		walk.due("timer-notice");
		assertThat(walk.open()).containsExactly("task-produce");
	}

	@Test
	void anUpheldObjectionDropsOneRecipientAndTheOthersGoOn() {
		toNotice(walk.start()).message("ObjectionRaised")
			.step("step-apply-objection", "recipientCount", 1, "recipientOrgs", "F08")
			.decide("task-objection", "UPHELD")
			.due("timer-notice");
		assertThat(walk.open()).containsExactly("task-produce");
		assertThat(walk.ran()).contains("step-apply-objection").doesNotContain("step-dismiss-objection");
	}

	@Test
	void theNoticeWaitsForEveryObjection() {
		toNotice(walk.start()).message("ObjectionRaised").message("ObjectionRaised").due("timer-notice");
		assertThat(walk.open()).containsExactly("task-objection", "task-objection");
		walk.decide("task-objection", "DISMISSED");
		assertThat(walk.open()).containsExactly("task-produce");
		assertThat(walk.ran()).contains("step-dismiss-objection").doesNotContain("step-apply-objection");
	}

	@Test
	void upheldObjectionsAgainstEverybodyEndTheAward() {
		toNotice(walk.start()).message("ObjectionRaised")
			.step("step-apply-objection", "recipientCount", 0)
			.decide("task-objection", "UPHELD")
			.due("timer-notice");
		assertThat(walk.end()).isEqualTo("end-objected");
		assertThat(walk.ran()).endsWith("step-none-left").doesNotContain("step-allocate-numbers");
	}

	@Test
	void plaquesWithAMistakeGoBackToTheWorkshopAndKeepTheirNumbers() {
		toProduction(walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "REWORK")
			.decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ACCEPT");
		assertThat(walk.open()).containsOnly("task-handover");
		assertThat(walk.ran()).containsOnlyOnce("step-allocate-numbers").contains("step-count-rework");
	}

	@Test
	void aLastingDefectIsOrderedAgain() {
		toProduction(walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ESCALATE")
			.decide("task-settle-defect", "REORDER");
		assertThat(walk.open()).containsExactly("task-produce");
		assertThat(walk.ran()).endsWith("step-reorder");
	}

	@Test
	void aLastingDefectMayStopTheAwardAndVoidsTheNumbers() {
		toProduction(walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ESCALATE")
			.decide("task-settle-defect", "STOP");
		assertThat(walk.end()).isEqualTo("end-stopped");
		assertThat(walk.ran()).endsWith("step-void-numbers", "step-stop-award");
	}

	@Test
	void thePlaquesWaitForTheirCeremony() {
		toStore(walk.start()
			.step("step-store-plaques", "ceremonyState", "PLANNED", "ceremonyWaitUntil",
					new PlaqueAwardWalk.Days().dueIn("P30D")));
		assertThat(walk.open()).isEmpty();
		walk.message("CeremonyHeld");
		assertThat(walk.open()).containsExactly("task-handover", "task-handover");
	}

	@Test
	void aCeremonyPutOffTurnsIntoSingleHandOversAfterThirtyDays() {
		toStore(walk.start()
			.step("step-store-plaques", "ceremonyState", "PLANNED", "ceremonyWaitUntil",
					new PlaqueAwardWalk.Days().dueIn("P30D")))
			.due("timer-ceremony");
		assertThat(walk.open()).containsExactly("task-handover", "task-handover");
	}

	@Test
	void whoWasAbsentIsAskedAgainAtTheAppointment() {
		toHandover(walk.start())
			.step("step-record-handover", "absentCount", 1, "recipientOrgs", "F08", "appointmentAt",
					new PlaqueAwardWalk.Days().dueIn("P3WD"))
			.decide("task-handover", "secretary@G02", "RECEIVED")
			.decide("task-handover", "secretary@F08", "ABSENT");
		assertThat(walk.open()).isEmpty();
		walk.step("step-record-handover", "absentCount", 0, "recipientOrgs", "").due("timer-appointment");
		assertThat(walk.slots("task-handover")).containsExactly("secretary@F08");
		walk.decide("task-handover", "RECEIVED");
		assertThat(walk.open()).containsExactly("task-hang-confirm", "task-hang-confirm");
	}

	@Test
	void aRefusalVoidsOneNumberOnly() {
		toHandover(walk.start()).step("step-record-handover", "refusedCount", 1, "receivedCount", 1, "hangOrgs", "G02")
			.decide("task-handover", "secretary@G02", "RECEIVED")
			.decide("task-handover", "secretary@F08", "REFUSED");
		assertThat(walk.slots("task-hang-confirm")).containsExactly("liaison@G02");
		assertThat(walk.ran()).endsWith("step-void-one").doesNotContain("step-void-numbers");
	}

	@Test
	void whenEverybodyRefusesNothingIsHung() {
		toHandover(walk.start()).step("step-record-handover", "refusedCount", 2, "receivedCount", 0)
			.decide("task-handover", "REFUSED");
		assertThat(walk.end()).isEqualTo("end-refused");
	}

	@Test
	void theReminderLeavesTheConfirmationOpen() {
		toHandover(walk.start()).decide("task-handover", "RECEIVED").due("timer-hang-reminder");
		assertThat(walk.open()).containsExactly("task-hang-confirm", "task-hang-confirm");
		assertThat(walk.ran()).endsWith("step-remind-hanging");
	}

	@Test
	void whoStaysSilentForTwentyDaysIsVisited() {
		toHandover(walk.start()).decide("task-handover", "RECEIVED")
			.decide("task-hang-confirm", "liaison@G02", "COMPLETE")
			.due("timer-hang-overdue");
		assertThat(walk.open()).containsExactly("task-visit");
		walk.decide("task-visit", "COMPLETE").decide("task-archive", "COMPLETE");
		assertThat(walk.end()).isEqualTo("end-valid");
		assertThat(walk.ran()).endsWith("step-list-unhung", "step-ledger");
	}

	@Test
	void aWithdrawalBeforeApprovalHasNoNumbersToVoid() {
		walk.start().message("AwardWithdrawn");
		assertThat(walk.end()).isEqualTo("end-withdrawn");
		assertThat(walk.ran()).doesNotContain("step-void-numbers").endsWith("step-withdraw");
	}

	@Test
	void aWithdrawalAfterNumberingVoidsTheNumbers() {
		toProduction(walk.start()).message("AwardWithdrawn");
		assertThat(walk.end()).isEqualTo("end-withdrawn");
		assertThat(walk.ran()).endsWith("step-void-numbers", "step-withdraw");
	}

	@Test
	void aDissolvedOrganisationLeavesTheBatchAloneOtherwise() {
		toProduction(walk.start()).message("OrganisationDissolved");
		assertThat(walk.open()).containsExactly("task-produce");
		assertThat(walk.ran()).endsWith("step-drop-dissolved");
	}

	private static PlaqueAwardWalk toApproval(PlaqueAwardWalk walk) {
		return walk.decide("task-prepare-batch", "SUBMIT").decide("task-compliance-check", "PASS");
	}

	private static PlaqueAwardWalk toNotice(PlaqueAwardWalk walk) {
		return toApproval(walk.facts("publicNotice", true)).decide("task-approve", "APPROVE");
	}

	private static PlaqueAwardWalk toProduction(PlaqueAwardWalk walk) {
		return toApproval(walk).decide("task-approve", "APPROVE");
	}

	private static PlaqueAwardWalk toStore(PlaqueAwardWalk walk) {
		return toProduction(walk).decide("task-produce", "COMPLETE").decide("task-inspect", "ACCEPT");
	}

	private static PlaqueAwardWalk toHandover(PlaqueAwardWalk walk) {
		return toStore(walk);
	}

}
