package org.gongjian.sla;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/**
 * What is typed into the roster.
 *
 * @param until the last of several days, or empty
 */
record DutyForm(String day, String until, String person, String phone, String note) {

	private static final int NAME = 100;

	private static final int NOTE = 200;

	private static final int MOST_DAYS = 31;

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,28}");

	/** The same, checked; empty days when they were not asked. */
	record Checked(LocalDate from, LocalDate until, String person, String phone, String note) {
	}

	static DutyForm of(Duty duty) {
		return new DutyForm(duty.day().toString(), "", duty.person(), duty.phone(), duty.note());
	}

	/**
	 * Who is on duty on a day that is known already.
	 * @throws InvalidInput with everything that is wrong
	 */
	Checked check(LocalDate known) {
		var wrong = new ArrayList<Violation>();
		return checked(known, known, wrong);
	}

	/**
	 * New days of the roster.
	 * @throws InvalidInput with everything that is wrong
	 */
	Checked checkNew(LocalDate today) {
		var wrong = new ArrayList<Violation>();
		LocalDate from = day("day", this.day, true, wrong);
		LocalDate last = day("until", this.until, false, wrong);
		if (from != null && from.isBefore(today)) {
			wrong.add(Violation.of("day", "sla.violation.past"));
		}
		if (from != null && last != null && (last.isBefore(from) || !last.isBefore(from.plusDays(MOST_DAYS)))) {
			wrong.add(Violation.of("until", "sla.violation.until", MOST_DAYS));
		}
		return checked(from, (last == null) ? from : last, wrong);
	}

	private Checked checked(LocalDate from, LocalDate last, List<Violation> wrong) {
		String name = Written.line(this.person).kept("person", NAME, true, wrong);
		String number = Written.line(this.phone).kept("phone", NAME, true, wrong);
		if (number != null && !PHONE.matcher(number).matches()) {
			wrong.add(Violation.of("phone", "sla.violation.phone"));
		}
		String remark = Written.line(this.note).kept("note", NOTE, false, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new Checked(from, last, name, number, remark);
	}

	private static LocalDate day(String field, String typed, boolean required, List<Violation> wrong) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.isEmpty() && !required) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(text);
			if (day.getYear() < 2100) {
				return day;
			}
		}
		catch (DateTimeParseException noDay) {
			// reported below
		}
		wrong.add(Violation.of(field, text.isEmpty() ? "web.violation.required" : "sla.violation.date"));
		return null;
	}

}
