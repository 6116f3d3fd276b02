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

	/** What was typed last into a form. */
	public Optional<Draft> find(FormContext context) {
		return this.table.find(context.draftOwner(), context.kind().code(), context.key());
	}

	/** Everything that person has begun, the newest first. */
	public List<Draft> of(Actor actor, FormContext.Kind kind) {
		return this.table.ofOwner(actor.username(), kind.code());
	}

	/** Keeps it, over whatever was kept before. */
	public Draft save(FormContext context, Map<String, Object> data, String comment) {
		return save(new Place(context.draftOwner(), context.kind(), context.key()), context.actor(), data, comment);
	}

	/** The same, of what that person begins. */
	public Draft save(Actor actor, FormContext.Kind kind, String key, Map<String, Object> data, String comment) {
		return save(new Place(actor.username(), kind, key), actor, data, comment);
	}

	private Draft save(Place place, Actor actor, Map<String, Object> data, String comment) {
		for (int attempt = 0; attempt < 10; attempt++) {
			int newest = this.table.find(place.owner(), place.kind().code(), place.key()).map(Draft::version).orElse(0);
			Optional<Draft> kept = save(place, actor, data, comment, newest);
			if (kept.isPresent()) {
				return kept.get();
			}
		}
		throw new IllegalStateException("A draft is being written all the time");
	}

	/**
	 * Keeps it, unless it was changed on another device or by somebody else meanwhile.
	 * @param follows the version it was made from, 0 for none
	 * @return empty if that is no longer the newest
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Optional<Draft> save(FormContext context, Map<String, Object> data, String comment, int follows) {
		return save(new Place(context.draftOwner(), context.kind(), context.key()), context.actor(), data, comment,
				follows);
	}

	/** Where a draft lies. */
	private record Place(String owner, FormContext.Kind kind, String key) {
	}

	private Optional<Draft> save(Place place, Actor actor, Map<String, Object> data, String comment, int follows) {
		String kept = (comment == null) ? null : comment.replace("\0", "");
		Draft draft = new Draft(place.owner(), place.kind().code(), place.key(), data, kept,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), follows + 1, actor.username());
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
	public void delete(FormContext context) {
		this.table.delete(context.draftOwner(), context.kind().code(), context.key());
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

	/** Whether there may be a draft of something. */
	public static boolean perhaps(String subject) {
		return ReadOnce.of(Drafts.class, subject, () -> true);
	}

}
