package org.gongjian.plaque;

import java.util.List;
import java.util.Map;

import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way through the annual review. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PlaqueAnnualReviewTests extends ProcessWalk {

	private static final String PROCESS = "plaque-annual-review";

	private static final String[] STEPS = { "assembleReview", "computeScore", "assessAnnualResult", "closeReview",
			"orderRectification", "extendRectification", "listMeasures", "proposeRevocation", "keepPlaques",
			"notifyRevocation", "retirePlaques" };

	PlaqueAnnualReviewTests(TestDatabase database) {
		super(database, PROCESS, STEPS);
	}

	@Test
	void aGoodYearKeepsThePlaques() {
		start("KEEP");
		assertThat(this.engine.slots("task-self-review")).containsExactly("ent-liaison@F08", "gov-liaison@G02");
		MeasureWays.all(this.engine, "task-self-review", "COMPLETE");
		assertThat(this.engine.slots("task-review")).containsExactly("party-officer");
		MeasureWays.all(this.engine, "task-review", "COMPLETE");
		assertThat(this.engine.end()).isEqualTo("end-kept");
		assertThat(this.engine.status()).isEqualTo("completed");
		assertThat(this.engine.ran()).containsExactly("step-review-dossier", "step-compute-score", "decide-result",
				"step-keep");
	}

	@Test
	void anOfficerFillsInForWhoeverStaysSilent() {
		start("KEEP");
		this.engine.decide("task-self-review", "gov-liaison@G02", "COMPLETE");
		this.engine.fire("timer-self-review");
		assertThat(this.engine.open()).containsExactly("task-fill-self-review");
		MeasureWays.all(this.engine, "task-fill-self-review", "COMPLETE");
		assertThat(this.engine.open()).containsExactly("task-review");
	}

	@Test
	void aWeakYearMustBePutRight() {
		reviewed("RECTIFY");
		assertThat(this.engine.open()).containsExactly("task-rectify");
		MeasureWays.all(this.engine, "task-rectify", "COMPLETE");
		assertThat(this.engine.slots("task-verify")).containsExactly("party-officer");
		MeasureWays.all(this.engine, "task-verify", "PASS");
		assertThat(this.engine.end()).isEqualTo("end-rectified");
	}

	/** Walk-through 19, as the diagram has it. */
	@Test
	void whatIsNotPutRightIsRevokedAfterAHearing() {
		reviewed("RECTIFY");
		MeasureWays.all(this.engine, "task-rectify", "COMPLETE");
		MeasureWays.all(this.engine, "task-verify", "FAIL");
		MeasureWays.UPHELD_AND_REFUSED.walk(this.engine);
	}

	@Test
	void aProposedRevocationTakesEveryWay() {
		for (MeasureWays way : MeasureWays.values()) {
			reviewed("REVOKE_PROPOSED");
			way.walk(this.engine);
		}
	}

	@Test
	void aPairingThatIsOverIsRecalledWithoutAHearing() {
		reviewed("RECALL");
		MeasureWays.recalled(this.engine);
		assertThat(this.engine.ran()).doesNotContain("step-propose-revocation", "step-notify-decision");
	}

	@Test
	void aReviewIsClosedWhenThePairingEndsOrOneSideIsDissolved() {
		for (String message : List.of("PairingEnded", "OrganisationDissolved")) {
			start("KEEP");
			this.engine.deliver(message);
			assertThat(this.engine.over()).isTrue();
			assertThat(this.engine.status()).isEqualTo("terminated");
		}
	}

	private void start(String result) {
		this.engine.step("assembleReview", (call) -> {
			call.set("governmentOrg", "G02");
			call.set("enterpriseOrg", "F08");
			MeasureWays.begin(call, "ANNUAL");
		});
		this.engine.step("assessAnnualResult", (call) -> {
			call.set("reviewResult", result);
			call.set("measureKind", "RECALL".equals(result) ? "RECALL" : "ANNUAL");
		});
		this.engine.start(PROCESS, Map.of("pairing", "JD-2026-001", "reviewYear", 2026));
	}

	private void reviewed(String result) {
		start(result);
		MeasureWays.all(this.engine, "task-self-review", "COMPLETE");
		MeasureWays.all(this.engine, "task-review", "COMPLETE");
	}

}
