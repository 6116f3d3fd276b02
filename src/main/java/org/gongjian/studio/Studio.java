package org.gongjian.studio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Problem;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Written;
import org.gongjian.studio.DiagramDraft.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of diagrams with the forms and tables beside them: begun, kept, checked,
 * compared.
 */
@Service
@Transactional
public class Studio {

	private static final int LONGEST_NOTE = 1000;

	private final DraftStore store;

	private final DraftCheck check;

	private final Drawings drawings;

	private final Journal journal;

	private final Clock clock;

	Studio(DraftStore store, DraftCheck check, Drawings drawings, Journal journal, Clock clock) {
		this.store = store;
		this.check = check;
		this.drawings = drawings;
		this.journal = journal;
		this.clock = clock;
	}

	/** Drafts that are not released, the last changed first. */
	@Transactional(readOnly = true)
	public List<DiagramDraft> drafts(Actor actor) {
		DiagramDraft.requireAdmin(actor);
		return this.store.open();
	}

	/**
	 * A draft.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public DiagramDraft draft(Actor actor, UUID id) {
		DiagramDraft.requireAdmin(actor);
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
		DiagramDraft.requireAdmin(actor);
		String key = (process == null) ? "" : process.strip();
		if (!ProcessKey.valid(key)) {
			throw new InvalidInput("key", "studio.violation.key");
		}
		Optional<Version> base = this.drawings.versions(key).stream().findFirst();
		String kept = safe(xml, locale);
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		DiagramDraft draft = new DiagramDraft(UUID.randomUUID(), key, base.map(Version::definition).orElse(null),
				base.map(Version::version).orElse(null), kept, note(note), State.EDITING,
				DiagramDraft.hash(kept, Map.of()), actor.username(), now, actor.username(), now, null, null, null, null,
				null, null, 0);
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
		DiagramDraft.requireAdmin(actor);
		if (!this.drawings.versions(String.valueOf(key)).isEmpty()) {
			throw new InvalidInput("key", "studio.violation.key-taken");
		}
		if (name.en().isBlank() || name.zh().isBlank() || (name.en() + name.zh()).length() > 200) {
			throw new InvalidInput("nameEn", "studio.violation.name");
		}
		NewProcess drawn = new NewProcess(key, name);
		DiagramDraft draft = begin(actor, key, drawn.xml(), name.en() + " " + name.zh(), locale);
		drawn.forms().forEach((file, content) -> this.store.file(draft.id(), file, content));
		this.store.keep(with(draft, draft.xml(), draft.note(), actor), draft.version());
		return draft(actor, draft.id());
	}

	/** Begins a draft that is an earlier version again. */
	public DiagramDraft backTo(Actor actor, Version version, String note, Locale locale) {
		DiagramDraft draft = begin(actor, version.process(),
				new String(this.drawings.diagram(version.definition()), StandardCharsets.UTF_8), note, locale);
		this.drawings.beside(version.definition())
			.forEach((name, content) -> this.store.file(draft.id(), name, new String(content, StandardCharsets.UTF_8)));
		DiagramDraft whole = with(draft, draft.xml(), draft.note(), actor);
		this.store.keep(whole, draft.version());
		return draft(actor, draft.id());
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
		this.store.keep(with(draft, kept, note(note), actor), seen);
		this.store.edited(id, actor.username());
		return draft(actor, id);
	}

	/**
	 * A step drawn anew gets a form to begin with: a decision, called as the step is
	 * until somebody changes it.
	 */
	private void beginForms(DiagramDraft draft, String xml) {
		Map<String, byte[]> files = files(draft);
		Parts parts = Parts.read(xml.getBytes(StandardCharsets.UTF_8));
		new Paths(parts).forms().stream().filter((form) -> form.matches(DraftCheck.FORM)).forEach((form) -> {
			String step = FormPreview.step(form);
			String begun = parts.name(step).equals(step) ? NewProcess.form()
					: NewProcess.form(Bilingual.ofName(parts.name(step)));
			String kept = files.containsKey(form) ? new String(files.get(form), StandardCharsets.UTF_8) : "";
			if (!kept.equals(begun) && (kept.isEmpty() || NewProcess.untouched(kept))) {
				this.store.file(draft.id(), form, begun);
			}
		});
	}

	/** Keeps a form or decision table in a draft. */
	public DiagramDraft saveFile(Actor actor, UUID id, String name, String content, int seen, Locale locale) {
		DiagramDraft draft = editable(actor, id);
		this.check.sound(Map.of(name, content), locale);
		this.store.file(id, name, content);
		this.store.keep(with(draft, draft.xml(), draft.note(), actor), seen);
		this.store.edited(id, actor.username());
		return draft(actor, id);
	}

	/** Everything that is wrong with a draft. */
	@Transactional(readOnly = true)
	public List<Problem> check(Actor actor, UUID id, Locale locale) {
		DiagramDraft draft = draft(actor, id);
		return this.check.whole(draft, this.store.files(id), files(draft), locale);
	}

	/** What a draft changes of the version that runs now. */
	@Transactional(readOnly = true)
	public Difference compare(Actor actor, DiagramDraft draft) {
		DiagramDraft.requireAdmin(actor);
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

	DiagramDraft editable(Actor actor, UUID id) {
		DiagramDraft draft = draft(actor, id);
		if (!draft.editable()) {
			throw new Overtaken("studio.draft.closed", draft.decidedBy(), draft.decidedAt(), draft.state().name());
		}
		return draft;
	}

	private String safe(String xml, Locale locale) {
		return this.check.safe(((xml == null) ? "" : xml).getBytes(StandardCharsets.UTF_8), locale);
	}

	private static String note(String note) {
		return Written.text(note).between("note", 1, LONGEST_NOTE, "studio.violation.note");
	}

	private DiagramDraft with(DiagramDraft draft, String xml, String note, Actor actor) {
		return new DiagramDraft(draft.id(), draft.process(), draft.baseDefinition(), draft.baseVersion(), xml, note,
				State.EDITING, DiagramDraft.hash(xml, this.store.files(draft.id())), draft.author(), draft.createdAt(),
				actor.username(), this.clock.instant().truncatedTo(ChronoUnit.MICROS), null, null, null, null, null,
				null, draft.version());
	}

}
