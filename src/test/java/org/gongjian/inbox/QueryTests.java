package org.gongjian.inbox;

import java.util.List;

import org.gongjian.inbox.Term.Kind;
import org.gongjian.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What people can type to narrow a list. */
class QueryTests {

	@Test
	void everyPartOfAQueryIsACondition() {
		assertThat(Query.parse("process:activity overdue org:\"家家 美\" -copied 党费")).containsExactly(
				Term.of(Kind.PROCESS, "activity"), Term.of(Kind.OVERDUE, null), Term.of(Kind.ORG, "家家 美"),
				new Term(Kind.COPIED, null, true), Term.of(Kind.WORD, "党费"));
	}

	@Test
	void bothLanguagesHaveWordsForIt() {
		assertThat(Query.parse("流程：结对 逾期 -单位:家家美 “退回”")).containsExactly(Term.of(Kind.PROCESS, "结对"),
				Term.of(Kind.OVERDUE, null), new Term(Kind.ORG, "家家美", true), Term.of(Kind.WORD, "退回"));
	}

	@Test
	void whatOnlyLooksLikeAKeyIsAWord() {
		assertThat(Query.parse("PA-2026-0001 10:30")).containsExactly(Term.of(Kind.WORD, "PA-2026-0001"),
				Term.of(Kind.WORD, "10:30"));
	}

	@Test
	void nothingAsksForNothing() {
		assertThat(Query.parse("  ")).isEmpty();
		assertThat(Query.parse(null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "colour:red,inbox.query.unknown", "org:,inbox.query.empty", "-,inbox.query.nothing",
			"overdue:yes,inbox.query.mark", "- \"\",inbox.query.nothing", "x \"\",inbox.query.empty-quotes",
			"from:\"Li Wei,inbox.query.quote", "a b c d e f g h i j k l m,inbox.query.many" })
	void whatCannotBeUnderstoodIsSaid(String text, String code) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Query.parse(text))
			.satisfies((invalid) -> assertThat(invalid.violations().get(0).code()).isEqualTo(code));
	}

	@Test
	void theControlsSayWhatTheTextCanSay() {
		Filter controls = new Filter("plaque-award", "overdue", null, "家家美", "li", "review", "-copied", null);
		List<Term> typed = Query.parse("process:plaque-award org:家家美 from:li step:review overdue -copied");
		assertThat(controls.terms()).containsExactlyInAnyOrderElementsOf(typed);
	}

}
