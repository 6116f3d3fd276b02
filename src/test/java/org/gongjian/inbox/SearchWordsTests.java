package org.gongjian.inbox;

import java.util.Arrays;

import org.gongjian.casefile.SortKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How texts are cut into what is found. */
class SearchWordsTests {

	@Test
	void chineseIsFoundFromEachCharacterOnAndByItsInitials() {
		assertThat(SearchWords.of("家家美公司", true)).contains("家家美公司", "家美公司", "美公司", "jjmgs", "mgs");
		assertThat(SearchWords.of("家家美公司", false)).doesNotContain("jjmgs");
	}

	@Test
	void numbersAreFoundWholeAndByTheirParts() {
		assertThat(SearchWords.of("PA-2026-0001", false)).containsExactlyInAnyOrder("pa-2026-0001", "pa", "2026",
				"0001");
		assertThat(SearchWords.wanted("pa-2026-00")).containsExactly("pa-2026-00");
	}

	@Test
	void aLongChineseWordIsWantedInPiecesThatTextsHave() {
		String name = "滨江新区两新组织综合党委";
		assertThat(SearchWords.of(name, false)).containsAll(SearchWords.wanted(name));
		assertThat(SearchWords.wanted("家美 2026年")).containsExactly("家美", "2026", "年");
	}

	@Test
	void punctuationAloneWantsNothing() {
		assertThat(SearchWords.wanted("，。!")).isEmpty();
	}

	@Test
	void aRangeHoldsWhatBeginsSoAndNothingElse() {
		byte[][] range = SearchWords.range("家");
		assertThat(Arrays.compareUnsigned("家美".getBytes(java.nio.charset.StandardCharsets.UTF_8), range[0]))
			.isPositive();
		assertThat(Arrays.compareUnsigned("家美".getBytes(java.nio.charset.StandardCharsets.UTF_8), range[1]))
			.isNegative();
		assertThat(Arrays.compareUnsigned("宽".getBytes(java.nio.charset.StandardCharsets.UTF_8), range[1]))
			.isPositive();
	}

	@Test
	void listsSortChineseByPinyinAndNumbersBySize() {
		assertThat(SortKeys.text("安全")).isLessThan(SortKeys.text("北区"));
		assertThat(SortKeys.text("家家美")).isEqualTo("jia jia mei");
		assertThat(SortKeys.number(new java.math.BigDecimal("9")))
			.isLessThan(SortKeys.number(new java.math.BigDecimal("10")));
		assertThat(SortKeys.number(new java.math.BigDecimal("-1")))
			.isLessThan(SortKeys.number(java.math.BigDecimal.ZERO));
	}

}
