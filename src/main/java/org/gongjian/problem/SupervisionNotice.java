package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A supervision notice 督办单.
 *
 * @param number {@code DB-2026-001}
 * @param department the lead department it is addressed to
 * @param copyLeader whether the leader in charge got a copy
 * @param file the PDF among the attachments of the case, or {@code null} for none yet
 */
record SupervisionNotice(String number, String caseNumber, String department, String requirement, LocalDate newDeadline,
		boolean copyLeader, String issuedBy, Instant issuedAt, UUID file) {
}
