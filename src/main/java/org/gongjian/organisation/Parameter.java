package org.gongjian.organisation;

import java.time.LocalDate;
import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * A number or word the rules of the house read, with its value of today.
 *
 * @param key such as {@code pairing.maxPerGov}
 * @param unit a message key's last part, or {@code null}
 * @param minimum of a number, or {@code null}
 * @param maximum of a number, or {@code null}
 * @param choices of a choice, else empty
 * @param basis where the start value comes from
 * @param value in force today
 * @param validFrom since when
 * @param next the value that will follow, or {@code null}
 * @param nextFrom from when, or {@code null}
 * @param label what an administrator called it, or {@code null} for those of the house
 */
record Parameter(String key, Kind kind, String unit, Integer minimum, Integer maximum, List<String> choices,
		String basis, String value, LocalDate validFrom, String next, LocalDate nextFrom, int version,
		Bilingual label) {

	enum Kind {

		NUMBER, TEXT, FLAG, CHOICE, DATE, MONTH_DAY

	}

	/** The room it belongs to: the part before the first dot. */
	String area() {
		return this.key.substring(0, this.key.indexOf('.'));
	}

}
