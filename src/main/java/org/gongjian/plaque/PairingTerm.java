package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.List;

/**
 * What plaques need to know of a pairing.
 *
 * @param organisations both sides
 * @param inForce whether it is in force today
 * @param from the day it came into force, or {@code null}
 * @param to the last day of its term
 * @param caseNumber the case that approved it, or {@code null}
 */
record PairingTerm(String number, List<String> organisations, boolean inForce, LocalDate from, LocalDate to,
		String caseNumber) {
}
