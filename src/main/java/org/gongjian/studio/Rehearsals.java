package org.gongjian.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.gongjian.approval.PastWork;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.PastFacts;
import org.gongjian.engine.PastFacts.Asked;
import org.gongjian.engine.PastFacts.Past;
import org.gongjian.engine.Problem;
import org.gongjian.engine.Rehearsal;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Known;
import org.gongjian.engine.Rehearsal.Stay;
import org.gongjian.engine.Rehearsal.Stop;
import org.gongjian.engine.TrialTables;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Says what a draft would have done with past cases, and does with a made-up one. All of
 * it happens on paper: both the version that runs now and the draft are walked through
 * with the same facts, and what differs is what the draft changes.
 */
@Service
@Transactional(readOnly = true)
public class Rehearsals {

	/** So many of the newest cases are taken. */
	public static final int MOST = 100;

	private final Studio studio;

	private final Drawings drawings;

	private final Cases cases;

	private final PastFacts past;

	private final PastWork work;

	private final Rehearsal rehearsal;

	private final TrialTables trial;

	private final FavourableDecisions favourable;

	private final RehearsedPeople people;

	Rehearsals(Studio studio, Drawings drawings, Cases cases, PastFacts past, PastWork work, Rehearsal rehearsal,
			TrialTables trial, FavourableDecisions favourable, RehearsedPeople people) {
		this.work = work;
		this.studio = studio;
		this.drawings = drawings;
		this.cases = cases;
		this.past = past;
		this.rehearsal = rehearsal;
		this.trial = trial;
		this.favourable = favourable;
		this.people = people;
	}

	/** What the newest cases of the process would have met. */
	public List<Rehearsed> past(Actor actor, UUID id) {
		DiagramDraft draft = sound(actor, id);
		Optional<Version> running = this.drawings.versions(draft.process()).stream().findFirst();
		if (running.isEmpty()) {
			return List.of();
		}
		List<CaseFile> files = this.cases.newest(draft.process(), MOST);
		Map<String, List<Stay>> stays = this.work.stays(files.stream().map(CaseFile::number).toList());
		Map<String, Past> facts = this.past.of(draft.process(), files.stream().map(CaseFile::instance).toList());
		Script before = script(this.drawings.diagram(running.get().definition()),
				this.drawings.beside(running.get().definition()));
		Script after = script(draft.xml().getBytes(UTF_8), this.studio.files(draft));
		return files.stream()
			.map((file) -> compared(file, facts.get(file.instance()), stays.getOrDefault(file.number(), List.of()),
					before, after))
			.sorted(Comparator.comparing((Rehearsed one) -> one.findings().isEmpty()))
			.toList();
	}

	/**
	 * Where a case with these facts would come by.
	 * @param facts what is known of it; decisions not named are taken to be favourable
	 */
	public List<Met> madeUp(Actor actor, UUID id, Map<String, Object> facts) {
		DiagramDraft draft = sound(actor, id);
		Map<String, byte[]> files = this.studio.files(draft);
		Script script = script(draft.xml().getBytes(UTF_8), files);
		List<Asked> asks = new ArrayList<>();
		this.past.tables(draft.process())
			.forEach((element, tables) -> tables.forEach((table) -> asks.add(new Asked(element, table, Map.of()))));
		Course course = course(script, new Known(facts, List.of()),
				new PaperTables(script.tables(), PaperTables.Book.EMPTY, asks));
		return course.stops()
			.stream()
			.map((stop) -> new Met(stop, stop.asksPeople() ? this.people.of(stop, course.facts()) : Map.of()))
			.toList();
	}

	/**
	 * A stop of a made-up case.
	 *
	 * @param asked the people who would be asked, by slot
	 */
	public record Met(Stop stop, Map<String, Set<String>> asked) {

		/** Its name in the languages. */
		public Bilingual name() {
			return Bilingual.ofName(this.stop.name().isBlank() ? this.stop.element() : this.stop.name());
		}

	}

	/** What of a draft is not played, as drawn. */
	public List<Bilingual> unplayed(Actor actor, UUID id) {
		return this.rehearsal.unplayed(this.studio.draft(actor, id).xml().getBytes(UTF_8))
			.stream()
			.map(Bilingual::ofName)
			.toList();
	}

	/** The names a made-up case can be told of: what conditions and tables read. */
	public Set<String> names(Actor actor, UUID id) {
		DiagramDraft draft = sound(actor, id);
		return FactNames.of(draft.xml(), this.studio.files(draft));
	}

	private DiagramDraft sound(Actor actor, UUID id) {
		DiagramDraft draft = this.studio.draft(actor, id);
		List<Problem> errors = this.studio.check(actor, id, java.util.Locale.ENGLISH)
			.stream()
			.filter(Problem::error)
			.toList();
		if (!errors.isEmpty()) {
			throw new InvalidInput("xml", "studio.rehearse.unsound", errors.size());
		}
		return draft;
	}

	private record Script(Rehearsal.Plan plan, PaperTables.Book tables, Function<String, String> favourable) {
	}

	private Script script(byte[] diagram, Map<String, byte[]> files) {
		return new Script(this.rehearsal.plan(diagram), PaperTables.Book.of(this.trial, files),
				this.favourable.of(files));
	}

	private Course course(Script script, Known known, PaperTables tables) {
		return this.rehearsal.through(script.plan(), known, tables, script.favourable());
	}

	private Rehearsed compared(CaseFile file, Past past, List<Stay> stays, Script before, Script after) {
		Map<String, Object> facts = new HashMap<>(past.facts());
		facts.putIfAbsent("initiator", file.initiator());
		Known known = new Known(facts, stays);
		Course old = course(before, known, new PaperTables(before.tables(), before.tables(), past.asked()));
		PaperTables tables = new PaperTables(after.tables(), before.tables(), past.asked());
		Course now = course(after, known, tables);
		List<Rehearsed.Finding> findings = new ArrayList<>(tables.changes());
		findings.addAll(RehearsedWays.compared(old, now));
		findings.addAll(this.people.compared(file, old, now));
		int from = RehearsedWays.days(old);
		int to = RehearsedWays.days(now);
		if (to > from) {
			findings
				.add(new Rehearsed.Finding(Rehearsed.Kind.LONGER, "", "", String.valueOf(from), String.valueOf(to)));
		}
		return new Rehearsed(file.number(), file.title(), file.open(), findings, from, to);
	}

}
