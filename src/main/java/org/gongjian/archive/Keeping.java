package org.gongjian.archive;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Time;

/**
 * How long a file is kept: the three classes of the rules for archives of offices,
 * counted from the year after it was filed.
 */
enum Keeping {

	PERMANENT("PERMANENT", null), THIRTY("30Y", 30), TEN("10Y", 10);

	private final String code;

	private final Integer years;

	Keeping(String code, Integer years) {
		this.code = code;
		this.years = years;
	}

	/** As forms, parameters and the table write it. */
	String code() {
		return this.code;
	}

	/** The last year in which a file is kept, or {@code null} if it is kept for ever. */
	Integer until(Instant filed) {
		return (this.years == null) ? null : filed.atZone(Time.OFFICE).getYear() + this.years;
	}

	static Optional<Keeping> of(Object code) {
		return Arrays.stream(values()).filter((one) -> one.code.equals(code)).findFirst();
	}

	static List<String> codes() {
		return Arrays.stream(values()).map(Keeping::code).toList();
	}

}
