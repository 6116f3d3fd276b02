package org.gongjian.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FormCheckTests {

	private final FormSessions sessions = FormFixtures.sessions();

	private Filled fill(Map<String, Object> data) {
		return this.sessions.fill(FormFixtures.start(), data, Answer.NONE);
	}

	private Filled with(String field, Object value) {
		Map<String, Object> data = FormFixtures.right();
		data.put(field, value);
		return fill(data);
	}

	private List<Violation> wrong(String field, Object value) {
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> with(field, value));
		assertThat(invalid).as("%s = %s is refused", field, value).isNotNull();
		return invalid.violations();
	}

	private void refuses(String field, Object value, String code) {
		assertThat(wrong(field, value)).extracting(Violation::field, Violation::code)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(field, "form.violation." + code));
	}

	private void refusesRow(Map<String, Object> row, String path, String code) {
		assertThat(wrong("resourceList", List.of(row))).extracting(Violation::field, Violation::code)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(path, "form.violation." + code));
	}

	@Test
	void whatIsRightIsKeptAsTheCaseKeepsIt() {
		Filled filled = fill(FormFixtures.right());
		assertThat(filled.values()).containsEntry("requestType", "NEW")
			.containsEntry("plannedActivities", 4L)
			.containsEntry("focusAreas", List.of("ORGANISATION", "TEAM"))
			.containsEntry("termStart", "2026-12-01")
			.containsEntry("plaqueRequested", true)
			.containsEntry("keyPair", false)
			.containsEntry("resourceList", List.of(Map.of("side", "GOV", "item", "Lecture hall", "shared", false)))
			.doesNotContainKeys("terminateReason", "budget", "minutes");
		assertThat(filled.changes()).containsKeys("terminateReason", "budget");
		assertThat(filled.decision()).isEqualTo("COMPLETE");
		assertThat(filled.parties()).containsExactly("G02", "F08");
		assertThat(filled.facts()).containsEntry("focusAreas", "ORGANISATION,TEAM")
			.containsEntry("plannedActivities", 4L)
			.containsEntry("plaqueRequested", true)
			.containsEntry("budget", null)
			.doesNotContainKeys("reason", "resourceList");
	}

	@Test
	void nothingFilledInNamesEveryRequiredField() {
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> fill(Map.of()));
		assertThat(invalid.violations()).extracting(Violation::field)
			.containsExactly("reason", "focusAreas", "plannedActivities", "termStart", "governmentOrg", "enterpriseOrg",
					"integrity", "resourceList");
	}

	@Test
	void theMessageNamesTheFieldInBothLanguages() {
		Violation violation = wrong("reason", "short").get(0);
		var messages = FormFixtures.messages();
		assertThat(messages.getMessage(violation.code(), violation.arguments().toArray(), Locale.ENGLISH))
			.isEqualTo("Reason: write at least 20 characters; it has 5.");
		assertThat(messages.getMessage(violation.code(), violation.arguments().toArray(), Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("理由：至少20个字符，现有5个。");
	}

	@Test
	void unknownAndForeignFieldsAreNeverWritten() {
		Map<String, Object> data = FormFixtures.right();
		data.putAll(Map.of("initiator", "eve", "approved", true, "nrOfInstances", 0, "loopCounter", 1, "status",
				"APPROVED", "matchScore", 5, "class", "x"));
		assertThat(fill(data).changes()).doesNotContainKeys("initiator", "approved", "nrOfInstances", "loopCounter",
				"status", "matchScore", "class");
	}

	@Test
	void aReadOnlyFieldCannotBeWritten() {
		Filled filled = this.sessions.fill(FormFixtures.review(), Map.of("reason", "Changed!", "matchScore", 3),
				new Answer("APPROVE", null, null, true, null, List.of()));
		assertThat(filled.changes()).doesNotContainKey("reason").containsEntry("matchScore", 3L);
		assertThat(filled.text("reason")).isEqualTo("Because.");
	}

	static List<Object> noIntegers() {
		return Arrays.asList("1e309", "NaN", "Infinity", "0x10", "１２３", "1,000", "1.5", "4.0", "+4", "4 5", "٤",
				"1" + "0".repeat(400), 1.5, Double.NaN, Double.POSITIVE_INFINITY, new BigDecimal("1E+1000000000"),
				new java.math.BigInteger("9".repeat(50)), "9999999999999999", "--1", "4L", "four");
	}

	@ParameterizedTest
	@MethodSource("noIntegers")
	void whatIsNoWholeNumberIsRefused(Object value) {
		refuses("plannedActivities", value, "integer");
	}

	@Test
	void aWholeNumberIsReadHoweverAProgramWritesIt() {
		assertThat(with("plannedActivities", "7").values()).containsEntry("plannedActivities", 7L);
		assertThat(with("plannedActivities", 7.0).values()).containsEntry("plannedActivities", 7L);
		assertThat(with("plannedActivities", new BigDecimal("7E+1")).values()).containsEntry("plannedActivities", 70L);
		refuses("plannedActivities", 0, "min");
		refuses("plannedActivities", "1001", "max");
	}

	static List<Object> otherShapes() {
		return List.of(List.of("4"), Map.of("a", 1), true);
	}

	@ParameterizedTest
	@MethodSource("otherShapes")
	void aValueOfAnotherShapeIsRefused(Object value) {
		refuses("plannedActivities", value, "type");
		refuses("reason", value, "type");
		refuses("termStart", value, "type");
		refuses("requestType", value, "type");
		refuses("governmentOrg", value, "type");
		refuses("resourceList", (value instanceof List<?>) ? "text" : value, "type");
	}

	@Test
	void moneyHasTwoDecimals() {
		assertThat(with("budget", "1200").values()).containsEntry("budget", new BigDecimal("1200.00"));
		assertThat(with("budget", 1200.5).values()).containsEntry("budget", new BigDecimal("1200.50"));
		assertThat(with("budget", "1200.5").facts()).containsEntry("budget", 1200.5);
		refuses("budget", "12.345", "money");
		refuses("budget", "1,200", "money");
		refuses("budget", "¥12", "money");
		refuses("budget", "1e3", "money");
		refuses("budget", "-0.01", "min");
		refuses("budget", "1000000.01", "max");
	}

	@Test
	void aDecimalHasAtMostSixDecimals() {
		assertThat(with("score", "99.5").values()).containsEntry("score", new BigDecimal("99.5"));
		refuses("score", "99.1234567", "number");
		refuses("score", "1e2", "number");
		refuses("score", "100.1", "max");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-30", "2027-02-29", "2026-13-01", "26-12-01", "01/12/2026", "2026-12-1", "today",
			"２０２６-12-01", "2026-12-01T00:00" })
	void whatIsNoDayIsRefused(String value) {
		refuses("termStart", value, "date");
	}

	@Test
	void daysKeepTheirBounds() {
		assertThat(with("termStart", "2026-11-22").values()).containsEntry("termStart", "2026-11-22");
		refuses("termStart", "2026-11-21", "not-past");
		refuses("termStart", "9999-12-31", "max-date");
		assertThat(with("heldOn", "2026-11-22").values()).containsEntry("heldOn", "2026-11-22");
		refuses("heldOn", "2026-11-23", "not-future");
		refuses("heldOn", "0001-01-01", "min-date");
	}

	@Test
	void aMomentIsKeptWithTheOfficesOffset() {
		assertThat(with("meetAt", "2026-12-01T09:00").values()).containsEntry("meetAt", "2026-12-01T09:00:00+08:00");
		assertThat(with("meetAt", "2026-12-01T01:00:00Z").values()).containsEntry("meetAt",
				"2026-12-01T09:00:00+08:00");
		refuses("meetAt", "2026-12-01", "datetime");
		refuses("meetAt", "2026-12-01T25:00", "datetime");
	}

	@Test
	void onlyWhatIsOfferedCanBeChosen() {
		refuses("requestType", "OTHER", "option");
		refuses("focusAreas", List.of("TEAM", "MONEY"), "option");
		refuses("focusAreas", List.of(), "choose");
		refuses("focusAreas", Arrays.asList("TEAM", 1), "type");
		refuses("plaqueRequested", "maybe", "type");
		refuses("plaqueRequested", null, "choose");
		refuses("integrity", false, "must-be-true");
		assertThat(with("focusAreas", List.of("TEAM", "TEAM")).values()).containsEntry("focusAreas", List.of("TEAM"));
	}

	@Test
	void textHasItsLengthAndItsPattern() {
		refuses("reason", "x".repeat(19), "min-length");
		refuses("reason", "x".repeat(1001), "max-length");
		refuses("reason", "x".repeat(10_000_000), "max-length");
		refuses("reason", "   \n\t  ", "required");
		refuses("shortName", "ab-12", "pattern");
		refuses("shortName", "AB-12345678901234567890", "max-length");
		assertThat(with("shortName", " AB-12 ").values()).containsEntry("shortName", "AB-12");
		assertThat(with("reason", "😀".repeat(1000)).text("reason")).hasSize(2000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "a\u0007b", "a\u001Bb", "a\u202Eb", "a\u2066b", "a\uD800b", "a\uFFFFb", "a\u2028b",
			"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301" })
	void charactersThatCannotBeKeptAreRefused(String text) {
		refuses("reason", "A reason of some length: " + text, "characters");
	}

	@Test
	void charactersPeopleUseAreKept() {
		String text = "A reason with é, 中文，𠮷 and 👩‍👩‍👧 — and \"quotes\" <b>&amp;</b>.";
		assertThat(with("reason", text).text("reason")).isEqualTo(text);
		assertThat(with("reason", "Re\u0301sume\u0301 of what they do together").text("reason"))
			.isEqualTo("Résumé of what they do together");
		assertThat(with("reason", "Line one of the reason\r\nline two").text("reason"))
			.isEqualTo("Line one of the reason\nline two");
		refuses("shortName", "AB\n-12", "characters");
	}

	@Test
	void aPatternThatRunsWildEndsSoon() {
		long before = System.nanoTime();
		assertThat(Texts.matches("(a+)+$", "a".repeat(5000) + "!")).isFalse();
		assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
	}

	@Test
	void organisationsMustExistBeActiveAndOfTheSide() {
		refuses("governmentOrg", "G99", "organisation");
		refuses("governmentOrg", "F08", "organisation");
		refuses("governmentOrg", "g02", "organisation");
		refuses("enterpriseOrg", "F09", "inactive");
	}

	@Test
	void peopleMustBelongToTheOrganisationChosen() {
		assertThat(with("govLiaison", FormFixtures.PERSON).values()).containsEntry("govLiaison", FormFixtures.PERSON);
		refuses("govLiaison", FormFixtures.STRANGER, "person-of");
		refuses("govLiaison", "not-an-id", "person");
		refuses("govLiaison", "99999999-9999-4999-8999-999999999999", "person");
		assertThat(with("observer", FormFixtures.STRANGER).values()).containsKey("observer");
	}

	@Test
	void referencesMustBeKnownToTheirSource() {
		assertThat(with("programme", "P-2024").values()).containsEntry("programme", "P-2024");
		refuses("programme", "P-2025", "reference");
	}

	@Test
	void filesMustBelongToThePersonOrTheCase() {
		assertThat(with("minutes", List.of(FormFixtures.UPLOAD)).files()).containsExactly(FormFixtures.UPLOAD);
		refuses("minutes", List.of(FormFixtures.FOREIGN_UPLOAD), "file-unknown");
		refuses("minutes", List.of(FormFixtures.OTHER_CASE), "file-unknown");
		refuses("minutes", List.of("../../etc/passwd"), "file-unknown");
		refuses("minutes", List.of(FormFixtures.SHEET), "file-kind");
		refuses("minutes", List.of(FormFixtures.UPLOAD, "a", "b"), "max-files");
	}

	@Test
	void everyCellOfATableIsChecked() {
		refusesRow(Map.of("side", "GOV"), "resourceList[0].item", "required");
		refusesRow(Map.of("side", "X", "item", "Hall"), "resourceList[0].side", "option");
		refusesRow(Map.of("side", "GOV", "item", "Hall", "quantity", "1e309"), "resourceList[0].quantity", "integer");
		refusesRow(Map.of("side", "GOV", "item", "Hall", "shared", true), "resourceList[0].note", "required");
		assertThat(wrong("resourceList", List.of("row"))).extracting(Violation::field).contains("resourceList[0]");
		refuses("resourceList", List.of(), "min-rows");
		refuses("resourceList", List.of(Map.of(), Map.of("item", " ")), "min-rows");
		List<Object> many = new ArrayList<>();
		for (int i = 0; i < 101; i++) {
			many.add(Map.of("side", "GOV", "item", "Hall"));
		}
		refuses("resourceList", many, "max-rows");
	}

	@Test
	void unknownColumnsAreNotWrittenAndEmptyRowsDropped() {
		Filled filled = with("resourceList",
				List.of(Map.of(), Map.of("side", "GOV", "item", "Hall", "owner", "eve", "note", "hidden")));
		assertThat(filled.rows("resourceList")).containsExactly(Map.of("side", "GOV", "item", "Hall", "shared", false));
	}

	@Test
	void whatIsNotAskedIsDropped() {
		Map<String, Object> data = FormFixtures.right();
		data.put("terminateReason", "OTHER");
		data.put("terminateText", "Because");
		assertThat(fill(data).changes()).containsEntry("terminateReason", null).containsEntry("terminateText", null);
		data.put("requestType", "TERMINATE");
		assertThat(fill(data).values()).containsEntry("terminateText", "Because");
		data.remove("terminateText");
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> fill(data));
		assertThat(invalid.violations()).extracting(Violation::field).containsExactly("terminateText");
	}

	@Test
	void whatCannotComeIntoQuestionStaysAsItIs() {
		Filled filled = this.sessions.fill(FormFixtures.review(), Map.of("matchScore", 3, "lastWords", "Changed!"),
				new Answer("APPROVE", null, null, true, null, List.of()));
		assertThat(filled.changes()).doesNotContainKey("lastWords");
	}

	@Test
	void theDecisionBlockIsChecked() {
		refusesAnswer(new Answer(null, null, null, true, null, List.of()), "decision", "choose");
		refusesAnswer(new Answer("RETURN", "Because of it", null, true, null, List.of()), "decision", "option");
		refusesAnswer(new Answer("APPROVE", null, null, false, null, List.of()), "coiDeclared", "coi");
		refusesAnswer(new Answer("REJECT", null, null, true, null, List.of()), "comment", "comment");
		refusesAnswer(new Answer("REJECT", "No", null, true, null, List.of()), "comment", "min-length");
		refusesAnswer(new Answer("APPROVE", "x".repeat(1001), null, true, null, List.of()), "comment", "max-length");
		refusesAnswer(new Answer("APPROVE", "a\0b", null, true, null, List.of()), "comment", "characters");
		refusesAnswer(new Answer("APPROVE", null, "x".repeat(501), true, null, List.of()), "conditions", "max-length");
		refusesAnswer(new Answer("APPROVE", null, null, true, null, List.of(FormFixtures.FOREIGN_UPLOAD)),
				"attachments", "file-unknown");
	}

	private void refusesAnswer(Answer answer, String field, String code) {
		Map<String, Object> data = "APPROVE".equals(answer.decision()) ? Map.of("matchScore", 3) : Map.of();
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class,
				() -> this.sessions.fill(FormFixtures.review(), data, answer));
		assertThat(invalid.violations()).extracting(Violation::field, Violation::code)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(field, "form.violation." + code));
	}

	@Test
	void aCaseMayGoBackIncompleteButNotWithoutAReason() {
		FormContext context = FormFixtures.review()
			.offering(List.of(
					new Decision("APPROVE", new org.gongjian.shared.Bilingual("a", "b"), Decision.Kind.POSITIVE, false),
					new Decision(FormContext.RETURN, new org.gongjian.shared.Bilingual("a", "b"), Decision.Kind.NEUTRAL,
							true)),
					List.of(new Option("START", new org.gongjian.shared.Bilingual("Start", "发起")),
							new Option("PREVIOUS", new org.gongjian.shared.Bilingual("Previous", "上一步"))));
		Filled filled = this.sessions.fill(context, Map.of(),
				new Answer("RETURN", "The list is not complete", null, true, null, List.of()));
		assertThat(filled.returnTo()).isEqualTo("START");
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> this.sessions.fill(context, Map.of(),
				new Answer("RETURN", null, null, true, "ELSEWHERE", List.of())));
		assertThat(invalid.violations()).extracting(Violation::field).containsExactly("comment", "returnTo");
	}

	@Test
	void rulesOfOtherRoomsSpeakToo() {
		FormSessions strict = FormFixtures.sessions(new FormRule() {

			@Override
			public boolean concerns(String process, String step) {
				return step.equals("every-type");
			}

			@Override
			public void check(Filled filled, Violations out) {
				if (filled.text("governmentOrg").equals("G02")) {
					out.add("governmentOrg", "form.violation.inactive");
				}
			}

		});
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class,
				() -> strict.fill(FormFixtures.start(), FormFixtures.right(), Answer.NONE));
		assertThat(invalid.violations()).extracting(Violation::field).containsExactly("governmentOrg");
	}

	@Test
	void fieldsAProgramLeavesOutStayAsTheCaseHasThem() {
		FormContext context = new FormContext(FormFixtures.LIAISON, "sample", FormFixtures.catalogue(),
				FormFixtures.form("every-type"), FormContext.Kind.TASK, "task-2", "EX-2026-0001", FormFixtures.right(),
				Map.of(), FormFixtures.right(), false, List.of(), List.of(), false);
		Map<String, Object> changed = new HashMap<>();
		changed.put("plannedActivities", 9);
		changed.put("keyPair", null);
		Filled filled = this.sessions.fill(context, changed, Answer.NONE);
		assertThat(filled.values()).containsEntry("plannedActivities", 9L).containsEntry("governmentOrg", "G02");
	}

}
