package org.gongjian.plaque;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.engine.PlainEngine;
import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way through the shipped diagram. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PlaqueAwardTests extends ProcessWalk {

	private static final String[] STEPS = { "assembleDossier", "assessPlaqueEligibility", "takeBatch",
			"applyCompliance", "applyApproval", "closeBatch", "publishNotice", "applyObjection", "dismissObjection",
			"allocatePlaqueNumbers", "voidPlaqueNumbers", "countRework", "reorderPlaques", "storePlaques",
			"recordHandover", "voidRefused", "listUnhung", "enterLedger", "dropDissolved", "remind",
			"requestReplacement", "approveReplacement", "openMeasure", "callPanel", "averageScores",
			"orderRectification", "extendRectification", "listMeasures", "proposeRevocation", "keepPlaques",
			"notifyRevocation", "retirePlaques" };

	private final Walk walk;

	PlaqueAwardTests(TestDatabase database) {
		super(database, "plaque-award", STEPS);
		this.walk = new Walk(this.engine);
	}

	@Test
	void withoutNoticeAndCeremonyTheBatchGoesStraightToItsLedger() {
		toHandover(this.walk.start());
		assertThat(this.walk.slots("task-handover")).containsExactly("secretary@F08", "secretary@G02");
		this.walk.decide("task-handover", "RECEIVED");
		assertThat(this.walk.slots("task-hang-confirm")).containsExactly("liaison@F08", "liaison@G02");
		this.walk.decide("task-hang-confirm", "COMPLETE").decide("task-archive", "COMPLETE");
		assertThat(this.walk.end()).isEqualTo("end-valid");
		assertThat(this.walk.ran()).containsExactly("step-dossier", "decide-eligibility", "step-take-batch",
				"step-apply-compliance", "step-apply-approval", "step-allocate-numbers", "step-store-plaques",
				"step-record-handover", "step-ledger");
	}

	@Test
	void aRenewalIsScoredByAPanel() {
		this.walk.start().step("step-take-batch", "scored", true);
		this.walk.panel("user:a,user:b,user:c");
		toApproval(this.walk);
		assertThat(this.walk.slots("task-score")).containsExactly("user:a", "user:b", "user:c");
		this.walk.decide("task-score", "COMPLETE");
		assertThat(this.walk.open()).containsExactly("task-approve");
		assertThat(this.walk.ran()).endsWith("step-call-panel", "step-average");
	}

	@Test
	void aPanelMemberWhoStaysSilentIsNotWaitedFor() {
		this.walk.start().step("step-take-batch", "scored", true);
		this.walk.panel("user:a,user:b,user:c");
		toApproval(this.walk).decide("task-score", "user:a", "COMPLETE").due("timer-score");
		assertThat(this.walk.open()).containsExactly("task-approve");
	}

	@Test
	void withoutAPanelNothingIsScored() {
		this.walk.start().step("step-take-batch", "scored", true);
		this.walk.panel("");
		toApproval(this.walk);
		assertThat(this.walk.open()).containsExactly("task-approve");
		assertThat(this.walk.ran()).endsWith("step-average");
	}

	@Test
	void aReplacementGoesFromALightCheckStraightToItsNumber() {
		this.walk.startAs("REPLACE").decide("task-check-replacement", "PASS");
		assertThat(this.walk.open()).containsExactly("task-produce");
		assertThat(this.walk.ran()).containsExactly("step-request-replacement", "step-approve-replacement",
				"step-allocate-numbers");
	}

	@Test
	void anUnprovedReplacementIsRefused() {
		this.walk.startAs("REPLACE").decide("task-check-replacement", "DROP");
		assertThat(this.walk.end()).isEqualTo("end-not-replaced");
		assertThat(this.walk.ran()).endsWith("step-refuse-replacement");
	}

	@Test
	void aRecallSkipsHearingAndAppeal() {
		this.walk.startAs("RECALL");
		MeasureWays.recalled(this.walk.engine);
		assertThat(this.walk.ran()).containsExactly("step-open-measure", "step-retire");
	}

	@Test
	void aRevocationIsHeardDecidedAndMayBeAppealed() {
		for (MeasureWays way : MeasureWays.values()) {
			this.walk.startAs("REVOKE");
			way.walk(this.walk.engine);
		}
	}

	@Test
	void theOfficerGivesTheBatchUp() {
		this.walk.start().decide("task-prepare-batch", "CANCEL");
		assertThat(this.walk.end()).isEqualTo("end-not-awarded");
		assertThat(this.walk.ran()).endsWith("step-not-award");
	}

	@Test
	void aBlockEndsTheWholeBatch() {
		this.walk.start().decide("task-prepare-batch", "SUBMIT").decide("task-compliance-check", "BLOCK");
		assertThat(this.walk.end()).isEqualTo("end-not-awarded");
	}

	@Test
	void nobodyIsLeftAfterTheComplianceCheck() {
		this.walk.start()
			.step("step-apply-compliance", "recipientCount", 0)
			.decide("task-prepare-batch", "SUBMIT")
			.decide("task-compliance-check", "PASS");
		assertThat(this.walk.end()).isEqualTo("end-not-awarded");
	}

	@Test
	void aRejectionAllocatesNoNumber() {
		toApproval(this.walk.start()).decide("task-approve", "REJECT");
		assertThat(this.walk.end()).isEqualTo("end-not-awarded");
		assertThat(this.walk.ran()).doesNotContain("step-allocate-numbers");
	}

	@Test
	void aLargeBatchIsApprovedByThePrincipalLeader() {
		toApproval(this.walk.start().step("step-take-batch", "approverRole", "wc-secretary"));
		assertThat(this.walk.slots("task-approve")).containsExactly("wc-secretary");
		this.walk.decide("task-approve", "APPROVE_PARTLY");
		assertThat(this.walk.open()).containsExactly("task-produce");
	}

	@Test
	void theNoticeEndsWhenItsTimeIsOverAndNobodyObjected() {
		toNotice(this.walk.start(true));
		assertThat(this.walk.open()).isEmpty();
		this.walk.due("timer-notice");
		assertThat(this.walk.open()).containsExactly("task-produce");
	}

	@Test
	void anUpheldObjectionDropsOneRecipientAndTheOthersGoOn() {
		toNotice(this.walk.start(true)).message("ObjectionRaised")
			.step("step-apply-objection", "recipientCount", 1, "recipientOrgs", "F08")
			.decide("task-objection", "UPHELD")
			.due("timer-notice");
		assertThat(this.walk.open()).containsExactly("task-produce");
		assertThat(this.walk.ran()).contains("step-apply-objection").doesNotContain("step-dismiss-objection");
	}

	@Test
	void theNoticeWaitsForEveryObjection() {
		toNotice(this.walk.start(true)).message("ObjectionRaised").message("ObjectionRaised").due("timer-notice");
		assertThat(this.walk.open()).containsExactly("task-objection");
		this.walk.decideOne("task-objection", "DISMISSED");
		assertThat(this.walk.open()).containsExactly("task-objection");
		this.walk.decideOne("task-objection", "DISMISSED");
		assertThat(this.walk.open()).containsExactly("task-produce");
		assertThat(this.walk.ran()).contains("step-dismiss-objection").doesNotContain("step-apply-objection");
	}

	@Test
	void upheldObjectionsAgainstEverybodyEndTheAward() {
		toNotice(this.walk.start(true)).message("ObjectionRaised")
			.step("step-apply-objection", "recipientCount", 0)
			.decide("task-objection", "UPHELD")
			.due("timer-notice");
		assertThat(this.walk.end()).isEqualTo("end-objected");
		assertThat(this.walk.ran()).endsWith("step-none-left").doesNotContain("step-allocate-numbers");
	}

	@Test
	void plaquesWithAMistakeGoBackToTheWorkshopAndKeepTheirNumbers() {
		toProduction(this.walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "REWORK")
			.decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ACCEPT");
		assertThat(this.walk.open()).containsOnly("task-handover");
		assertThat(this.walk.ran()).containsOnlyOnce("step-allocate-numbers").contains("step-count-rework");
	}

	@Test
	void aLastingDefectIsOrderedAgain() {
		toProduction(this.walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ESCALATE")
			.decide("task-settle-defect", "REORDER");
		assertThat(this.walk.open()).containsExactly("task-produce");
		assertThat(this.walk.ran()).endsWith("step-reorder");
	}

	@Test
	void aLastingDefectMayStopTheAwardAndVoidsTheNumbers() {
		toProduction(this.walk.start()).decide("task-produce", "COMPLETE")
			.decide("task-inspect", "ESCALATE")
			.decide("task-settle-defect", "STOP");
		assertThat(this.walk.end()).isEqualTo("end-stopped");
		assertThat(this.walk.ran()).endsWith("step-void-numbers", "step-stop-award");
	}

	@Test
	void thePlaquesWaitForTheirCeremony() {
		toStore(this.walk.start().step("step-store-plaques", "ceremonyState", "PLANNED", "ceremonyWaitUntil", soon()));
		assertThat(this.walk.open()).isEmpty();
		this.walk.message("CeremonyHeld");
		assertThat(this.walk.open()).containsExactly("task-handover");
	}

	@Test
	void aCeremonyPutOffTurnsIntoSingleHandOversAfterThirtyDays() {
		toStore(this.walk.start().step("step-store-plaques", "ceremonyState", "PLANNED", "ceremonyWaitUntil", soon()))
			.due("timer-ceremony");
		assertThat(this.walk.open()).containsExactly("task-handover");
	}

	@Test
	void whoWasAbsentIsAskedAgainAtTheAppointment() {
		toHandover(this.walk.start())
			.step("step-record-handover", "absentCount", 1, "recipientOrgs", "F08", "appointmentAt", soon())
			.decide("task-handover", "secretary@G02", "RECEIVED")
			.decide("task-handover", "secretary@F08", "ABSENT");
		assertThat(this.walk.open()).isEmpty();
		this.walk.step("step-record-handover", "absentCount", 0, "recipientOrgs", "").due("timer-appointment");
		assertThat(this.walk.slots("task-handover")).containsExactly("secretary@F08");
		this.walk.decide("task-handover", "RECEIVED");
		assertThat(this.walk.open()).containsExactly("task-hang-confirm");
	}

	@Test
	void aRefusalVoidsOneNumberOnly() {
		toHandover(this.walk.start())
			.step("step-record-handover", "refusedCount", 1, "receivedCount", 1, "hangOrgs", "G02")
			.decide("task-handover", "secretary@G02", "RECEIVED")
			.decide("task-handover", "secretary@F08", "REFUSED");
		assertThat(this.walk.slots("task-hang-confirm")).containsExactly("liaison@G02");
		assertThat(this.walk.ran()).endsWith("step-void-one").doesNotContain("step-void-numbers");
	}

	@Test
	void whenEverybodyRefusesNothingIsHung() {
		toHandover(this.walk.start()).step("step-record-handover", "refusedCount", 2, "receivedCount", 0)
			.decide("task-handover", "REFUSED");
		assertThat(this.walk.end()).isEqualTo("end-refused");
	}

	@Test
	void theReminderLeavesTheConfirmationOpen() {
		toHandover(this.walk.start()).decide("task-handover", "RECEIVED").due("timer-hang-reminder");
		assertThat(this.walk.open()).containsExactly("task-hang-confirm");
		assertThat(this.walk.ran()).endsWith("step-remind-hanging");
	}

	@Test
	void whoStaysSilentForTwentyDaysIsVisited() {
		toHandover(this.walk.start()).decide("task-handover", "RECEIVED")
			.decide("task-hang-confirm", "liaison@G02", "COMPLETE")
			.due("timer-hang-overdue");
		assertThat(this.walk.open()).containsExactly("task-visit");
		this.walk.decide("task-visit", "COMPLETE").decide("task-archive", "COMPLETE");
		assertThat(this.walk.end()).isEqualTo("end-valid");
		assertThat(this.walk.ran()).endsWith("step-list-unhung", "step-ledger");
	}

	@Test
	void aWithdrawalBeforeApprovalHasNoNumbersToVoid() {
		this.walk.start().message("AwardWithdrawn");
		assertThat(this.walk.end()).isEqualTo("end-withdrawn");
		assertThat(this.walk.ran()).doesNotContain("step-void-numbers").endsWith("step-withdraw");
	}

	@Test
	void aWithdrawalAfterNumberingVoidsTheNumbers() {
		toProduction(this.walk.start()).message("AwardWithdrawn");
		assertThat(this.walk.end()).isEqualTo("end-withdrawn");
		assertThat(this.walk.ran()).endsWith("step-void-numbers", "step-withdraw");
	}

	@Test
	void aDissolvedOrganisationLeavesTheBatchAloneOtherwise() {
		toProduction(this.walk.start()).message("OrganisationDissolved");
		assertThat(this.walk.open()).containsExactly("task-produce");
		assertThat(this.walk.ran()).endsWith("step-drop-dissolved");
	}

	private static Walk toApproval(Walk walk) {
		return walk.decide("task-prepare-batch", "SUBMIT").decide("task-compliance-check", "PASS");
	}

	private static Walk toNotice(Walk walk) {
		return toApproval(walk).decide("task-approve", "APPROVE");
	}

	private static Walk toProduction(Walk walk) {
		return toApproval(walk).decide("task-approve", "APPROVE");
	}

	private static Walk toStore(Walk walk) {
		return toProduction(walk).decide("task-produce", "COMPLETE").decide("task-inspect", "ACCEPT");
	}

	private static Walk toHandover(Walk walk) {
		return toStore(walk);
	}

	private static Date soon() {
		return Date.from(Instant.now().plus(Duration.ofDays(3)));
	}

	/** One case on its way through the diagram; steps set what a test tells them. */
	private static final class Walk {

		private static final Map<String, String> STEP_OF = Map.of("step-take-batch", "takeBatch",
				"step-apply-compliance", "applyCompliance", "step-apply-objection", "applyObjection",
				"step-store-plaques", "storePlaques", "step-record-handover", "recordHandover");

		private final PlainEngine engine;

		Walk(PlainEngine engine) {
			this.engine = engine;
		}

		/** Starts a case for two recipients, without notice and ceremony. */
		Walk start() {
			return start(false);
		}

		Walk start(boolean publicNotice) {
			STEP_OF.values().forEach((step) -> this.engine.step(step, (call) -> {
			}));
			this.engine.step("assembleDossier", (call) -> {
				call.set("recipientOrgs", "G02,F08");
				call.set("hangOrgs", "G02,F08");
				call.set("recipientCount", 2);
				call.set("approverRole", "wc-deputy");
				call.set("publicNotice", publicNotice);
				call.set("scored", false);
				call.set("refusedCount", 0);
				call.set("absentCount", 0);
				call.set("receivedCount", 2);
			});
			this.engine.step("publishNotice", (call) -> call.set("noticeEndsAt", soon()));
			step("step-store-plaques", "ceremonyState", "NONE");
			this.engine.start("plaque-award", Map.of("awardType", "NEW"));
			return this;
		}

		/** Starts a case of another kind. */
		Walk startAs(String awardType) {
			start();
			this.engine.step("openMeasure", (call) -> MeasureWays.begin(call, awardType));
			this.engine.step("requestReplacement", (call) -> {
				call.set("recipientOrgs", "F08");
				call.set("recipientCount", 1);
				call.set("publicNotice", false);
			});
			this.engine.start("plaque-award", Map.of("awardType", awardType));
			return this;
		}

		void panel(String members) {
			this.engine.step("callPanel", (call) -> {
				call.set("panel", members);
				call.set("panelSize", members.isEmpty() ? 0 : members.split(",").length);
			});
		}

		/** What a step sets when it runs. */
		Walk step(String element, Object... facts) {
			var set = new LinkedHashMap<String, Object>();
			for (int i = 0; i < facts.length; i += 2) {
				set.put((String) facts[i], facts[i + 1]);
			}
			this.engine.step(STEP_OF.get(element), (call) -> set.forEach(call::set));
			return this;
		}

		/** Every open slot of the node decides the same. */
		Walk decide(String node, String decision) {
			assertThat(this.engine.slots(node)).as(node).isNotEmpty();
			while (this.engine.open().contains(node)) {
				this.engine.decide(node, this.engine.slots(node).get(0), decision);
			}
			return this;
		}

		Walk decide(String node, String slot, String decision) {
			this.engine.decide(node, slot, decision);
			return this;
		}

		Walk decideOne(String node, String decision) {
			this.engine.decideOne(node, decision);
			return this;
		}

		Walk due(String timer) {
			this.engine.fire(timer);
			return this;
		}

		Walk message(String name) {
			this.engine.deliver(name);
			return this;
		}

		List<String> open() {
			return this.engine.open();
		}

		List<String> slots(String node) {
			return this.engine.slots(node);
		}

		List<String> ran() {
			return this.engine.ran();
		}

		String end() {
			return this.engine.over() ? this.engine.end() : null;
		}

	}

}
