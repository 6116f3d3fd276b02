package org.gongjian.pairing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.support.ShippedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The two tables of the pairing approval, rule by rule. */
class PairingDecisionsTests {

	@RegisterExtension
	static final ShippedTables TABLES = new ShippedTables("pairing-");

	@Test
	void anOrdinaryPairIsEligible() {
		assertThat(ask("pairing-eligibility", ordinary())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "governmentActive, false, INELIGIBLE, ORG_INACTIVE",
			"enterpriseActive, false, INELIGIBLE, ORG_INACTIVE", "governmentMembers, 2, INELIGIBLE, TOO_FEW_MEMBERS",
			"enterpriseMembers, 0, INELIGIBLE, TOO_FEW_MEMBERS", "pairInForce, true, INELIGIBLE, DUPLICATE",
			"governmentPairings, 3, WAIVER, GOV_QUOTA", "enterprisePairings, 1, WAIVER, ENT_QUOTA",
			"termMonths, 2.9, INELIGIBLE, TERM", "termMonths, 36.1, INELIGIBLE, TERM",
			"plaqueRectifying, true, WAIVER, PLAQUE_RECTIFY" })
	void eachRuleHasItsReason(String input, String value, String eligibility, String reason) {
		var facts = ordinary();
		facts.put(input, typed(value, facts.get(input)));
		assertThat(ask("pairing-eligibility", facts))
			.containsExactly(Map.of("eligibility", eligibility, "reason", reason));
	}

	@ParameterizedTest
	@CsvSource({ "enterpriseMembers, 3", "enterpriseMembers, -1", "termMonths, 3", "termMonths, 36",
			"governmentPairings, 2" })
	void atTheLimitItIsStillEligible(String input, String value) {
		var facts = ordinary();
		facts.put(input, typed(value, facts.get(input)));
		assertThat(ask("pairing-eligibility", facts)).isEmpty();
	}

	@Test
	void aJointBranchMayBeSmallAndARenewalAfterAFailureNeedsAWaiver() {
		var facts = ordinary();
		facts.put("enterpriseType", "JOINT_BRANCH");
		facts.put("enterpriseMembers", 2);
		facts.put("requestType", "RENEW");
		facts.put("lastEvaluation", "FAIL");
		assertThat(ask("pairing-eligibility", facts))
			.containsExactly(Map.of("eligibility", "WAIVER", "reason", "EVAL_FAIL"));
	}

	@ParameterizedTest
	@CsvSource({ "TERMINATE, DISCIPLINE, false, false, false, false, COMMITTEE",
			"TERMINATE, MUTUAL, true, true, false, false, LEADER", "NEW, NONE, true, true, false, true, COMMITTEE",
			"NEW, NONE, false, true, false, true, LEADER", "NEW, NONE, false, false, false, true, LEADER",
			"ADJUST, NONE, false, false, true, true, LEADER", "RENEW, NONE, false, false, false, false, LEADER",
			"ADJUST, NONE, false, false, false, false, DEPT", "OTHER, NONE, false, false, false, true, LEADER" })
	void theFirstRuleThatAppliesGivesTheRoute(String requestType, String reason, boolean waiver, boolean hint,
			boolean major, boolean integrity, String level) {
		assertThat(ask("pairing-route",
				Map.of("requestType", requestType, "terminateReason", reason, "waiver", waiver, "coiHint", hint,
						"majorChange", major)))
			.containsExactly(Map.of("needIntegrity", integrity, "approvalLevel", level));
	}

	private static Map<String, Object> ordinary() {
		var facts = new HashMap<String, Object>();
		facts.put("requestType", "NEW");
		facts.put("governmentActive", true);
		facts.put("enterpriseActive", true);
		facts.put("governmentType", "BRANCH");
		facts.put("governmentMembers", 9);
		facts.put("enterpriseType", "BRANCH");
		facts.put("enterpriseMembers", 3);
		facts.put("pairInForce", false);
		facts.put("governmentPairings", 2);
		facts.put("maxPerGov", 3);
		facts.put("enterprisePairings", 0);
		facts.put("maxPerEnt", 1);
		facts.put("termMonths", 12.0);
		facts.put("minTermMonths", 3);
		facts.put("maxTermMonths", 36);
		facts.put("lastEvaluation", "NONE");
		facts.put("plaqueRectifying", false);
		return facts;
	}

	private static Object typed(String value, Object like) {
		if (like instanceof Boolean) {
			return Boolean.valueOf(value);
		}
		return (like instanceof Integer) ? (Object) Integer.valueOf(value) : (Object) Double.valueOf(value);
	}

	private static List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
		return TABLES.ask(table, facts);
	}

}
