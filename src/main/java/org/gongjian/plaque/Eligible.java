package org.gongjian.plaque;

import java.time.LocalDate;

/**
 * Whether an organisation may get a plaque.
 *
 * @param result ELIGIBLE, CONDITIONAL or INELIGIBLE
 * @param reason the reason code of the table
 * @param held how many plaques it holds already
 * @param pairedUntil the end of the pairing it is proposed for, or {@code null}
 */
record Eligible(String result, String reason, int held, LocalDate pairedUntil) {

	boolean not() {
		return this.result.equals("INELIGIBLE");
	}

	boolean conditional() {
		return this.result.equals("CONDITIONAL");
	}

}
