package org.gongjian.plaque;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

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
		String checkedTitle = Written.line(this.title).kept("title", TITLE, true, wrong);
		String checkedPlace = Written.line(this.place).kept("place", TITLE, false, wrong);
		String checkedNote = Written.text(this.note).kept("note", NOTE, false, wrong);
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
		wrong.add(Violation.of("plannedOn", text.isEmpty() ? "web.violation.required" : "plaque.violation.date"));
		return null;
	}

}
