package org.gongjian.notification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Another program that is told what happens.
 *
 * @param secret the key its messages are signed with
 * @param events what it is told of, {@code case.closed}
 * @param active whether it is told anything
 */
record Webhook(UUID id, String name, String url, String secret, Set<String> events, boolean active, String createdBy,
		Instant createdAt, int version) {

	Webhook {
		events = Set.copyOf(events);
	}

}
