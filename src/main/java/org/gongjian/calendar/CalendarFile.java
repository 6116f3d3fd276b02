package org.gongjian.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.gongjian.shared.Written;
import org.gongjian.web.CsvUpload;

/**
 * A calendar as a file, {@code date,weekday,type,name}, one line for every day of one or
 * more whole years.
 *
 * @param days the days, in the order of the file; of use only without problems
 * @param problems what is wrong, in the order of the file
 */
record CalendarFile(List<CalendarDay> days, List<Problem> problems) {

	private static final int MOST_PROBLEMS = 100;

	static final List<String> HEADER = List.of("date", "weekday", "type", "name");

	/**
	 * Reads a file and names everything wrong with it.
	 * @param text the file without byte order mark
	 */
	static CalendarFile read(String text) {
		List<CalendarDay> days = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		try (var records = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
			Map<LocalDate, Long> lines = new TreeMap<>();
			for (CSVRecord line : records) {
				if (problems.size() >= MOST_PROBLEMS) {
					break;
				}
				if (line.getRecordNumber() == 1) {
					if (!line.toList().stream().map(String::strip).toList().equals(HEADER)) {
						problems.add(new Problem(1, "", "calendar.problem.header", String.join(",", HEADER)));
						break;
					}
				}
				else {
					read(line, days, problems, lines);
				}
			}
			if (problems.isEmpty()) {
				missing(lines, problems);
			}
		}
		catch (IOException | RuntimeException ex) {
			problems.add(new Problem(0, "", "calendar.problem.unreadable", ""));
		}
		return new CalendarFile(List.copyOf(days), List.copyOf(problems));
	}

	private static void read(CSVRecord line, List<CalendarDay> days, List<Problem> problems,
			Map<LocalDate, Long> lines) {
		long row = line.getRecordNumber();
		if (line.size() != HEADER.size()) {
			problems.add(new Problem(row, "", "calendar.problem.columns", String.valueOf(line.size())));
			return;
		}
		String dateText = line.get(0).strip();
		String typeText = line.get(2).strip();
		Written name = Written.line(CsvUpload.cell(line.get(3)));
		LocalDate date;
		DayType type;
		try {
			date = LocalDate.parse(dateText);
		}
		catch (DateTimeParseException ex) {
			problems.add(new Problem(row, "date", "calendar.problem.date", dateText));
			return;
		}
		try {
			type = DayType.valueOf(typeText);
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem(row, "type", "calendar.problem.type", typeText));
			return;
		}
		if (date.getYear() < 2000 || date.getYear() > 2100) {
			problems.add(new Problem(row, "date", "calendar.problem.date", dateText));
			return;
		}
		boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
		boolean fits = switch (type) {
			case WORKDAY -> !weekend;
			case WEEKEND, MAKEUP -> weekend;
			case HOLIDAY -> true;
		};
		if (!line.get(1).strip().equalsIgnoreCase(weekday(date))) {
			problems.add(new Problem(row, "weekday", "calendar.problem.weekday", line.get(1).strip()));
		}
		else if (!fits) {
			problems.add(new Problem(row, "type", "calendar.problem.does-not-fit",
					type.name() + " " + date.getDayOfWeek().name().toLowerCase(Locale.ROOT)));
		}
		else if (!name.clean() || name.longerThan(60)) {
			problems.add(new Problem(row, "name", "calendar.problem.name", ""));
		}
		else if (lines.putIfAbsent(date, row) != null) {
			problems.add(new Problem(row, "date", "calendar.problem.twice", dateText));
		}
		else {
			days.add(new CalendarDay(date, type, name.empty() ? null : name.text()));
		}
	}

	/** The short name of a day's weekday, {@code Mon}. */
	static String weekday(LocalDate date) {
		return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
	}

	/** The days as a file again. */
	String text() {
		StringBuilder text = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
			printer.printRecord(HEADER);
			for (CalendarDay day : this.days) {
				printer.printRecord(day.date(), weekday(day.date()), day.type(), day.name());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	private static void missing(Map<LocalDate, Long> lines, List<Problem> problems) {
		if (lines.isEmpty()) {
			problems.add(new Problem(0, "", "calendar.problem.empty", ""));
			return;
		}
		lines.keySet().stream().map(LocalDate::getYear).distinct().forEach((year) -> {
			for (int day = 1; day <= Year.of(year).length() && problems.size() < MOST_PROBLEMS; day++) {
				LocalDate date = LocalDate.ofYearDay(year, day);
				if (!lines.containsKey(date)) {
					problems.add(new Problem(0, "date", "calendar.problem.missing", date.toString()));
				}
			}
		});
	}

	/**
	 * Something wrong with a file.
	 *
	 * @param row the line, 1 is the header; 0 for the file as a whole
	 * @param column the column, or empty
	 * @param code a message key
	 * @param value what was found
	 */
	record Problem(long row, String column, String code, String value) {
	}

}
