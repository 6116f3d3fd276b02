package org.gongjian.studio;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Problem;
import org.gongjian.engine.Retired;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The released versions of a process: looked at, checked against, compared, retired.
 */
@Service
@Transactional
public class Versions {

	private final DraftStore store;

	private final DraftCheck check;

	private final Drawings drawings;

	private final Retired retired;

	private final Journal journal;

	private final Clock clock;

	Versions(DraftStore store, DraftCheck check, Drawings drawings, Retired retired, Journal journal, Clock clock) {
		this.store = store;
		this.check = check;
		this.drawings = drawings;
		this.retired = retired;
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
		DiagramDraft.requireAdmin(actor);
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
		DiagramDraft.requireAdmin(actor);
		return this.drawings.version(process, number).orElseThrow(() -> new NotFound(process + " " + number));
	}

	/** The diagram of a version. */
	@Transactional(readOnly = true)
	public byte[] diagram(Actor actor, Version version) {
		DiagramDraft.requireAdmin(actor);
		return this.drawings.diagram(version.definition());
	}

	/**
	 * Everything that is wrong with a diagram, alone and as the next version of what runs
	 * now; nothing is kept.
	 */
	@Transactional(readOnly = true)
	public List<Problem> check(Actor actor, byte[] xml, Locale locale) {
		DiagramDraft.requireAdmin(actor);
		return this.check.successor(xml, locale);
	}

	/** What makes a version another. */
	@Transactional(readOnly = true)
	public Difference compare(Actor actor, Version from, Version to) {
		DiagramDraft.requireAdmin(actor);
		return Difference.of(this.drawings.diagram(from.definition()), this.drawings.beside(from.definition()),
				this.drawings.diagram(to.definition()), this.drawings.beside(to.definition()));
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

}
