package org.gongjian.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Titles that people type. */
class BilingualTests {

	@Test
	void aTitleInBothLanguagesIsReadInOne() {
		assertThat(Bilingual.ofTitle("Hall / Stage / 礼堂")).isEqualTo(new Bilingual("Hall", "Stage / 礼堂"));
		assertThat(Bilingual.ofTitle("Hall / 礼堂")).isEqualTo(new Bilingual("Hall", "礼堂"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "F04 年度会议", "礼堂 / 会议室", "礼堂 / hall", "Hall / stage", " / 礼堂", "6·18/活动" })
	void anyOtherTitleIsTheSameInBoth(String title) {
		assertThat(Bilingual.ofTitle(title)).isEqualTo(new Bilingual(title, title));
	}

}
