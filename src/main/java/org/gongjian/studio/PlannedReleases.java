package org.gongjian.studio;

import java.time.Clock;
import java.util.UUID;

import org.gongjian.engine.Drawings.Unreleasable;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.Overtaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes drafts versions when their time has come: each once, on however many nodes this
 * runs, because the row of the draft is taken first.
 */
@Component
class PlannedReleases {

	private static final Logger log = LoggerFactory.getLogger(PlannedReleases.class);

	private final Releases releases;

	private final DraftStore store;

	private final Clock clock;

	PlannedReleases(Releases releases, DraftStore store, Clock clock) {
		this.releases = releases;
		this.store = store;
		this.clock = clock;
	}

	/** Looks what has become due. */
	@Scheduled(cron = "${gongjian.studio.look:20 * * * * *}", zone = "Asia/Shanghai")
	void look() {
		this.store.due(this.clock.instant()).forEach(this::release);
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		look();
	}

	private void release(UUID draft) {
		try {
			if (this.releases.releasePlanned(draft)) {
				log.info("The planned draft {} became a version", draft);
			}
		}
		catch (Overtaken | Unreleasable never) {
			log.warn("The planned draft {} cannot become a version: {}", draft, never.getMessage());
			this.releases.lapse(draft, why(never));
		}
		catch (RuntimeException failed) {
			log.error("The planned draft {} could not be released; it is tried again", draft, failed);
		}
	}

	private static String why(RuntimeException never) {
		if (never instanceof Unreleasable) {
			return "The check refuses it. 检查未通过。";
		}
		return Releases.CHANGED.equals(((Overtaken) never).code()) ? "It is not what was submitted. 内容与提交时不一致。"
				: "Another version was released meanwhile. 期间已发布其他版本。";
	}

}
