package org.gongjian.organisation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** Reads what somebody typed, field by field, and keeps what is wrong with it. */
class Answers {

	private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

	private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

	// 2024-05-16 of date fields, 2024/5/16 of spreadsheets
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-M-d")
		.withResolverStyle(ResolverStyle.STRICT);

	private final List<Violation> violations = new ArrayList<>();

	/** One line of text, or {@code null} when empty. */
	String line(String field, String typed, int most, boolean required) {
		return Written.line(typed).kept(field, most, required, this.violations);
	}

	/** Several lines of text, or {@code null} when empty. */
	String lines(String field, String typed, int most) {
		return Written.text(typed).kept(field, most, false, this.violations);
	}

	/** A code in capitals. */
	String code(String field, String typed, boolean required) {
		String code = line(field, typed, 20, required);
		if (code != null && !CODE.matcher(code).matches()) {
			wrong(field, "organisation.violation.code");
			return null;
		}
		return code;
	}

	/** A whole number, or {@code null} when empty. */
	Integer number(String field, String typed, int least, int most) {
		String text = Words.clean(typed);
		if (text == null) {
			return null;
		}
		if (!INTEGER.matcher(text).matches()) {
			wrong(field, "organisation.violation.number");
			return null;
		}
		int number = Integer.parseInt(text);
		if (number < least || number > most) {
			wrong(field, "organisation.violation.range", least, most);
			return null;
		}
		return number;
	}

	/** A day between 1900 and 2199, or {@code null} when empty. */
	LocalDate date(String field, String typed, boolean required) {
		String text = Words.clean(typed);
		if (text == null) {
			if (required) {
				wrong(field, "web.violation.required");
			}
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text.replace('/', '-'), DATE);
			if (date.getYear() < 1900 || date.getYear() > 2199) {
				wrong(field, "organisation.violation.date");
				return null;
			}
			return date;
		}
		catch (DateTimeParseException ex) {
			wrong(field, "organisation.violation.date");
			return null;
		}
	}

	/** A day of each year such as {@code 12-01}. */
	String monthDay(String field, String typed) {
		try {
			return MonthDay.parse("--" + typed).toString().substring(2);
		}
		catch (DateTimeParseException ex) {
			wrong(field, "organisation.violation.month-day");
			return null;
		}
	}

	/** One of the constants, or {@code null} when empty. */
	<E extends Enum<E>> E choice(String field, String typed, Class<E> type, boolean required) {
		String text = Words.clean(typed);
		if (text == null) {
			if (required) {
				wrong(field, "web.violation.required");
			}
			return null;
		}
		try {
			return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			wrong(field, "organisation.violation.choice", String.join(", ", names(type)));
			return null;
		}
	}

	private static <E extends Enum<E>> List<String> names(Class<E> type) {
		List<String> names = new ArrayList<>();
		for (E constant : type.getEnumConstants()) {
			names.add(constant.name());
		}
		return names;
	}

	void wrong(String field, String code, Object... arguments) {
		this.violations.add(Violation.of(field, code, arguments));
	}

	boolean wrong() {
		return !this.violations.isEmpty();
	}

	List<Violation> violations() {
		return this.violations;
	}

	/** Refuses everything when anything is wrong. */
	void check() {
		if (wrong()) {
			throw new InvalidInput(this.violations);
		}
	}

}
