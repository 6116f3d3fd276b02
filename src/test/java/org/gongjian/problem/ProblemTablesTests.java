package org.gongjian.problem;

import java.util.HashMap;
import java.util.Map;

import org.gongjian.support.ShippedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped tables of problems, row by row, and the draw of return visits. */
class ProblemTablesTests {

	@RegisterExtension
	static final ShippedTables TABLES = new ShippedTables("problem-");

	@ParameterizedTest
	@CsvSource({ "type, INTEGRITY_REPORT, S3, true", "safetyRisk, true, S1, false", "stopped, true, S2, false",
			"affectedPeople, 99, S3, false", "affectedPeople, 100, S2, false", "manyEmployees, true, S2, false",
			"workingDays, 5, S2, false", "workingDays, 6, S3, false", "type, CONSULT, S5, false",
			"type, SUGGESTION, S5, false", "type, WISH, S5, false", "historic, true, S4, false",
			"severalDepartments, true, S3, false", "reduced, true, S3, false", "type, COMPLAINT, S3, false" })
	void oneFactDecidesTheSeverity(String fact, String value, String severity, boolean confidential) {
		assertThat(severity(Map.of(fact, typed(value)))).containsEntry("severity", severity)
			.containsEntry("confidential", confidential);
	}

	@ParameterizedTest
	@CsvSource({ "UTILITIES, reduced, S2", "LAND, severalDepartments, S4", "FINANCING, severalDepartments, S4",
			"PERMITS, severalDepartments, S4", "ROADS, reduced, S3" })
	void someFactsDecideOnlyInTheirCategory(String category, String fact, String severity) {
		assertThat(severity(Map.of("category", category, fact, true))).containsEntry("severity", severity);
	}

	@Test
	void anIntegrityReportIsConfidentialWhateverElseIsTrue() {
		assertThat(severity(Map.of("type", "INTEGRITY_REPORT", "safetyRisk", true))).containsEntry("severity", "S3")
			.containsEntry("confidential", true);
	}

	@ParameterizedTest
	@CsvSource({ "S1, PT7H, PT8H, L2, 70, PT4H", "S2, PT7H, PT8H, L2, 70, P1D", "S3, P7WD, P8WD, L1, 70, ''",
			"S4, P7WD, P8WD, L2, '50,80', ''", "S5, P7WD, '', L1, 70, ''" })
	void eachSeverityHasItsClocks(String severity, String response, String plan, String level, String warnings,
			String reminder) {
		Map<String, Object> line = ask("problem-sla",
				Map.of("severity", severity, "response", 7, "plan", 8, "resolve", 9, "most", 10));
		assertThat(line).containsEntry("firstResponse", response)
			.containsEntry("planning", plan)
			.containsEntry("solution", "P9WD")
			.containsEntry("longest", "P10WD")
			.containsEntry("startLevel", level)
			.containsEntry("warnings", warnings)
			.containsEntry("reminder", reminder);
	}

	@ParameterizedTest
	@CsvSource({ "POLICY, HELP, ECONOMY", "FINANCING, HELP, ECONOMY", "MARKET, HELP, ECONOMY",
			"TECHNOLOGY, HELP, SCIENCE", "LAND, HELP, CONSTRUCTION", "UTILITIES, HELP, CONSTRUCTION",
			"ROADS, HELP, CONSTRUCTION", "TALENT, HELP, HUMAN_RESOURCES", "LIFE, HELP, HUMAN_RESOURCES",
			"PERMITS, HELP, PERMITS", "ENVIRONMENT, HELP, SAFETY", "PARTY, WISH, PARTY_BUILDING",
			"OTHER, HELP, COORDINATION", "ROADS, INTEGRITY_REPORT, DISCIPLINE" })
	void eachCategorySuggestsAFunction(String category, String type, String function) {
		assertThat(ask("problem-department", Map.of("category", category, "type", type))).containsEntry("function",
				function);
	}

	@ParameterizedTest
	@CsvSource({ "S1, 5, true, 0, false, 100", "S2, 5, true, 0, false, 100", "S4, 5, true, 0, false, 100",
			"S5, 2, true, 0, false, 100", "S5, 3, true, 0, false, 10", "S5, 5, false, 0, false, 100",
			"S5, 5, true, 1, false, 100", "S5, 5, true, 0, true, 100", "S3, 4, true, 0, false, 30" })
	void whoIsVisited(String severity, int satisfaction, boolean answered, int reworks, boolean parked, int percent) {
		assertThat(ask("problem-return-visit-sample", Map.of("severity", severity, "satisfaction", satisfaction,
				"answered", answered, "reworkCount", reworks, "parked", parked)))
			.containsEntry("percent", percent);
	}

	@ParameterizedTest
	@CsvSource({ "true, 3, true, S1, RESPONSE, 2, L4, PANEL", "true, 4, false, S3, '', 1, L2, PANEL",
			"true, 2, false, S3, '', 2, L2, L3", "false, 0, true, S3, '', 1, L2, L5",
			"false, 0, false, S1, RESPONSE, 1, L2, L4", "false, 0, false, S1, RESOLVE, 1, L2, L3",
			"false, 0, false, S3, RESOLVE, 2, L2, L4", "false, 0, false, S3, RESOLVE, 1, L3, L4",
			"false, 0, false, S3, RESOLVE, 1, L4, L4", "false, 0, false, S3, RESOLVE, 1, L2, L3" })
	void howHighItGoes(boolean reworked, int reworks, boolean beyond, String severity, String clock, int dispatches,
			String level, String to) {
		assertThat(
				ask("problem-escalate",
						Map.of("reworked", reworked, "reworkCount", reworks, "beyondZone", beyond, "severity", severity,
								"clock", clock, "dispatchCount", dispatches, "level", level)))
			.containsEntry("escalateTo", to);
	}

	@Test
	void theDrawCanBeRepeatedAndIsFair() {
		assertThat(OutcomeSteps.draw("SQ-2026-00001")).isEqualTo(OutcomeSteps.draw("SQ-2026-00001"));
		long visited = java.util.stream.IntStream.rangeClosed(1, 10_000)
			.filter((number) -> OutcomeSteps.draw(String.format("SQ-2026-%05d", number)) < 30)
			.count();
		assertThat(visited).isBetween(2_700L, 3_300L);
	}

	@Test
	void phoneNumbersAreMasked() {
		assertThat(Problem.masked("13812345601")).isEqualTo("138******01");
		assertThat(Problem.masked("1234567")).isEqualTo("******7");
		assertThat(Problem.masked(null)).isNull();
	}

	private Map<String, Object> severity(Map<String, Object> different) {
		Map<String, Object> facts = new HashMap<>(Map.of("type", "HELP", "category", "OTHER", "safetyRisk", false,
				"stopped", false, "reduced", false, "manyEmployees", false, "affectedPeople", 0, "workingDays", 999,
				"severalDepartments", false, "historic", false));
		facts.putAll(different);
		return ask("problem-severity", facts);
	}

	private static Object typed(String value) {
		return value.matches("true|false") ? Boolean.valueOf(value)
				: value.matches("[0-9]+") ? (Object) Integer.valueOf(value) : value;
	}

	private static Map<String, Object> ask(String table, Map<String, Object> facts) {
		return TABLES.one(table, facts);
	}

}
