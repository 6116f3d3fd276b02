package org.gongjian.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;

import org.gongjian.shared.Time;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OfficeHoursTests {

	private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 2),
			LocalDate.of(2024, 5, 3));

	private static final LocalDate MAKE_UP = LocalDate.of(2024, 5, 11);

	private final OfficeHours office = new OfficeHours(OfficeHoursTests::working, Time.OFFICE);

	@Test
	void aDayHasSevenHours() {
		assertThat(this.office.between(at("2024-05-06T00:00"), at("2024-05-07T00:00"))).isEqualTo(OfficeHours.DAY);
		assertThat(this.office.between(at("2024-05-06T11:30"), at("2024-05-06T15:00"))).isEqualTo(Duration.ofHours(1));
		assertThat(this.office.between(at("2024-05-06T12:00"), at("2024-05-06T14:30"))).isZero();
		assertThat(this.office.between(at("2024-05-07T09:00"), at("2024-05-06T09:00")))
			.isEqualTo(OfficeHours.DAY.negated());
	}

	@Test
	void summerMovesTheAfternoonByHalfAnHour() {
		var there = new OfficeHours(OfficeHoursTests::working, Time.OFFICE, SummerSeason.of("05-06/09-30"));
		assertThat(there.between(at("2024-05-06T00:00"), at("2024-05-07T00:00"))).isEqualTo(OfficeHours.DAY);
		assertThat(there.open(at("2024-05-06T14:45"))).isFalse();
		assertThat(there.open(at("2024-05-06T17:45"))).isTrue();
		assertThat(there.afterDays(at("2024-04-30T16:00"), 1)).isEqualTo(at("2024-05-06T18:00"));
		assertThat(there.plus(at("2024-04-30T16:30"), OfficeHours.DAY)).isEqualTo(at("2024-05-06T17:00"));
		assertThat(there.open(at("2024-09-30T17:45"))).isTrue();
		assertThat(there.open(at("2024-10-08T17:45"))).isFalse();
		for (String wrong : Set.of("summer", "09-30/05-01", "05-01", "13-01/14-01")) {
			assertThatIllegalArgumentException().isThrownBy(() -> SummerSeason.of(wrong))
				.withMessageContaining("05-01/09-30");
		}
	}

	@Test
	void weekendsAndHolidaysHaveNoneAndMakeUpDaysHave() {
		assertThat(this.office.between(at("2024-05-01T00:00"), at("2024-05-06T00:00"))).isZero();
		assertThat(this.office.between(at("2024-05-11T00:00"), at("2024-05-12T00:00"))).isEqualTo(OfficeHours.DAY);
		assertThat(this.office.open(at("2024-05-11T10:00"))).isTrue();
		assertThat(this.office.open(at("2024-05-12T10:00"))).isFalse();
		assertThat(this.office.open(at("2024-05-13T17:30"))).isFalse();
	}

	@Test
	void workingDaysEndWhenTheOfficeCloses() {
		assertThat(this.office.afterDays(at("2024-04-30T16:00"), 1)).isEqualTo(at("2024-05-06T17:30"));
		assertThat(this.office.afterDays(at("2024-05-10T09:00"), 1)).isEqualTo(at("2024-05-11T17:30"));
		assertThat(this.office.afterDays(at("2024-05-10T09:00"), 2)).isEqualTo(at("2024-05-13T17:30"));
		assertThat(this.office.afterDays(at("2024-05-12T09:00"), 0)).isEqualTo(at("2024-05-13T17:30"));
	}

	@Test
	void addingIsTheOppositeOfMeasuring() {
		var random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			Instant from = at("2024-04-20T00:00").plusSeconds(random.nextInt(30 * 86_400));
			Duration length = Duration.ofSeconds(random.nextInt(80 * 3_600));
			Instant to = this.office.plus(from, length);
			assertThat(this.office.between(from, to)).isEqualTo(length);
			assertThat(this.office.between(from, to.minusSeconds(1))).as("the first such moment")
				.isEqualTo(length.isZero() ? this.office.between(from, from.minusSeconds(1)) : length.minusSeconds(1));
		}
	}

	@Test
	void aDayOnWhichClocksChangeCountsWhatItHas() {
		for (String zone : Set.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai")) {
			var there = new OfficeHours((day) -> true, ZoneId.of(zone));
			for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
				Instant morning = day.atTime(8, 0).atZone(ZoneId.of(zone)).toInstant();
				assertThat(there.on(day, Instant.MIN, Instant.MAX)).isEqualTo(OfficeHours.DAY);
				ZonedDateTime due = there.afterDays(morning, 3).atZone(ZoneId.of(zone));
				assertThat(due.toLocalTime()).isEqualTo(OfficeHours.CLOSE);
				assertThat(there.plus(morning, OfficeHours.DAY.multipliedBy(4))).isEqualTo(due.toInstant());
			}
		}
	}

	@Test
	void anOfficeThatNeverOpensIsNotWaitedForForEver() {
		var closed = new OfficeHours((day) -> false, Time.OFFICE);
		assertThatIllegalArgumentException().isThrownBy(() -> closed.plus(at("2024-05-06T09:00"), OfficeHours.DAY));
	}

	private static boolean working(LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return day.equals(MAKE_UP) || !weekend && !HOLIDAYS.contains(day);
	}

	private static Instant at(String local) {
		return java.time.LocalDateTime.parse(local).atZone(Time.OFFICE).toInstant();
	}

}
