package org.gongjian.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import org.gongjian.shared.Time;

/** Checks days and moments; a moment without offset is meant as the office's. */
final class DayCheck {

	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	private final TextCheck texts;

	private final LocalDate today;

	private final Violations out;

	DayCheck(TextCheck texts, LocalDate today, Violations out) {
		this.texts = texts;
		this.today = today;
		this.out = out;
	}

	String date(Field field, String path, Object raw) {
		String text = this.texts.scalar(path, raw);
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			return inside(field, path, date) ? date.toString() : null;
		}
		catch (DateTimeException ex) {
			this.out.add(path, "form.violation.date");
			return null;
		}
	}

	String moment(Field field, String path, Object raw) {
		String text = this.texts.scalar(path, raw);
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime moment = (text.length() <= 19)
					? LocalDateTime.parse(text).atZone(Time.OFFICE).toOffsetDateTime()
					: OffsetDateTime.parse(text).atZoneSameInstant(Time.OFFICE).toOffsetDateTime();
			return inside(field, path, moment.toLocalDate()) ? MOMENT.format(moment) : null;
		}
		catch (DateTimeException ex) {
			this.out.add(path, "form.violation.datetime");
			return null;
		}
	}

	private boolean inside(Field field, String path, LocalDate date) {
		LocalDate min = bound(field.min(), FIRST_DAY);
		LocalDate max = bound(field.max(), LAST_DAY);
		if (date.isBefore(min)) {
			this.out.add(path, "today".equals(field.min()) ? "form.violation.not-past" : "form.violation.min-date",
					min.toString());
			return false;
		}
		if (date.isAfter(max)) {
			this.out.add(path, "today".equals(field.max()) ? "form.violation.not-future" : "form.violation.max-date",
					max.toString());
			return false;
		}
		return true;
	}

	private LocalDate bound(String bound, LocalDate otherwise) {
		if (bound == null) {
			return otherwise;
		}
		return "today".equals(bound) ? this.today : LocalDate.parse(bound);
	}

}
