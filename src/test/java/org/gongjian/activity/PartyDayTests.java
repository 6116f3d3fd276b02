package org.gongjian.activity;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** On which day of a month a theme Party day falls. */
class PartyDayTests {

	@ParameterizedTest
	@CsvSource({ "2026-12, 1, 2, 2026-12-01", "2026-12, 2, 5, 2026-12-11", "2026-12, 4, 7, 2026-12-27",
			"2026-12, 5, 4, 2026-12-31", "2026-02, 5, 6, 2026-02-28", "2024-02, 5, 4, 2024-02-29" })
	void aRuleNamesOneDayOfEachMonth(YearMonth month, int week, int weekday, LocalDate day) {
		PartyDay rule = new PartyDay("G01", week, weekday, 0);
		assertThat(rule.in(month)).isEqualTo(day);
		assertThat(rule.fallsOn(day)).isTrue();
		assertThat(rule.fallsOn(day.minusDays(7))).isFalse();
	}

	@Test
	void theNextOneIsNotInThePast() {
		PartyDay rule = new PartyDay("G01", 2, 5, 0);
		assertThat(rule.next(LocalDate.of(2026, 12, 11))).isEqualTo(LocalDate.of(2026, 12, 11));
		assertThat(rule.next(LocalDate.of(2026, 12, 12))).isEqualTo(LocalDate.of(2027, 1, 8));
	}

}
