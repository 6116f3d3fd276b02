package org.gongjian.studio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Problem;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.studio.DiagramDraft.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A draft becomes a version: a second person, who changed nothing of it, releases exactly
 * what was checked, at once or from a time on, or refuses it.
 */
@Service
@Transactional
public class Releases {

	/** A message key: the content is not what was submitted. */
	static final String CHANGED = "studio.draft.changed";

	private static final int SHORTEST_REASON = 5;

	private static final int LONGEST_REASON = 1000;

	private final Studio studio;

	private final DraftStore store;

	private final Drawings drawings;

	private final Journal journal;

	private final Clock clock;

	Releases(Studio studio, DraftStore store, Drawings drawings, Journal journal, Clock clock) {
		this.studio = studio;
		this.store = store;
		this.drawings = drawings;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Whether this person can release or refuse a draft: submitted, and not their own.
	 */
	@Transactional(readOnly = true)
	public boolean mayDecide(Actor actor, DiagramDraft draft) {
		return draft.state() == State.SUBMITTED && DiagramDraft.admin(actor)
				&& !this.store.editors(draft.id()).contains(actor.username());
	}

	/**
	 * Asks a second person to release a draft.
	 * @throws Unsafe if the check finds errors
	 */
	public DiagramDraft submit(Actor actor, UUID id, Locale locale) {
		DiagramDraft draft = this.studio.editable(actor, id);
		requireSound(actor, draft, locale);
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.store.keep(new DiagramDraft(draft.id(), draft.process(), draft.baseDefinition(), draft.baseVersion(),
				draft.xml(), draft.note(), State.SUBMITTED, content(draft), draft.author(), draft.createdAt(),
				draft.updatedBy(), draft.updatedAt(), actor.username(), now, null, null, null, null, draft.version()),
				draft.version());
		this.journal.record("process.submitted", draft.process(), draft.note());
		return this.studio.draft(actor, id);
	}

	/**
	 * Asks to go back to an earlier version in one action: it is begun and submitted, and
	 * a second person releases it as the next version.
	 */
	public DiagramDraft askBack(Actor actor, Version version, String note, Locale locale) {
		return submit(actor, this.studio.backTo(actor, version, note, locale).id(), locale);
	}

	/**
	 * Releases a draft: new cases follow it from now on.
	 * @param hash the content that was looked at, or {@code null}
	 * @throws NotAllowed for everybody who changed it
	 * @throws Overtaken if it is not submitted any more, is not what was looked at, or
	 * another version was released since it began
	 */
	public Version release(Actor actor, UUID id, String hash, Locale locale) {
		DiagramDraft draft = looked(actor, id, hash);
		requireNewest(draft);
		requireSound(actor, draft, locale);
		return release(draft, actor.username(), locale);
	}

	/**
	 * Releases a draft from a time on.
	 * @param at not in the past, at most a year ahead
	 */
	public DiagramDraft plan(Actor actor, UUID id, String hash, Instant at, Locale locale) {
		Instant now = this.clock.instant();
		if (at.isBefore(now) || at.isAfter(now.plus(366, ChronoUnit.DAYS))) {
			throw new InvalidInput("at", "studio.violation.at");
		}
		DiagramDraft draft = looked(actor, id, hash);
		requireNewest(draft);
		requireSound(actor, draft, locale);
		this.store.keep(decided(draft, State.PLANNED, actor, null, null), draft.version());
		this.store.plan(id, at);
		this.journal.record("process.planned", draft.process(), at + " " + draft.hash());
		return this.studio.draft(actor, id);
	}

	/** When a draft becomes a version, if that is settled. */
	@Transactional(readOnly = true)
	public Optional<Instant> planned(DiagramDraft draft) {
		return (draft.state() == State.PLANNED) ? this.store.planned(draft.id()) : Optional.empty();
	}

	/**
	 * Makes a planned draft a version. Whoever takes the row first does it; the others
	 * find nothing left to do.
	 * @return whether it became one here
	 */
	boolean releasePlanned(UUID id) {
		DiagramDraft draft = this.store.find(id).filter((one) -> one.state() == State.PLANNED).orElse(null);
		if (draft == null || !this.store.update(draft, draft.version())) {
			return false;
		}
		this.store.unplan(id);
		requireKept(draft);
		requireNewest(draft);
		release(this.store.find(id).orElseThrow(), draft.decidedBy(), Locale.ENGLISH);
		return true;
	}

	/** A planned draft that cannot become a version any more. */
	void lapse(UUID id, String why) {
		this.store.find(id).filter((one) -> one.state() == State.PLANNED).ifPresent((draft) -> {
			this.store.unplan(id);
			this.store.update(draft.decided(State.REFUSED, draft.decidedBy(), draft.decidedAt(), why, null),
					draft.version());
			this.journal.record("process.refused", draft.process(), why);
		});
	}

	/** Refuses a draft; its authors can change it and submit it again. */
	public DiagramDraft refuse(Actor actor, UUID id, String reason) {
		DiagramDraft draft = this.studio.draft(actor, id);
		if (draft.state() != State.PLANNED) {
			draft = submitted(actor, id);
		}
		String why = (reason == null) ? "" : reason.strip();
		if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
			throw new InvalidInput("reason", "studio.violation.reason", SHORTEST_REASON, LONGEST_REASON);
		}
		this.store.unplan(id);
		this.store.keep(decided(draft, State.REFUSED, actor, why, null), draft.version());
		this.journal.record("process.refused", draft.process(), why);
		return this.studio.draft(actor, id);
	}

	private DiagramDraft looked(Actor actor, UUID id, String hash) {
		DiagramDraft draft = submitted(actor, id);
		if (hash != null && !hash.equals(draft.hash())) {
			throw new Overtaken(CHANGED);
		}
		requireKept(draft);
		return draft;
	}

	/** What is released is what was submitted, whoever wrote to the database since. */
	private void requireKept(DiagramDraft draft) {
		if (!content(draft).equals(draft.hash())) {
			throw new Overtaken(CHANGED);
		}
	}

	private String content(DiagramDraft draft) {
		return DiagramDraft.hash(draft.xml(), this.store.files(draft.id()));
	}

	private void requireNewest(DiagramDraft draft) {
		Integer newest = this.drawings.versions(draft.process())
			.stream()
			.findFirst()
			.map(Version::version)
			.orElse(null);
		if (!Objects.equals(newest, draft.baseVersion())) {
			throw new Overtaken("studio.draft.outdated");
		}
	}

	private Version release(DiagramDraft draft, String by, Locale locale) {
		Version version = this.drawings.release(draft.process(), draft.xml().getBytes(StandardCharsets.UTF_8),
				this.studio.files(draft), by, locale);
		this.store.keep(draft.decided(State.RELEASED, by, this.clock.instant().truncatedTo(ChronoUnit.MICROS), null,
				version.definition()), draft.version());
		this.journal.record("process.released", draft.process(), version.version() + " " + draft.hash());
		return version;
	}

	private DiagramDraft decided(DiagramDraft draft, State state, Actor actor, String reason, String released) {
		return draft.decided(state, actor.username(), this.clock.instant().truncatedTo(ChronoUnit.MICROS), reason,
				released);
	}

	private DiagramDraft submitted(Actor actor, UUID id) {
		DiagramDraft draft = this.studio.draft(actor, id);
		if (this.store.editors(id).contains(actor.username())) {
			throw new NotAllowed("studio.release.own");
		}
		if (draft.state() != State.SUBMITTED) {
			throw new Overtaken("studio.draft.not-submitted", draft.decidedBy(), draft.decidedAt(),
					draft.state().name());
		}
		return draft;
	}

	private void requireSound(Actor actor, DiagramDraft draft, Locale locale) {
		List<Problem> errors = this.studio.check(actor, draft.id(), locale).stream().filter(Problem::error).toList();
		if (!errors.isEmpty()) {
			throw new Unsafe(errors);
		}
	}

}
