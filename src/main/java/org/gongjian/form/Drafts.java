package org.gongjian.form;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.ReadOnce;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people typed and have not sent yet, so that any device can go on. */
@Service
public class Drafts {

	private static final int LARGEST = 300_000;

	private static final Duration KEPT = Duration.ofDays(90);

	private final DraftTable table;

	private final Clock clock;

	Drafts(DraftTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	/** What that person typed last, for a process to start or for a task. */
	public Optional<Draft> find(Actor actor, FormContext.Kind kind, String key) {
		return this.table.find(actor.username(), kind.code(), key);
	}

	/** Everything that person has begun, the newest first. */
	public List<Draft> of(Actor actor, FormContext.Kind kind) {
		return this.table.ofOwner(actor.username(), kind.code());
	}

	/** Keeps it, over whatever was kept before. */
	public Draft save(Actor actor, FormContext.Kind kind, String key, Map<String, Object> data, String comment) {
		for (int attempt = 0; attempt < 10; attempt++) {
			int newest = find(actor, kind, key).map(Draft::version).orElse(0);
			Optional<Draft> kept = save(actor, kind, key, data, comment, newest);
			if (kept.isPresent()) {
				return kept.get();
			}
		}
		throw new IllegalStateException("A draft is being written all the time");
	}

	/**
	 * Keeps it, unless it was changed on another device meanwhile.
	 * @param follows the version it was made from, 0 for none
	 * @return empty if that is no longer the newest
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Optional<Draft> save(Actor actor, FormContext.Kind kind, String key, Map<String, Object> data,
			String comment, int follows) {
		String kept = (comment == null) ? null : comment.replace("\0", "");
		Draft draft = new Draft(actor.username(), kind.code(), key, data, kept,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), follows + 1);
		if (this.table.json(data).length() + ((kept == null) ? 0 : kept.length()) > LARGEST) {
			throw new InvalidInput("", "form.violation.draft-size");
		}
		if (follows > 0) {
			return this.table.update(draft, follows) ? Optional.of(draft) : Optional.empty();
		}
		try {
			this.table.insert(draft);
			return Optional.of(draft);
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** Forgets it. */
	public void delete(Actor actor, FormContext.Kind kind, String key) {
		this.table.delete(actor.username(), kind.code(), key);
	}

	/** Forgets what nobody touched for a quarter of a year. */
	@Scheduled(cron = "${gongjian.drafts.clean-up:0 50 2 * * *}", zone = "Asia/Shanghai")
	public void cleanUp() {
		this.table.deleteOlder(this.clock.instant().minus(KEPT));
	}

	/**
	 * Notes, while a page is read, whether anybody has a draft of something: where nobody
	 * has, none is looked for.
	 */
	public static void noted(String subject, boolean any) {
		ReadOnce.of(Drafts.class, subject, () -> any);
	}

	static boolean perhaps(String subject) {
		return ReadOnce.of(Drafts.class, subject, () -> true);
	}

}
