package org.gongjian.pairing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** A programme as typed. */
record ProgrammeForm(String code, String titleEn, String titleZh, String docNo, String startsOn, String endsOn,
		String maxPerGov, String maxPerEnt, Boolean closed) {

	static final ProgrammeForm EMPTY = new ProgrammeForm("", "", "", "", "", "", "", "", false);

	private static final int LONGEST_TITLE = 300;

	private static final int LONGEST_DOCUMENT = 60;

	ProgrammeForm {
		closed = Boolean.TRUE.equals(closed);
	}

	static ProgrammeForm of(Programme programme) {
		return new ProgrammeForm(programme.code(), programme.title().en(), programme.title().zh(),
				text(programme.docNo()), programme.startsOn().toString(), programme.endsOn().toString(),
				text(programme.maxPerGov()), text(programme.maxPerEnt()), programme.closed());
	}

	/**
	 * The programme meant.
	 * @throws InvalidInput with everything that is wrong
	 */
	Programme read(String provenance, int version) {
		var wrong = new ArrayList<Violation>();
		if (!tidy(this.code).matches("[A-Z0-9][A-Z0-9-]{1,19}")) {
			wrong.add(Violation.of("code", "pairing.programme.violation.code"));
		}
		line("titleEn", this.titleEn, LONGEST_TITLE, true, wrong);
		line("titleZh", this.titleZh, LONGEST_TITLE, true, wrong);
		line("docNo", this.docNo, LONGEST_DOCUMENT, false, wrong);
		LocalDate start = date("startsOn", this.startsOn, wrong);
		LocalDate end = date("endsOn", this.endsOn, wrong);
		if (start != null && end != null && !end.isAfter(start)) {
			wrong.add(Violation.of("endsOn", "pairing.programme.violation.end"));
		}
		Integer gov = number("maxPerGov", this.maxPerGov, wrong);
		Integer ent = number("maxPerEnt", this.maxPerEnt, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		String document = tidy(this.docNo);
		return new Programme(tidy(this.code), new Bilingual(tidy(this.titleEn), tidy(this.titleZh)),
				document.isEmpty() ? null : document, start, end, gov, ent, this.closed, provenance, version);
	}

	private static void line(String field, String typed, int longest, boolean required, List<Violation> wrong) {
		Written line = Written.line(typed);
		if (required && line.empty() && line.clean()) {
			wrong.add(Violation.of(field, "pairing.programme.violation." + field));
		}
		else {
			line.kept(field, longest, false, wrong);
		}
	}

	private static LocalDate date(String field, String typed, List<Violation> wrong) {
		try {
			LocalDate date = LocalDate.parse(tidy(typed));
			if (date.getYear() >= 2000 && date.getYear() <= 2199) {
				return date;
			}
		}
		catch (DateTimeException unreadable) {
			// told below
		}
		wrong.add(Violation.of(field, "pairing.programme.violation." + field));
		return null;
	}

	private static Integer number(String field, String typed, List<Violation> wrong) {
		String number = tidy(typed);
		if (number.isEmpty()) {
			return null;
		}
		if (number.matches("[1-9][0-9]{0,2}")) {
			return Integer.valueOf(number);
		}
		wrong.add(Violation.of(field, "pairing.programme.violation.number"));
		return null;
	}

	private static String tidy(String typed) {
		return Written.line(typed).text();
	}

	private static String text(Object value) {
		return (value == null) ? "" : value.toString();
	}

}
