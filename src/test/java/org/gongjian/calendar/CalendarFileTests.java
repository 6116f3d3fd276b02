package org.gongjian.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTests {

	private static final String HEADER = "date,weekday,type,name\n";

	@Test
	void aWholeYearIsReadAndWrittenAgain() {
		CalendarFile file = CalendarFile.read(year(2027));
		assertThat(file.problems()).isEmpty();
		assertThat(file.days()).hasSize(365);
		assertThat(CalendarFile.read(file.text())).isEqualTo(file);
	}

	@Test
	void everythingWrongIsNamedWithItsLine() {
		CalendarFile file = CalendarFile
			.read(HEADER + "2027-02-30,Mon,WORKDAY,\n" + "2027-01-04,Tue,WORKDAY,\n" + "2027-01-05,Tue,FREE,\n"
					+ "2027-01-09,Sat,WORKDAY,\n" + "2027-01-06,Wed,MAKEUP,\n" + "2027-01-07,Thu\n"
					+ "1999-01-01,Fri,WORKDAY,\n" + "2027-01-08,Fri,WORKDAY,\n2027-01-08,Fri,WORKDAY,\n");
		assertThat(file.problems()).extracting((problem) -> problem.row() + " " + problem.code())
			.containsExactly("2 calendar.problem.date", "3 calendar.problem.weekday", "4 calendar.problem.type",
					"5 calendar.problem.does-not-fit", "6 calendar.problem.does-not-fit", "7 calendar.problem.columns",
					"8 calendar.problem.date", "10 calendar.problem.twice");
	}

	@Test
	void aYearWithAHoleIsRefused() {
		CalendarFile file = CalendarFile.read(year(2028).replace("2028-02-29,Tue,WORKDAY,\n", ""));
		assertThat(file.problems()).singleElement().extracting(CalendarFile.Problem::value).isEqualTo("2028-02-29");
	}

	@Test
	void whatIsNoCalendarIsRefused() {
		assertThat(CalendarFile.read("").problems()).isNotEmpty();
		assertThat(CalendarFile.read(HEADER).problems()).isNotEmpty();
		assertThat(CalendarFile.read("a,b\n1,2\n").problems()).extracting(CalendarFile.Problem::code)
			.containsExactly("calendar.problem.header");
		assertThat(CalendarFile.read(HEADER + "\"open").problems()).isNotEmpty();
		assertThat(CalendarFile.read(HEADER + "x,y,z,w\n".repeat(5000)).problems()).hasSize(100);
	}

	private static String year(int year) {
		StringBuilder text = new StringBuilder(HEADER);
		LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach((date) -> {
			boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
			text.append(date)
				.append(',')
				.append(CalendarFile.weekday(date))
				.append(',')
				.append(weekend ? "WEEKEND" : "WORKDAY")
				.append(",\n");
		});
		return text.toString();
	}

}
