package org.gongjian.plaque;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A public notice of who is to get a plaque.
 *
 * @param recipients codes of the organisations, as published
 * @param closesAt until when objections are taken
 * @param cancelled whether the award ended before
 */
record Notice(UUID id, UUID batch, String caseNumber, String text, String issuer, List<String> recipients,
		Instant openedAt, Instant closesAt, boolean cancelled) {

	/** Whether objections are taken at a moment. */
	boolean open(Instant at) {
		return !this.cancelled && at.isBefore(this.closesAt);
	}

}
