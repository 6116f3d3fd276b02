package org.gongjian.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.gongjian.notification.Channel.Undeliverable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox of one channel. Several nodes may do it at once: each parcel is
 * claimed first. What was handed over but not noted, because the node died between the
 * two, is handed over again under the same id.
 */
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final Duration CLAIM = Duration.ofMinutes(5);

	private static final int BATCH = 100;

	private static final int MOST_ROUNDS = 200;

	/** A day in all, then somebody has to look. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8),
			Duration.ofHours(9));

	private final Channel channel;

	private final OutboxTable table;

	private final Clock clock;

	Postman(Channel channel, OutboxTable table, Clock clock) {
		this.channel = channel;
		this.table = table;
		this.clock = clock;
	}

	/** Delivers what is due, as long as something is. */
	void work() {
		if (!this.channel.works()) {
			return;
		}
		for (int round = 0; round < MOST_ROUNDS; round++) {
			List<Parcel> due = this.table.due(this.channel.name(), this.clock.instant(), BATCH);
			due.forEach(this::deliver);
			if (due.isEmpty()) {
				return;
			}
		}
	}

	private void deliver(Parcel parcel) {
		Instant now = this.clock.instant();
		if (!this.table.claim(parcel.id(), now, now.plus(CLAIM))) {
			return;
		}
		try {
			this.channel.deliver(parcel);
			this.table.sent(parcel.id(), this.clock.instant());
		}
		catch (Undeliverable undeliverable) {
			String problem = cut(undeliverable.getMessage());
			if (undeliverable.forGood() || parcel.tries() >= PAUSES.size()) {
				log.warn("{} {} could not be delivered: {}", parcel.channel(), parcel.id(), problem);
				this.table.failed(parcel.id(), this.clock.instant(), problem);
			}
			else {
				this.table.later(parcel.id(), this.clock.instant().plus(PAUSES.get(parcel.tries())), problem);
			}
		}
	}

	private static String cut(String text) {
		String line = (text == null) ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
		return (line.length() > 400) ? line.substring(0, 400) : line;
	}

}
