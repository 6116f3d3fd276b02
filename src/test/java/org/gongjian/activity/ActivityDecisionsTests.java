package org.gongjian.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.support.ShippedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The five tables of activities, rule by rule. */
class ActivityDecisionsTests {

	@RegisterExtension
	static final ShippedTables TABLES = new ShippedTables("activity-");

	@ParameterizedTest
	@CsvSource({ "giftOrFee, true, PROHIBITED, GIFT_OR_FEE", "entertainmentVenue, true, PROHIBITED, ENTERTAINMENT",
			"placeKind, OUT_OF_PROVINCE, HIGH, OUT_OF_PROVINCE", "hiredVehicles, 2, HIGH, VEHICLES",
			"hiredVehicles, 1, LOW, NONE", "participants, 200, HIGH, MANY", "participants, 199, MED, SOME",
			"participants, 50, MED, SOME", "participants, 49, LOW, NONE", "minors, true, MED, MINORS",
			"placeKind, OUTDOOR, MED, OUTDOOR", "placeKind, OUT_OF_TOWN, MED, OUT_OF_TOWN",
			"food, CATERING, MED, CATERING", "food, PACKAGED, LOW, NONE" })
	void oneThingMakesTheRisk(String input, String value, String risk, String reason) {
		var facts = quiet();
		facts.put(input, typed(value, facts.get(input)));
		assertThat(ask("activity-risk", facts)).containsExactly(Map.of("risk", risk, "reason", reason));
	}

	@ParameterizedTest
	@CsvSource({ "1000, HIGH, PERMIT", "999, HIGH, MANY" })
	void aPublicEventNeedsAPermitFromAThousand(int participants, String risk, String reason) {
		var facts = quiet();
		facts.put("publicEvent", true);
		facts.put("participants", participants);
		assertThat(ask("activity-risk", facts)).containsExactly(Map.of("risk", risk, "reason", reason));
	}

	@ParameterizedTest
	@CsvSource({ "PACKAGED, INDOOR, MINORS_FOOD", "NONE, OUTDOOR, MINORS_OUTDOOR" })
	void minorsWithFoodOrOutdoorsAreHigh(String food, String place, String reason) {
		var facts = quiet();
		facts.put("minors", true);
		facts.put("food", food);
		facts.put("placeKind", place);
		assertThat(ask("activity-risk", facts)).containsExactly(Map.of("risk", "HIGH", "reason", reason));
	}

	@ParameterizedTest
	@CsvSource({ "PROHIBITED, 0, false, false, false, NONE", "HIGH, 0, false, false, false, LEADER",
			"LOW, 10000.01, false, false, false, LEADER", "LOW, 0, true, false, false, LEADER",
			"MED, 10000, false, false, false, DEPT", "LOW, 2000.01, false, false, false, DEPT",
			"LOW, 2000, false, true, false, DEPT", "LOW, 2000, false, false, true, DEPT",
			"LOW, 2000, false, false, false, BRANCH", "OTHER, 0, false, false, false, DEPT" })
	void theFirstRuleThatAppliesGivesTheLevel(String risk, double budget, boolean special, boolean unplanned,
			boolean benefits, String level) {
		assertThat(
				ask("activity-route",
						Map.of("risk", risk, "budget", budget, "special", special, "unplanned", unplanned, "benefits",
								benefits, "branchLimit", 2000, "deptLimit", 10000)))
			.containsExactly(Map.of("level", level));
	}

	@ParameterizedTest
	@CsvSource({ "LOW, 2000, false, false, BRANCH, ''", "MED, 0, false, false, DEPT, SAFETY",
			"LOW, 2001, false, false, DEPT, FINANCE", "LOW, 1, true, false, DEPT, FINANCE",
			"LOW, 0, false, true, DEPT, INTEGRITY", "HIGH, 0, false, false, LEADER, SAFETY INTEGRITY",
			"HIGH, 3000, true, true, LEADER, SAFETY FINANCE FINANCE INTEGRITY INTEGRITY" })
	void everyRuleThatAppliesAsksForItsReview(String risk, double budget, boolean publicMoney, boolean benefits,
			String level, String reviews) {
		List<Object> asked = ask("activity-reviews", Map.of("risk", risk, "budget", budget, "publicMoney", publicMoney,
				"benefits", benefits, "level", level, "branchLimit", 2000))
			.stream()
			.map((hit) -> hit.get("review"))
			.toList();
		assertThat(asked).isEqualTo(reviews.isEmpty() ? List.of() : List.of((Object[]) reviews.split(" ")));
	}

	@ParameterizedTest
	@CsvSource({ "meal, 40.01, MEAL", "venue, 50.01, VENUE", "coach, 1200.01, COACH", "cash, 1, CASH",
			"outOfTown, 3, OUT_OF_TOWN_COUNT", "outOfProvince, 2, OUT_OF_PROVINCE_COUNT",
			"giftsForOthers, true, GIFTS" })
	void eachStandardHasItsWarning(String input, String value, String warning) {
		var facts = modest();
		facts.put(input, typed(value, facts.get(input)));
		assertThat(ask("activity-expense-standard", facts)).containsExactly(Map.of("warning", warning));
	}

	@Test
	void atTheStandardNothingIsSaid() {
		assertThat(ask("activity-expense-standard", modest())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "shiftDays, 8, MAJOR, DATE", "shiftDays, 7, MINOR, NONE", "placeKindChanged, true, MAJOR, PLACE",
			"participantsGrowth, 50.0, MAJOR, PARTICIPANTS", "participantsGrowth, 49.9, MINOR, NONE",
			"budgetGrowth, 10.0, MAJOR, BUDGET", "budgetGrowth, 9.9, MINOR, NONE", "minorsAdded, true, MAJOR, MINORS" })
	void aChangeIsMajorOrMinor(String input, String value, String weight, String reason) {
		var facts = new HashMap<String, Object>(
				Map.of("shiftDays", 0, "placeKindChanged", false, "participantsGrowth", 0.0, "budgetGrowth", 0.0,
						"minorsAdded", false, "mostDays", 7, "mostParticipants", 50, "mostBudget", 10));
		facts.put(input, typed(value, facts.get(input)));
		assertThat(ask("activity-change-weight", facts)).containsExactly(Map.of("weight", weight, "reason", reason));
	}

	private static Map<String, Object> quiet() {
		var facts = new HashMap<String, Object>();
		facts.put("giftOrFee", false);
		facts.put("entertainmentVenue", false);
		facts.put("publicEvent", false);
		facts.put("participants", 20);
		facts.put("minors", false);
		facts.put("food", "NONE");
		facts.put("placeKind", "INDOOR");
		facts.put("hiredVehicles", 0);
		facts.put("permitFrom", 1000);
		facts.put("highFrom", 200);
		facts.put("mediumFrom", 50);
		facts.put("highVehicles", 2);
		return facts;
	}

	private static Map<String, Object> modest() {
		var facts = new HashMap<String, Object>(Map.of("meal", 40.0, "venue", 50.0, "coach", 1200.0, "cash", 0.0,
				"outOfTown", 2, "outOfProvince", 1, "giftsForOthers", false));
		facts.putAll(Map.of("mealLimit", 40, "venueLimit", 50, "coachLimit", 1200, "outOfTownLimit", 2,
				"outOfProvinceLimit", 1));
		return facts;
	}

	private static Object typed(String value, Object like) {
		if (like instanceof Boolean) {
			return Boolean.valueOf(value);
		}
		return (like instanceof Integer) ? Integer.valueOf(value)
				: (like instanceof Double) ? (Object) Double.valueOf(value) : value;
	}

	private static List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
		return TABLES.ask(table, facts);
	}

}
