package org.gongjian.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.gongjian.shared.Time;
import org.flywaydb.core.Flyway;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Working days by the table, on both databases, seeded by the migration. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
@ExtendWith(OutputCaptureExtension.class)
class WorkingDaysTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC);

	@Parameter
	Database database;

	private CalendarTable table;

	private WorkingDays days;

	private WorkingDueDates dueDates;

	@BeforeEach
	void open() {
		var source = this.database.migrated();
		Flyway.configure()
			.dataSource(source)
			.locations("classpath:db/migration")
			.javaMigrations(new SeedCalendar())
			.outOfOrder(true)
			.load()
			.migrate();
		this.table = new CalendarTable(JdbcClient.create(source));
		this.days = new WorkingDays(this.table, (event) -> {
		}, CLOCK);
		this.dueDates = new WorkingDueDates(this.days, new OfficeHours(this.days::working, Time.OFFICE));
	}

	@Test
	void theSeedHoldsThreeWholeYears() {
		assertThat(this.table.all()).hasSize(366 + 365 + 365);
		assertThat(this.days.years()).containsExactly(2024, 2025, 2026);
		assertThat(this.days.knownUntil()).isEqualTo("2026-12-31");
		assertThat(this.days.year(2024)).hasSize(366);
	}

	@Test
	void aMakeUpSaturdayIsWorked() {
		assertThat(this.days.working(day("2024-05-11"))).isTrue();
		assertThat(this.days.plus(day("2024-05-10"), 1)).isEqualTo("2024-05-11");
		assertThat(this.days.plus(day("2024-05-10"), 2)).isEqualTo("2024-05-13");
		assertThat(this.days.plus(day("2024-05-11"), 4)).isEqualTo("2024-05-16");
		assertThat(this.days.plus(day("2024-05-16"), -4)).isEqualTo("2024-05-11");
	}

	@Test
	void nationalDayIsJumpedOver() {
		assertThat(this.days.plus(day("2024-09-30"), 1)).isEqualTo("2024-10-08");
		assertThat(this.days.plus(day("2024-10-08"), -1)).isEqualTo("2024-09-30");
		assertThat(this.days.plus(day("2024-09-29"), 0)).isEqualTo("2024-09-29");
		assertThat(this.days.plus(day("2024-10-01"), 0)).isEqualTo("2024-10-08");
	}

	@Test
	void yearsAreCrossed() {
		assertThat(this.days.plus(day("2024-12-31"), 1)).isEqualTo("2025-01-02");
		assertThat(this.days.plus(day("2026-01-05"), -2)).isEqualTo("2025-12-31");
		assertThat(this.days.plus(day("2025-12-31"), 1)).isEqualTo("2026-01-04");
	}

	@Test
	void daysBetweenAreCountedLikeDaysAdded() {
		for (int count = -60; count <= 60; count++) {
			LocalDate from = day("2024-09-30");
			assertThat(this.days.between(from, this.days.plus(from, count))).as("%d", count)
				.isEqualTo((count == 0) ? 0 : count);
		}
	}

	@Test
	void outsideTheKnownYearsMondayToFridayIsCountedWithAWarning(CapturedOutput output) {
		assertThat(this.days.known(day("2027-01-01"))).isFalse();
		assertThat(this.days.known(day("2026-12-31"))).isTrue();
		assertThat(this.days.plus(day("2026-12-31"), 1)).isEqualTo("2027-01-01");
		assertThat(this.days.plus(day("2026-12-31"), 2)).isEqualTo("2027-01-04");
		assertThat(output).contains("The working days of 2027 are not known");
		assertThat(output).contains("WARN");
	}

	@Test
	void insideThemNothingIsWarnedOf(CapturedOutput output) {
		this.days.plus(day("2024-01-01"), 600);
		assertThat(output).doesNotContain("are not known");
	}

	@Test
	void aYearIsReplacedWhole() {
		List<CalendarDay> year = day("2027-01-01").datesUntil(day("2028-01-01"))
			.map((date) -> new CalendarDay(date,
					(date.getDayOfWeek().getValue() > 5) ? DayType.WEEKEND : DayType.HOLIDAY, null))
			.toList();
		TransactionSynchronizationManager.initSynchronization();
		try {
			this.days.replace(year, "anna");
			this.days.replace(year, "anna");
			TransactionSynchronizationManager.getSynchronizations().forEach((end) -> end.afterCompletion(0));
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
		assertThat(this.days.knownUntil()).isEqualTo("2027-12-31");
		assertThat(this.days.working(day("2027-03-01"))).isFalse();
	}

	@Test
	void aDeadlineOfWorkingDaysEndsWhenTheOfficeCloses() {
		Instant friday = Instant.parse("2024-05-10T02:00:00Z");
		assertThat(this.dueDates.after(friday, "P1WD")).isEqualTo("2024-05-11T09:30:00Z");
		assertThat(this.dueDates.after(friday, "P3WD")).isEqualTo("2024-05-14T09:30:00Z");
		assertThat(this.dueDates.after(friday, "P-1WD")).isEqualTo("2024-05-09T09:30:00Z");
		assertThat(this.dueDates.after(friday, "-P1WD")).isEqualTo("2024-05-09T09:30:00Z");
		assertThat(this.dueDates.after(friday, "P0WD")).isEqualTo("2024-05-10T09:30:00Z");
	}

	@Test
	void halfAWorkingDayIsHalfOfItsOfficeHours() {
		assertThat(this.dueDates.after(Instant.parse("2024-05-10T02:00:00Z"), "P0.5WD"))
			.isEqualTo("2024-05-10T08:00:00Z");
		assertThat(this.dueDates.after(Instant.parse("2024-05-10T08:30:00Z"), "P0.5WD"))
			.isEqualTo("2024-05-11T02:30:00Z");
	}

	@Test
	void theDayOfTheStartIsThatOfTheOffice() {
		assertThat(this.dueDates.after(Instant.parse("2024-05-09T17:00:00Z"), "P1WD"))
			.isEqualTo("2024-05-11T09:30:00Z");
		assertThat(this.dueDates.after(Instant.parse("2024-05-09T15:00:00Z"), "P1WD"))
			.isEqualTo("2024-05-10T09:30:00Z");
	}

	@Test
	void otherDurationsAreThoseOfTheStandard() {
		Instant start = Instant.parse("2024-05-10T02:00:00Z");
		assertThat(this.dueDates.after(start, "P30D")).isEqualTo("2024-06-09T02:00:00Z");
		assertThat(this.dueDates.after(start, "PT2H")).isEqualTo("2024-05-10T04:00:00Z");
		assertThat(this.dueDates.after(start, "P1DT2H")).isEqualTo("2024-05-11T04:00:00Z");
		assertThat(this.dueDates.after(start, "P1M")).isEqualTo("2024-06-10T02:00:00Z");
		assertThat(this.dueDates.after(start, "-P1D")).isEqualTo("2024-05-09T02:00:00Z");
	}

	@Test
	void whatIsNoDurationIsRefused() {
		for (String wrong : List.of("", "3WD", "P3wd", "P99999WD", "P2001WD", "soon", "P", "P1WDT1H")) {
			assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> this.dueDates.after(Instant.EPOCH, wrong));
		}
	}

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

}
