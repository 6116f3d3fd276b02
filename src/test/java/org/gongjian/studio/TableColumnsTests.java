package org.gongjian.studio;

import org.gongjian.studio.TableColumns.Added;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Columns come and go, and every row follows. */
class TableColumnsTests {

	private static final Added LEVEL = new Added(true, "Level 级别", "level", "string");

	private static final Added BUDGET = new Added(false, "Budget 预算", "budget", "double");

	private static String table() {
		String begun = TableColumns.of(NewProcess.table("hall-route", "Route 路径")).added(0, LEVEL);
		return TableColumns.of(begun).added(0, BUDGET);
	}

	@Test
	void aNewTableAsksAndAnswersWhatWasSaid() {
		TableSheet sheet = TableFile.read(table()).sheets().get(0);
		assertThat(sheet.names()).containsExactly("budget", "→", "level");
		assertThat(sheet.inputs().get(0).type()).isEqualTo("double");
		assertThat(sheet.rows()).singleElement().satisfies((row) -> {
			assertThat(row.inputs()).containsExactly("-");
			assertThat(row.outputs()).containsExactly("");
		});
	}

	@Test
	void aCellThatChangedIsCalledAsItsColumnIs() {
		String answered = table().replaceFirst(
				"(?s)(<outputEntry[^>]*>\\s*)<text ?/>|(<outputEntry[^>]*>\\s*)<text></text>",
				"$1$2<text>\"HIGH\"</text>");
		assertThat(TableWords.compared("hall.dmn", table().getBytes(UTF_8), answered.getBytes(UTF_8))).singleElement()
			.satisfies((change) -> assertThat(change.attribute()).isEqualTo("Level 级别"));
	}

	@Test
	void aCellThatComparesWithAnotherColumnCallsItAsPeopleDo() {
		String limited = TableColumns.of(table()).added(0, new Added(false, "Limit 限额", "limit", "double"));
		String above = limited.replaceFirst("(<inputEntry[^>]*>\\s*)<text>-</text>", "$1<text>&gt; limit</text>");
		assertThat(TableWords.compared("hall.dmn", limited.getBytes(UTF_8), above.getBytes(UTF_8))).singleElement()
			.satisfies((change) -> assertThat(change.to()).isEqualTo("> {Limit 限额}"));
	}

	@Test
	void aColumnMoreComesBehindThoseOfItsKind() {
		String more = TableColumns.of(table()).added(0, new Added(false, "Risk 风险", "risk", "string"));
		TableSheet sheet = TableFile.read(more).sheets().get(0);
		assertThat(sheet.names()).containsExactly("budget", "risk", "→", "level");
		assertThat(sheet.rows().get(0).inputs()).containsExactly("-", "-");
		TableSheet again = TableFile.read(TableColumns.of(more).added(0, BUDGET)).sheets().get(0);
		assertThat(again.inputs()).hasSize(3);
	}

	@Test
	void aColumnIsTakenAwayWithItsCellsAndTheLastOneStays() {
		String more = TableColumns.of(table()).added(0, new Added(false, "Risk 风险", "risk", "string"));
		String fewer = TableColumns.of(more).removed(0, 0);
		TableSheet sheet = TableFile.read(fewer).sheets().get(0);
		assertThat(sheet.names()).containsExactly("risk", "→", "level");
		assertThat(sheet.rows().get(0).inputs()).hasSize(1);
		assertThat(TableFile.read(TableColumns.of(fewer).removed(0, 0)).sheets().get(0).names())
			.isEqualTo(sheet.names());
	}

}
