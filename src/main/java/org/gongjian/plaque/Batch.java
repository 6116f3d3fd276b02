package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The plaques that are awarded together in one case.
 *
 * @param caseNumber the case, or {@code null} for the batch that collects
 * @param awardType NEW, RENEW, REPLACE, REVOKE or RECALL
 * @param ceremony where they are handed over, or {@code null}
 * @param text what is written on them, once prepared
 * @param issuer who awards them, once prepared
 * @param state COLLECTING, OPEN or CLOSED
 */
record Batch(UUID id, String caseNumber, String awardType, UUID ceremony, String text, String issuer,
		LocalDate validFrom, LocalDate validTo, String state) {

	boolean open() {
		return this.state.equals("OPEN");
	}

}
