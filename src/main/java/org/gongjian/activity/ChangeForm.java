package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** What is typed to change a published activity. */
record ChangeForm(String start, String end, String place, String placeKind, String participants, String minors,
		String minorsCount, String extraBudget, String reason) {

	static final List<String> PLACES = List.of("INDOOR", "OUTDOOR", "ENTERPRISE_SITE", "COMMUNITY", "OUT_OF_TOWN",
			"OUT_OF_PROVINCE", "ONLINE");

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	private static final int MOST_PEOPLE = 5_000;

	private static final int LONG = 500;

	private static final String REQUIRED = "activity.violation.required";

	static ChangeForm of(Activity activity, CaseValues data) {
		Integer minors = data.count("minorsCount");
		return new ChangeForm(typed(activity.startsAt()), typed(activity.endsAt()), activity.place(),
				activity.placeKind(), String.valueOf(activity.participants()), activity.minors() ? "true" : null,
				(minors == null) ? null : minors.toString(), null, null);
	}

	private static String typed(Instant at) {
		return TYPED.format(LocalDateTime.ofInstant(at, Time.OFFICE));
	}

	/**
	 * What to change.
	 * @param now after which it must begin
	 * @throws InvalidInput with everything that is wrong
	 */
	Change check(Instant now) {
		var wrong = new ArrayList<Violation>();
		Instant from = moment("start", this.start, wrong);
		Instant to = moment("end", this.end, wrong);
		if (from != null && !from.isAfter(now)) {
			wrong.add(Violation.of("start", "activity.change.past"));
		}
		if (from != null && to != null && !to.isAfter(from)) {
			wrong.add(Violation.of("end", "activity.change.end"));
		}
		if (!Set.copyOf(PLACES).contains(String.valueOf(this.placeKind))) {
			wrong.add(Violation.of("placeKind", REQUIRED));
		}
		boolean withMinors = "true".equals(this.minors);
		Change change = new Change(from, to, line("place", this.place, 1, wrong), this.placeKind,
				number("participants", this.participants, 2, wrong), withMinors,
				withMinors ? number("minorsCount", this.minorsCount, 1, wrong) : 0, money(wrong),
				line("reason", this.reason, 5, wrong));
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return change;
	}

	private static Instant moment(String field, String typed, List<Violation> wrong) {
		try {
			return LocalDateTime.parse((typed == null) ? "" : typed.strip()).atZone(Time.OFFICE).toInstant();
		}
		catch (DateTimeException unreadable) {
			wrong.add(Violation.of(field, REQUIRED));
			return null;
		}
	}

	private static int number(String field, String typed, int least, List<Violation> wrong) {
		String text = (typed == null) ? "" : typed.strip();
		int value = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
		if (value < least || value > MOST_PEOPLE) {
			wrong.add(Violation.of(field, "activity.change.number", least, MOST_PEOPLE));
		}
		return value;
	}

	private BigDecimal money(List<Violation> wrong) {
		String text = (this.extraBudget == null) ? "" : this.extraBudget.strip();
		if (text.isEmpty()) {
			return BigDecimal.ZERO;
		}
		if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
			wrong.add(Violation.of("extraBudget", "activity.change.money"));
			return BigDecimal.ZERO;
		}
		return new BigDecimal(text);
	}

	/** A line of text of a length. */
	static String line(String field, String typed, int least, List<Violation> wrong) {
		Written text = Written.text(typed);
		return text.between(field, least, LONG, text.empty() ? REQUIRED : "activity.violation.length", wrong);
	}

	/**
	 * A change that was checked.
	 *
	 * @param extraBudget in yuan, on top of what was approved
	 */
	record Change(Instant start, Instant end, String place, String placeKind, int participants, boolean minors,
			int minorsCount, BigDecimal extraBudget, String reason) {
	}

}
