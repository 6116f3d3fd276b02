package org.gongjian.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Problem;
import org.gongjian.engine.Retired;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.studio.DiagramDraft.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes diagrams safely: somebody drafts, the check says what is wrong, a second person
 * who changed nothing of it releases exactly what was checked.
 */
@Service
@Transactional
public class Studio {

	private static final String ADMIN = "process-admin";

	private static final int LONGEST_NOTE = 1000;

	private static final int SHORTEST_REASON = 5;

	private final DraftStore store;

	private final DraftCheck check;

	private final Drawings drawings;

	private final Journal journal;

	private final Clock clock;

	private final Retired retired;

	Studio(DraftStore store, DraftCheck check, Drawings drawings, Retired retired, Journal journal, Clock clock) {
		this.retired = retired;
		this.store = store;
		this.check = check;
		this.drawings = drawings;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A version with who drew and released it.
	 *
	 * @param draft the draft it was, or {@code null} for a shipped one
	 */
	public record Known(Version version, DiagramDraft draft) {
	}

	/** The versions of a process, newest first. */
	@Transactional(readOnly = true)
	public List<Known> versions(Actor actor, String process) {
		require(actor);
		List<Version> versions = this.drawings.versions(process);
		if (versions.isEmpty()) {
			throw new NotFound("process " + process);
		}
		Map<String, DiagramDraft> drafts = this.store.released(process);
		return versions.stream().map((version) -> new Known(version, drafts.get(version.definition()))).toList();
	}

	/** One version of a process. */
	@Transactional(readOnly = true)
	public Version version(Actor actor, String process, int number) {
		require(actor);
		return this.drawings.version(process, number).orElseThrow(() -> new NotFound(process + " " + number));
	}

	/** The diagram of a version. */
	@Transactional(readOnly = true)
	public byte[] diagram(Actor actor, Version version) {
		require(actor);
		return this.drawings.diagram(version.definition());
	}

	/**
	 * Everything that is wrong with a diagram, alone and as the next version of what runs
	 * now; nothing is kept.
	 */
	@Transactional(readOnly = true)
	public List<Problem> check(Actor actor, String xml, Locale locale) {
		require(actor);
		return this.check.successor(xml, locale);
	}

	/** What makes a version another. */
	@Transactional(readOnly = true)
	public Difference compare(Actor actor, Version from, Version to) {
		require(actor);
		return Difference.of(this.drawings.diagram(from.definition()), this.drawings.beside(from.definition()),
				this.drawings.diagram(to.definition()), this.drawings.beside(to.definition()));
	}

	/** Drafts that are not released, the last changed first. */
	@Transactional(readOnly = true)
	public List<DiagramDraft> drafts(Actor actor) {
		require(actor);
		return this.store.open();
	}

	/**
	 * A draft.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public DiagramDraft draft(Actor actor, UUID id) {
		require(actor);
		return this.store.find(id).orElseThrow(() -> new NotFound("draft " + id));
	}

	/**
	 * Begins a draft of a process, known or new.
	 * @param process the process key
	 * @param xml the diagram
	 * @param note what is changed and why
	 * @throws Unsafe if the diagram must not even be kept
	 */
	public DiagramDraft begin(Actor actor, String process, String xml, String note, Locale locale) {
		require(actor);
		String key = (process == null) ? "" : process.strip();
		if (!key.matches("[a-z][a-z0-9-]{1,59}")) {
			throw new InvalidInput("key", "studio.violation.key");
		}
		Optional<Version> base = this.drawings.versions(key).stream().findFirst();
		String kept = safe(xml, locale);
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		DiagramDraft draft = new DiagramDraft(UUID.randomUUID(), key, base.map(Version::definition).orElse(null),
				base.map(Version::version).orElse(null), kept, note(note), State.EDITING, hash(kept, Map.of()),
				actor.username(), now, actor.username(), now, null, null, null, null, null, null, 0);
		this.store.insert(draft);
		this.journal.record("process.draft", key, draft.note());
		return draft;
	}

	/**
	 * Begins a process from nothing: a start form, one step, an end.
	 * @param key the process key
	 * @param name its name in both languages
	 */
	public DiagramDraft beginNew(Actor actor, String key, Bilingual name, Locale locale) {
		require(actor);
		if (!this.drawings.versions(String.valueOf(key)).isEmpty()) {
			throw new InvalidInput("key", "studio.violation.key-taken");
		}
		if (name.en().isBlank() || name.zh().isBlank() || (name.en() + name.zh()).length() > 200) {
			throw new InvalidInput("nameEn", "studio.violation.name");
		}
		NewProcess drawn = new NewProcess(key, name);
		DiagramDraft draft = begin(actor, key, drawn.xml(), name.en() + " " + name.zh(), locale);
		drawn.forms().forEach((file, content) -> this.store.file(draft.id(), file, content));
		update(with(draft, draft.xml(), draft.note(), actor), draft.version());
		return draft(actor, draft.id());
	}

	/**
	 * Begins a draft from files that were drawn elsewhere; the diagram says which process
	 * it is.
	 * @param beside forms and decision tables by name
	 * @throws Unsafe if one of them must not even be kept
	 */
	public DiagramDraft bring(Actor actor, String xml, Map<String, String> beside, String note, Locale locale) {
		require(actor);
		safe(xml, locale);
		String process = Parts.read(xml.getBytes(StandardCharsets.UTF_8)).process();
		DiagramDraft draft = begin(actor, process, xml, note, locale);
		for (Map.Entry<String, String> file : beside.entrySet()) {
			draft = saveFile(actor, draft.id(), file.getKey(), file.getValue(), draft.version(), locale);
		}
		return draft;
	}

	/** Begins a draft that is an earlier version again. */
	public DiagramDraft backTo(Actor actor, Version version, String note, Locale locale) {
		DiagramDraft draft = begin(actor, version.process(),
				new String(this.drawings.diagram(version.definition()), StandardCharsets.UTF_8), note, locale);
		this.drawings.beside(version.definition())
			.forEach((name, content) -> this.store.file(draft.id(), name, new String(content, StandardCharsets.UTF_8)));
		DiagramDraft whole = with(draft, draft.xml(), draft.note(), actor);
		update(whole, draft.version());
		return draft(actor, draft.id());
	}

	/**
	 * Asks to go back to an earlier version in one action: it is begun and submitted, and
	 * a second person releases it as the next version.
	 */
	public DiagramDraft askBack(Actor actor, Version version, String note, Locale locale) {
		return submit(actor, backTo(actor, version, note, locale).id(), locale);
	}

	/** Ends or allows again that cases of a process begin. */
	public void retire(Actor actor, String process, boolean retired) {
		versions(actor, process);
		if (retired) {
			this.retired.retire(process, actor.username(), this.clock.instant());
		}
		else {
			this.retired.revive(process);
		}
		this.journal.record(retired ? "process.retired" : "process.revived", process, "");
	}

	/** Whether no case of a process begins any more. */
	@Transactional(readOnly = true)
	public boolean retired(String process) {
		return this.retired.is(process);
	}

	/**
	 * Keeps another diagram in a draft.
	 * @param seen the version of the draft that was looked at
	 * @throws Overtaken if somebody changed it meanwhile
	 */
	public DiagramDraft save(Actor actor, UUID id, String xml, String note, int seen, Locale locale) {
		DiagramDraft draft = editable(actor, id);
		String kept = safe(xml, locale);
		beginForms(draft, kept);
		update(with(draft, kept, note(note), actor), seen);
		this.store.edited(id, actor.username());
		return draft(actor, id);
	}

	/** A step drawn anew gets a form to begin with: a decision. */
	private void beginForms(DiagramDraft draft, String xml) {
		Map<String, byte[]> files = files(draft);
		new Paths(Parts.read(xml.getBytes(StandardCharsets.UTF_8))).forms()
			.stream()
			.filter((form) -> form.matches(DraftCheck.FORM) && !files.containsKey(form))
			.forEach((form) -> this.store.file(draft.id(), form, NewProcess.form()));
	}

	/** Keeps a form or decision table in a draft. */
	public DiagramDraft saveFile(Actor actor, UUID id, String name, String content, int seen, Locale locale) {
		DiagramDraft draft = editable(actor, id);
		List<Problem> problems = this.check.file(name, content, locale);
		if (!problems.isEmpty() && problems.stream().anyMatch(Problem::error)) {
			throw new Unsafe(problems);
		}
		this.store.file(id, name, content);
		update(with(draft, draft.xml(), draft.note(), actor), seen);
		this.store.edited(id, actor.username());
		return draft(actor, id);
	}

	/** Everything that is wrong with a draft. */
	@Transactional(readOnly = true)
	public List<Problem> check(Actor actor, UUID id, Locale locale) {
		DiagramDraft draft = draft(actor, id);
		return this.check.whole(draft, this.store.files(id), files(draft).keySet(), locale);
	}

	/** What a draft changes of the version that runs now. */
	@Transactional(readOnly = true)
	public Difference compare(Actor actor, DiagramDraft draft) {
		require(actor);
		Optional<Version> now = this.drawings.versions(draft.process()).stream().findFirst();
		byte[] after = draft.xml().getBytes(StandardCharsets.UTF_8);
		if (now.isEmpty()) {
			return Difference.of("<definitions/>".getBytes(StandardCharsets.UTF_8), Map.of(), after, files(draft));
		}
		return Difference.of(this.drawings.diagram(now.get().definition()),
				this.drawings.beside(now.get().definition()), after, files(draft));
	}

	/** The files beside a draft: those of the version it began with, and its own. */
	@Transactional(readOnly = true)
	public Map<String, byte[]> files(DiagramDraft draft) {
		Map<String, byte[]> files = new LinkedHashMap<>(
				(draft.baseDefinition() == null) ? Map.of() : this.drawings.beside(draft.baseDefinition()));
		this.store.files(draft.id())
			.forEach((name, content) -> files.put(name, content.getBytes(StandardCharsets.UTF_8)));
		return files;
	}

	/**
	 * Whether this person can release or refuse a draft: submitted, and not their own.
	 */
	@Transactional(readOnly = true)
	public boolean mayDecide(Actor actor, DiagramDraft draft) {
		return draft.state() == State.SUBMITTED && actor.has(ADMIN)
				&& !this.store.editors(draft.id()).contains(actor.username());
	}

	/**
	 * Asks a second person to release a draft.
	 * @throws Unsafe if the check finds errors
	 */
	public DiagramDraft submit(Actor actor, UUID id, Locale locale) {
		DiagramDraft draft = editable(actor, id);
		requireSound(actor, draft, locale);
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		update(new DiagramDraft(draft.id(), draft.process(), draft.baseDefinition(), draft.baseVersion(), draft.xml(),
				draft.note(), State.SUBMITTED, draft.hash(), draft.author(), draft.createdAt(), draft.updatedBy(),
				draft.updatedAt(), actor.username(), now, null, null, null, null, draft.version()), draft.version());
		this.journal.record("process.submitted", draft.process(), draft.note());
		return draft(actor, id);
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
		update(decided(draft, State.PLANNED, actor, null, null), draft.version());
		this.store.plan(id, at);
		this.journal.record("process.planned", draft.process(), at + " " + draft.hash());
		return draft(actor, id);
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

	private DiagramDraft looked(Actor actor, UUID id, String hash) {
		DiagramDraft draft = submitted(actor, id);
		if (hash != null && !hash.equals(draft.hash())) {
			throw new Overtaken("studio.draft.changed");
		}
		return draft;
	}

	private void requireNewest(DiagramDraft draft) {
		Integer newest = this.drawings.versions(draft.process())
			.stream()
			.findFirst()
			.map(Version::version)
			.orElse(null);
		if (!java.util.Objects.equals(newest, draft.baseVersion())) {
			throw new Overtaken("studio.draft.outdated");
		}
	}

	private Version release(DiagramDraft draft, String by, Locale locale) {
		Version version = this.drawings.release(draft.process(), draft.xml().getBytes(StandardCharsets.UTF_8),
				files(draft), by, locale);
		update(draft.decided(State.RELEASED, by, this.clock.instant().truncatedTo(ChronoUnit.MICROS), null,
				version.definition()), draft.version());
		this.journal.record("process.released", draft.process(), version.version() + " " + draft.hash());
		return version;
	}

	/** Refuses a draft; its authors can change it and submit it again. */
	public DiagramDraft refuse(Actor actor, UUID id, String reason) {
		DiagramDraft draft = draft(actor, id);
		if (draft.state() != State.PLANNED) {
			draft = submitted(actor, id);
		}
		String why = (reason == null) ? "" : reason.strip();
		if (why.length() < SHORTEST_REASON || why.length() > LONGEST_NOTE) {
			throw new InvalidInput("reason", "studio.violation.reason", SHORTEST_REASON, LONGEST_NOTE);
		}
		this.store.unplan(id);
		update(decided(draft, State.REFUSED, actor, why, null), draft.version());
		this.journal.record("process.refused", draft.process(), why);
		return draft(actor, id);
	}

	private DiagramDraft decided(DiagramDraft draft, State state, Actor actor, String reason, String released) {
		return draft.decided(state, actor.username(), this.clock.instant().truncatedTo(ChronoUnit.MICROS), reason,
				released);
	}

	private DiagramDraft submitted(Actor actor, UUID id) {
		DiagramDraft draft = draft(actor, id);
		if (this.store.editors(id).contains(actor.username())) {
			throw new NotAllowed("studio.release.own");
		}
		if (draft.state() != State.SUBMITTED) {
			throw new Overtaken("studio.draft.not-submitted", draft.decidedBy(), draft.decidedAt(),
					draft.state().name());
		}
		return draft;
	}

	private DiagramDraft editable(Actor actor, UUID id) {
		DiagramDraft draft = draft(actor, id);
		if (!draft.editable()) {
			throw new Overtaken("studio.draft.closed", draft.decidedBy(), draft.decidedAt(), draft.state().name());
		}
		return draft;
	}

	private void requireSound(Actor actor, DiagramDraft draft, Locale locale) {
		List<Problem> errors = check(actor, draft.id(), locale).stream().filter(Problem::error).toList();
		if (!errors.isEmpty()) {
			throw new Unsafe(errors);
		}
	}

	private String safe(String xml, Locale locale) {
		String text = (xml == null) ? "" : xml;
		List<Problem> dangers = this.check.diagram(text, locale).stream().filter(Problem::dangerous).toList();
		if (!dangers.isEmpty()) {
			throw new Unsafe(dangers);
		}
		return text;
	}

	private static String note(String note) {
		String text = (note == null) ? "" : note.strip();
		if (text.isEmpty() || text.length() > LONGEST_NOTE) {
			throw new InvalidInput("note", "studio.violation.note", LONGEST_NOTE);
		}
		return text;
	}

	private DiagramDraft with(DiagramDraft draft, String xml, String note, Actor actor) {
		return new DiagramDraft(draft.id(), draft.process(), draft.baseDefinition(), draft.baseVersion(), xml, note,
				State.EDITING, hash(xml, this.store.files(draft.id())), draft.author(), draft.createdAt(),
				actor.username(), this.clock.instant().truncatedTo(ChronoUnit.MICROS), null, null, null, null, null,
				null, draft.version());
	}

	private void update(DiagramDraft draft, int seen) {
		if (!this.store.update(draft, seen)) {
			DiagramDraft now = this.store.find(draft.id()).orElseThrow();
			throw new Overtaken("studio.draft.changed", now.updatedBy(), now.updatedAt(), now.state().name());
		}
	}

	private static String hash(String xml, Map<String, String> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(xml.getBytes(StandardCharsets.UTF_8));
			new TreeMap<>(files).forEach((name, content) -> {
				digest.update(("\0" + name + "\0").getBytes(StandardCharsets.UTF_8));
				digest.update(content.getBytes(StandardCharsets.UTF_8));
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void require(Actor actor) {
		if (!actor.has(ADMIN)) {
			throw new NotAllowed("studio.not-yours");
		}
	}

}
