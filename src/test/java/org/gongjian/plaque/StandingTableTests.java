package org.gongjian.plaque;

import java.time.LocalDate;

import org.gongjian.support.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What eligibility asks of evaluations and measures, on every database. */
@Tag("postgres")
class StandingTableTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

	@ParameterizedTest
	@EnumSource(Database.class)
	void theLastGradeCountsAndAnOverdueMeasureIsSeen(Database database) {
		JdbcClient jdbc = JdbcClient.create(database.migrated());
		StandingTable table = new StandingTable(jdbc);
		assertThat(table.lastGrade("JD-2026-001")).isEmpty();
		evaluation(jdbc, 2024, "FAIL");
		evaluation(jdbc, 2025, "PASS");
		assertThat(table.lastGrade("JD-2026-001")).contains("PASS");
		jdbc.sql(
				"""
						insert into plaque_measure (id, case_number, plaque, open_plaque, organisation, kind, state_before, rectify_until,
						  extended, opened_at, version)
						values (:id, 'NS-1', 'DJGJ-1', 'DJGJ-1', 'E1', 'RECTIFY', 'VALID', :until, false, current_timestamp, 0)
						""")
			.param("id", java.util.UUID.randomUUID())
			.param("until", TODAY.minusDays(1))
			.update();
		assertThat(table.overdue("E1", TODAY)).isTrue();
		assertThat(table.overdue("E1", TODAY.minusDays(1))).as("on its last day").isFalse();
		assertThat(table.overdue("E2", TODAY)).isFalse();
	}

	private static void evaluation(JdbcClient jdbc, int year, String grade) {
		jdbc.sql(
				"""
						insert into evaluation (id, pairing, government_org, enterprise_org, search_key, evaluation_year, kind, case_number,
						  bonus, deduction, total, band, grade, violation, reviewers, evaluated_at, version)
						values (:id, 'JD-2026-001', 'G1', 'E1', 'x', :year, 'ANNUAL', :case, 0, 0, 50, :grade, :grade, 'NONE', 'x',
						  current_timestamp, 0)
						""")
			.param("id", java.util.UUID.randomUUID())
			.param("year", year)
			.param("case", "NS-" + year)
			.param("grade", grade)
			.update();
	}

}
