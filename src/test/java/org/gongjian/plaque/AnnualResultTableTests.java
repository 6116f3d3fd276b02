package org.gongjian.plaque;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.support.ShippedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every row of the table annual-result. */
class AnnualResultTableTests {

	@RegisterExtension
	static final ShippedTables TABLES = new ShippedTables("plaque-annual-result");

	@ParameterizedTest
	@CsvSource({ "DISCIPLINE_SERIOUS", "ACCIDENT", "COMMERCIAL_MISUSE", "FALSE_RECORDS" })
	void aViolationProposesTheRevocationWhateverElseHolds(String code) {
		assertThat(ask(Map.of("violationCode", code, "pairingInForce", false, "score", 30.0)))
			.containsEntry("result", "REVOKE_PROPOSED")
			.containsEntry("reason", "VIOLATION");
	}

	@Test
	void aPairingThatIsOverIsRecalled() {
		assertThat(ask(Map.of("pairingInForce", false, "score", 30.0))).containsEntry("result", "RECALL");
	}

	@ParameterizedTest
	@CsvSource({ "59.9, true, 3, REVOKE_PROPOSED, LOW_SCORE_AGAIN", "59.9, false, 3, RECTIFY, LOW_SCORE",
			"60, true, 3, KEEP, NONE", "100, false, 0, RECTIFY, NO_ACTIVITY", "100, false, 1, KEEP, NONE" })
	void scoreAndActivitiesDecideOtherwise(double score, boolean failedLastYear, int activities, String result,
			String reason) {
		assertThat(ask(Map.of("score", score, "failedLastYear", failedLastYear, "activities", activities)))
			.containsEntry("result", result)
			.containsEntry("reason", reason);
	}

	@ParameterizedTest
	@CsvSource({ "plaque-award", "plaque-annual-review" })
	void everyGroundHasWordsWhereACaseShowsIt(String process) throws IOException {
		Path forms = Path.of("processes", "forms");
		Matcher ground = Pattern.compile("\"([A-Z]{4,}(?:_[A-Z]+)*)\"</text></outputEntry>")
			.matcher(Files.readString(Path.of("processes/plaque-annual-result.dmn")));
		var wanted = new TreeSet<>(Set.of("OBJECTION", "OTHER"));
		while (ground.find()) {
			wanted.add(ground.group(1));
		}
		wanted.removeAll(Set.of("NONE", "KEEP", "RECTIFY", "RECALL", "REVOKE_PROPOSED"));
		String form = Files.readString(forms.resolve(process).resolve("task-decide.json"));
		String code = form.substring(form.indexOf("\"groundCode\""), form.indexOf("\"groundNote\""));
		assertThat(wanted).contains("PAIRING_OVER")
			.allSatisfy((one) -> assertThat(code).contains("\"value\": \"" + one + "\""));
	}

	private Map<String, Object> ask(Map<String, Object> different) {
		Map<String, Object> facts = new HashMap<>(Map.of("violationCode", "NONE", "pairingInForce", true, "score", 80.0,
				"failedLastYear", false, "activities", 3));
		facts.putAll(different);
		return TABLES.one("plaque-annual-result", facts);
	}

}
