package org.gongjian.pairing;

import java.time.LocalDate;

import org.gongjian.shared.Bilingual;

/**
 * A pairing without activity for long.
 *
 * @param lastActivityOn the day of the last confirmed activity, or {@code null}
 * @param since when it was flagged
 */
record InactiveRow(String number, Bilingual government, Bilingual enterprise, LocalDate lastActivityOn,
		LocalDate since) {
}
