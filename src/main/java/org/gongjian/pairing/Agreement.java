package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A co-building agreement, 共建协议; a change is a new version.
 *
 * @param number {@code XY-2026-001-01}
 * @param signedGovernmentOn when the government side signed, or {@code null}
 * @param file the attachment of the case that holds its text
 * @param caseNumber the case in which this version was made, or {@code null}
 * @param voided whether it never came into force
 */
public record Agreement(UUID id, UUID pairing, String number, int version, LocalDate madeOn,
		LocalDate signedGovernmentOn, LocalDate signedEnterpriseOn, UUID file, String caseNumber, boolean voided) {
}
