package org.gongjian.plaque;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;

/** What is typed to plan a ceremony. */
record CeremonyForm(String title, String place, String plannedOn, String note) {

	private static final int TITLE = 200;

	private static final int NOTE = 1_000;

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

	/** The same, checked. */
	record Planned(String title, String place, LocalDate on, String note) {
	}

	static CeremonyForm of(Ceremony ceremony) {
		return new CeremonyForm(ceremony.title(), ceremony.place(), ceremony.plannedOn().toString(), ceremony.note());
	}

	/**
	 * What to keep.
	 * @throws InvalidInput with everything that is wrong
	 */
	Planned check() {
		var wrong = new ArrayList<Violation>();
		String checkedTitle = line("title", this.title, TITLE, true, wrong);
		String checkedPlace = line("place", this.place, TITLE, false, wrong);
		String checkedNote = line("note", this.note, NOTE, false, wrong);
		LocalDate on = day(wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new Planned(checkedTitle, checkedPlace, on, checkedNote);
	}

	private LocalDate day(List<Violation> wrong) {
		String text = (this.plannedOn == null) ? "" : this.plannedOn.strip();
		try {
			LocalDate on = LocalDate.parse(text);
			if (!on.isBefore(FIRST) && on.isBefore(LAST)) {
				return on;
			}
		}
		catch (DateTimeParseException noDay) {
			// reported below
		}
		wrong.add(Violation.of("plannedOn", text.isEmpty() ? "plaque.violation.required" : "plaque.violation.date"));
		return null;
	}

	static String line(String field, String typed, int longest, boolean required, List<Violation> wrong) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.isEmpty()) {
			if (required) {
				wrong.add(Violation.of(field, "plaque.violation.required"));
			}
			return null;
		}
		if (text.codePointCount(0, text.length()) > longest) {
			wrong.add(Violation.of(field, "plaque.violation.long", longest));
		}
		else if (text.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
				|| hasLoneSurrogate(text)) {
			wrong.add(Violation.of(field, "plaque.violation.characters"));
		}
		return text;
	}

	private static boolean hasLoneSurrogate(String text) {
		return text.codePoints()
			.anyMatch((point) -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
	}

}
