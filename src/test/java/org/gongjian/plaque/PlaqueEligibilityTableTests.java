package org.gongjian.plaque;

import java.util.HashMap;
import java.util.Map;

import org.gongjian.support.ShippedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped table {@code plaque-eligibility}, rule by rule. */
class PlaqueEligibilityTableTests {

	@RegisterExtension
	static final ShippedTables TABLES = new ShippedTables("plaque-eligibility");

	@ParameterizedTest
	@CsvSource({ "pairingInForce, false, INELIGIBLE, PAIRING_NOT_IN_FORCE",
			"seriousViolation, true, INELIGIBLE, SERIOUS_VIOLATION", "sameTextHeld, true, INELIGIBLE, ALREADY_HELD" })
	void oneReasonIsEnoughToRefuse(String fact, boolean value, String result, String reason) {
		assertThat(ask(Map.of(fact, value))).containsExactly(Map.entry("result", result), Map.entry("reason", reason));
	}

	@ParameterizedTest
	@CsvSource({ "11, INELIGIBLE", "12, ELIGIBLE", "999, ELIGIBLE" })
	void aRevocationBarsForTwelveMonths(int months, String result) {
		assertThat(ask(Map.of("monthsSinceRevocation", months))).containsEntry("result", result);
	}

	@ParameterizedTest
	@CsvSource({ "NEW, true, 100, ELIGIBLE", "RENEW, true, 100, CONDITIONAL", "RENEW, false, 59, CONDITIONAL",
			"RENEW, false, 60, ELIGIBLE", "NEW, false, 0, ELIGIBLE" })
	void onlyARenewalLooksBack(String type, boolean rectification, int rate, String result) {
		assertThat(ask(Map.of("awardType", type, "rectificationOpen", rectification, "planRate", rate)))
			.containsEntry("result", result);
	}

	@Test
	void aRenewalMayHoldTheSamePlaque() {
		assertThat(ask(Map.of("awardType", "RENEW", "sameTextHeld", true))).containsEntry("result", "ELIGIBLE");
	}

	@Test
	void theFirstRuleThatFitsDecides() {
		assertThat(ask(Map.of("pairingInForce", false, "sameTextHeld", true))).containsEntry("reason",
				"PAIRING_NOT_IN_FORCE");
	}

	private Map<String, Object> ask(Map<String, Object> different) {
		Map<String, Object> facts = new HashMap<>(
				Map.of("pairingInForce", true, "seriousViolation", false, "awardType", "NEW", "sameTextHeld", false,
						"monthsSinceRevocation", 999, "rectificationOpen", false, "planRate", 100));
		facts.putAll(different);
		return TABLES.one("plaque-eligibility", facts);
	}

}
