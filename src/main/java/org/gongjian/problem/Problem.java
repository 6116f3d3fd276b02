package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A problem as the register has it; what was written at each step is in its case.
 *
 * @param number the number of its case, {@code SQ-2026-00001}
 * @param reporterOrg whose problem it is
 * @param pairedOrg the paired government organisation, or {@code null}
 * @param pairing the number of that pairing, or {@code null}
 * @param severity S1 to S5
 * @param level L1 to L5: how high it is now
 * @param confidential whether only discipline inspection and the reporter see it
 * @param lead the code of the lead department, or {@code null}
 * @param charges how often a leader took charge
 * @param answered whether the reporter answered the reply
 * @param satisfaction 1 to 5, or {@code null}
 * @param duplicateOf the number under which it is handled, or {@code null}
 */
record Problem(String number, String title, String reporterOrg, String pairedOrg, String pairing, String kind,
		String category, String severity, String level, ProblemState state, boolean confidential, String channel,
		String sourceRef, String reporterName, String reporterPhone, String lead, int dispatches, int reworks,
		int charges, boolean wasParked, boolean answered, String resultClass, String resultText, Integer satisfaction,
		String duplicateOf, LocalDate parkedUntil, Instant registeredAt, Instant respondedAt, Instant repliedAt,
		Instant closedAt, String provenance, int version) {

	/** The process key. */
	static final String PROCESS = "problem-escalation";

	static final List<String> KINDS = List.of("CONSULT", "HELP", "COMPLAINT", "SUGGESTION", "WISH", "PAIRING_DISPUTE",
			"INTEGRITY_REPORT");

	static final List<String> SEVERITIES = List.of("S1", "S2", "S3", "S4", "S5");

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

	/** Whether the matter was urgent enough to be looked back on. */
	boolean urgent() {
		return this.severity.equals("S1") || this.severity.equals("S2");
	}

	/** The phone number as other organisations see it. */
	static String masked(String phone) {
		if (phone == null) {
			return null;
		}
		String digits = phone.strip();
		int shown = (digits.length() > 7) ? 3 : 0;
		int last = (digits.length() > 7) ? 2 : 1;
		return digits.substring(0, shown) + "*".repeat(digits.length() - shown - last)
				+ digits.substring(digits.length() - last);
	}

}
