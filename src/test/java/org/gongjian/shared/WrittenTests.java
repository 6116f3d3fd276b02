package org.gongjian.shared;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrittenTests {

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "a\u0007b", "a\u007Fb", "a\u0085b", "a\u202Eb", "a\u2066b", "a\uD800b", "a\uFFFFb",
			"a\uFDD0b", "a\u2028b", "a\u2029b", "a\u0323\u0323\u0323\u0323\u0323\u0323\u0323\u0323\u0323\u0323b" })
	void whatCannotBeStoredShownOrPrintedIsRefused(String typed) {
		var wrong = new ArrayList<Violation>();
		assertThat(Written.line(typed).kept("note", 100, false, wrong)).isNull();
		assertThat(Written.text(typed).clean()).isFalse();
		assertThat(wrong).containsExactly(Violation.of("note", "web.violation.characters"));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> Written.text(typed).between("note", 1, 100, "web.violation.long"))
			.withMessageContaining("note:web.violation.characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "𠮷田", "👩‍👩‍👧 🇨🇳", "é ñ", "«“q” <b>&amp;", "〇一二", "ക്‌ഷ" })
	void whatPeopleWriteIsKept(String typed) {
		assertThat(Written.line(typed)).isEqualTo(new Written(typed, true));
	}

	@Test
	void linesStandOnlyInTexts() {
		assertThat(Written.line("one\ntwo").clean()).isFalse();
		assertThat(Written.line("one\ttwo").clean()).isFalse();
		assertThat(Written.text("one\r\n\ttwo\rthree")).isEqualTo(new Written("one\n\ttwo\nthree", true));
	}

	@Test
	void whatCannotBeSeenIsLeftOut() {
		assertThat(Written.line("\uFEFF\u00A0 张\u200B三\u3000 ").text()).isEqualTo("张三");
		assertThat(Written.line("Re\u0301sume\u0301").text()).isEqualTo("Résumé");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\u00A0\u3000", "\u200B\uFEFF", "\u200D", "\u3164", "\u2800\u2800", "\n\t\r\n" })
	void whatShowsNothingIsEmpty(String typed) {
		var wrong = new ArrayList<Violation>();
		assertThat(Written.line(typed).kept("name", 10, false, wrong)).isNull();
		assertThat(wrong).isEmpty();
		assertThat(Written.line(typed).kept("name", 10, true, wrong)).isNull();
		assertThat(wrong).containsExactly(Violation.of("name", "web.violation.required"));
	}

	@Test
	void lengthsAreThoseOfColumnsAboveAndOfPeopleBelow() {
		var wrong = new ArrayList<Violation>();
		Written smile = Written.line("😀😀");
		assertThat(smile.kept("name", 4, true, wrong)).isEqualTo("😀😀");
		assertThat(smile.kept("name", 3, true, wrong)).isNull();
		assertThat(smile.between("name", 3, 9, "x", wrong)).isEqualTo("😀😀");
		assertThat(wrong)
			.isEqualTo(List.of(Violation.of("name", "web.violation.long", 3), Violation.of("name", "x", 3, 9)));
		assertThat(Written.line(null)).isEqualTo(Written.line(""));
	}

}
