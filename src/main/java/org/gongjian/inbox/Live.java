package org.gongjian.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.gongjian.inbox.LiveTable.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that a list changed. Each node asks the database twice a second what
 * changed on any node, for all its pages together, and not at all while none is open.
 */
@Component
class Live {

	private static final Logger log = LoggerFactory.getLogger(Live.class);

	private static final Duration OPEN = Duration.ofMinutes(10);

	private static final int PAGES_OF_ONE = 4;

	/** Numbers are given before they are committed: so many are looked at again. */
	private static final int LATE = 500;

	private static final int KEPT = 20_000;

	private static final int QUIET_TURNS = 40;

	private final LiveTable table;

	private final Map<String, Queue<SseEmitter>> pages = new ConcurrentHashMap<>();

	private final Set<Long> told = new HashSet<>();

	private long seen = -1;

	private int turns;

	private volatile boolean ended;

	private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "live");
		thread.setDaemon(true);
		return thread;
	});

	Live(LiveTable table) {
		this.table = table;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.clockwork.scheduleWithFixedDelay(this::turn, 500, 500, TimeUnit.MILLISECONDS);
	}

	/** Before the server waits for what is under way: an open page would hold it up. */
	@EventListener(ContextClosedEvent.class)
	void end() {
		this.ended = true;
		this.clockwork.shutdownNow();
		this.pages.values().forEach((queue) -> queue.forEach(SseEmitter::complete));
	}

	/** Lets a page hear; of one person's pages the oldest gives way. */
	SseEmitter listen(String username) {
		SseEmitter page = new SseEmitter(OPEN.toMillis());
		Queue<SseEmitter> all = this.pages.computeIfAbsent(username, (name) -> new ConcurrentLinkedQueue<>());
		page.onCompletion(() -> all.remove(page));
		page.onTimeout(page::complete);
		all.add(page);
		while (all.size() > PAGES_OF_ONE) {
			all.remove().complete();
		}
		if (this.ended) {
			page.complete();
			return page;
		}
		send(page, "ready");
		return page;
	}

	private void turn() {
		try {
			this.pages.values().removeIf(Queue::isEmpty);
			if (this.pages.isEmpty()) {
				this.seen = -1;
				return;
			}
			look().forEach((username) -> tell(username, "changed"));
			if (++this.turns % QUIET_TURNS == 0) {
				this.pages.keySet().forEach((username) -> tell(username, "quiet"));
				this.table.forget(this.seen - KEPT);
			}
		}
		catch (RuntimeException again) {
			log.debug("Could not ask what changed", again);
		}
	}

	/** Whose lists changed since the last look. */
	Set<String> look() {
		if (this.seen < 0) {
			this.seen = this.table.newest();
			this.told.clear();
			return Set.of();
		}
		Set<String> changed = new HashSet<>();
		long floor = this.seen - LATE;
		for (Change change : this.table.after(floor)) {
			if (this.told.add(change.seq())) {
				changed.add(change.username());
				this.seen = Math.max(this.seen, change.seq());
			}
		}
		this.told.removeIf((seq) -> seq <= this.seen - LATE);
		return changed;
	}

	private void tell(String username, String what) {
		Queue<SseEmitter> all = this.pages.get(username);
		if (all != null) {
			all.forEach((page) -> send(page, what));
		}
	}

	private static void send(SseEmitter page, String what) {
		try {
			page.send(SseEmitter.event().name(what).data(""));
		}
		catch (IOException | IllegalStateException gone) {
			page.complete();
		}
	}

}
