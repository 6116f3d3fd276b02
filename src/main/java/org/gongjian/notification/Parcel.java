package org.gongjian.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that leaves the house.
 *
 * @param id stays the same however often it is tried: receivers know doubles by it
 * @param channel MAIL or WEBHOOK
 * @param addressee the account, or the webhook's id
 * @param event what it is about, {@code case.closed}
 * @param content the letter as JSON
 * @param state WAITING, SENT or FAILED
 * @param tries how often it was tried
 * @param problem what went wrong last, or {@code null}
 */
record Parcel(UUID id, long seq, String channel, String addressee, String event, String content, String state,
		int tries, Instant createdAt, Instant nextTryAt, Instant endedAt, String problem) {
}
