package org.gongjian.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.gongjian.identity.Journal;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to leave the house, written in the transaction of what it tells. */
@Service
@Transactional
class Outbox {

	private static final Duration KEPT = Duration.ofDays(30);

	private static final List<String> CHANNELS = List.of(MailChannel.NAME, WebhookChannel.NAME);

	private static final int MOST_COUNTED = 1000;

	private final OutboxTable table;

	private final ApplicationEventPublisher events;

	private final Journal journal;

	private final Clock clock;

	Outbox(OutboxTable table, ApplicationEventPublisher events, Journal journal, Clock clock) {
		this.table = table;
		this.events = events;
		this.journal = journal;
		this.clock = clock;
	}

	/** Something is to be sent once the transaction is through. */
	record Posted(String channel) {
	}

	/** Puts something in. */
	void post(String channel, String addressee, String event, String content) {
		this.table.insert(new Parcel(UUID.randomUUID(), 0, channel, addressee, event, content, "WAITING", 0,
				this.clock.instant(), null, null, null));
		this.events.publishEvent(new Posted(channel));
	}

	@Transactional(readOnly = true)
	Slice<Parcel> page(String state, String cursor, int limit) {
		return Slice.cut(this.table.page(state, before(cursor), limit + 1), limit,
				(parcel) -> String.valueOf(parcel.seq()));
	}

	private static long before(String cursor) {
		try {
			return (cursor == null || cursor.isBlank()) ? Long.MAX_VALUE : Long.parseLong(cursor);
		}
		catch (NumberFormatException unreadable) {
			throw RowCursor.unreadable();
		}
	}

	/** How many there are, up to a thousand. */
	@Transactional(readOnly = true)
	int count(String state) {
		return this.table.count(state, MOST_COUNTED);
	}

	/**
	 * Tries one again from the beginning.
	 * @throws Overtaken if it has arrived meanwhile
	 */
	void again(UUID id) {
		Parcel parcel = this.table.find(id).orElseThrow(() -> new NotFound("parcel " + id));
		if (!this.table.again(id, this.clock.instant())) {
			throw new Overtaken("notification.delivery.sent");
		}
		this.journal.record("notification.again", parcel.channel() + " " + parcel.addressee(), id.toString());
		this.events.publishEvent(new Posted(parcel.channel()));
	}

	/**
	 * Tries everything again that was given up.
	 * @return how many there are
	 */
	int againAll() {
		int count = this.table.againAll(this.clock.instant());
		if (count > 0) {
			this.journal.record("notification.again-all", String.valueOf(count), null);
			CHANNELS.forEach((channel) -> this.events.publishEvent(new Posted(channel)));
		}
		return count;
	}

	@Scheduled(cron = "${gongjian.outbox.clean-up:0 35 3 * * *}", zone = "Asia/Shanghai")
	void cleanUp() {
		this.table.deleteSentBefore(this.clock.instant().minus(KEPT));
	}

}
