package org.gongjian.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.GongjianProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what waits, on a thread of its own per channel, so that a mail server that is
 * down delays mail and nothing else.
 */
@Component
class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

	private final Map<String, Way> ways;

	private final MailGathering gathering;

	private final long every;

	Deliveries(List<Channel> channels, OutboxTable table, MailGathering gathering, GongjianProperties properties,
			Clock clock) {
		this.gathering = gathering;
		this.every = properties.outbox().every().toMillis();
		this.ways = channels.stream()
			.map((channel) -> new Way(channel, new Postman(channel, table, clock)))
			.collect(Collectors.toMap((way) -> way.channel.name(), Function.identity()));
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.ways.values().forEach(Way::begin);
	}

	@EventListener(ContextClosedEvent.class)
	void end() {
		this.ways.values().forEach(Way::end);
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
	void posted(Outbox.Posted posted) {
		this.ways.get(posted.channel()).wake();
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		this.ways.values().forEach(Way::wake);
	}

	/** Sends what is due now, on the caller's thread. */
	void work(String channel) {
		if (channel.equals(MailChannel.NAME)) {
			this.gathering.gather();
		}
		this.ways.get(channel).postman.work();
	}

	/** A channel with its thread. */
	private final class Way {

		private final Channel channel;

		private final Postman postman;

		private final ScheduledExecutorService thread;

		private final AtomicBoolean awake = new AtomicBoolean();

		Way(Channel channel, Postman postman) {
			this.channel = channel;
			this.postman = postman;
			this.thread = Executors.newSingleThreadScheduledExecutor((task) -> {
				Thread thread = new Thread(task, "outbox-" + channel.name());
				thread.setDaemon(true);
				return thread;
			});
		}

		void begin() {
			if (Deliveries.this.every > 0) {
				this.thread.scheduleWithFixedDelay(this::work, Deliveries.this.every, Deliveries.this.every,
						TimeUnit.MILLISECONDS);
			}
		}

		void wake() {
			if (Deliveries.this.every > 0 && this.awake.compareAndSet(false, true)) {
				this.thread.execute(() -> {
					this.awake.set(false);
					work();
				});
			}
		}

		/**
		 * A fault must not end the thread; what waits is tried again at the next turn.
		 */
		private void work() {
			try {
				Deliveries.this.work(this.channel.name());
			}
			catch (RuntimeException fault) {
				log.warn("The outbox of {} rests after a fault", this.channel.name(), fault);
			}
		}

		void end() {
			this.thread.shutdown();
		}

	}

}
