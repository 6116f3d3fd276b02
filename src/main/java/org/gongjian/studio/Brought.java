package org.gongjian.studio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.engine.Drawings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Files that were made elsewhere, with Camunda Modeler or by hand, begin a draft. */
@Service
@Transactional
public class Brought {

	private final Studio studio;

	private final DraftStore store;

	private final DraftCheck check;

	private final Drawings drawings;

	private final Definitions definitions;

	Brought(Studio studio, DraftStore store, DraftCheck check, Drawings drawings, Definitions definitions) {
		this.studio = studio;
		this.store = store;
		this.check = check;
		this.drawings = drawings;
		this.definitions = definitions;
	}

	/**
	 * Begins a draft with a diagram, which says of which process it is. Sent again as it
	 * was by the same person it is the same draft, as long as nobody changed it.
	 * @param beside forms and decision tables by name
	 * @throws Unsafe if one of them could never be released as it is
	 */
	public DiagramDraft diagram(Actor actor, byte[] xml, Map<String, String> beside, String note, Locale locale) {
		DiagramDraft.requireAdmin(actor);
		this.check.sound(beside, locale);
		this.check.brought(xml, locale);
		String process = Parts.read(xml).process();
		String safe = this.check.safe(xml, locale);
		Optional<DiagramDraft> same = this.store.begun(actor.username(), process, DiagramDraft.hash(safe, beside));
		return same.orElseGet(() -> with(actor, this.studio.begin(actor, process, safe, note, locale), beside, locale));
	}

	/**
	 * Begins a draft with decision tables alone, of the process whose newest version has
	 * tables of these names; where none has, a process of its own begins with them.
	 * @throws Unsafe if one of them could never be released as it is
	 */
	public DiagramDraft tables(Actor actor, Map<String, String> tables, String note, Locale locale) {
		DiagramDraft.requireAdmin(actor);
		this.check.sound(tables, locale);
		for (Released newest : this.definitions.newest()) {
			Optional<Map<String, String>> placed = placed(newest, tables);
			if (placed.isPresent()) {
				String xml = new String(this.drawings.diagram(newest.id()), UTF_8);
				return with(actor, this.studio.begin(actor, newest.process(), xml, note, locale), placed.get(), locale);
			}
		}
		TableSheet first = tables.values()
			.stream()
			.flatMap((table) -> TableFile.read(table).sheets().stream())
			.findFirst()
			.orElseThrow(() -> new InvalidInput("file", "studio.brought.unused"));
		String name = first.name().isBlank() ? first.decision() : first.name();
		return with(actor, this.studio.beginNew(actor, free(first.decision()), Bilingual.ofName(name), locale), tables,
				locale);
	}

	/** A key for a process, made of the name of a table. */
	private String free(String decision) {
		String key = ProcessKey.of(decision);
		return (ProcessKey.valid(key) && this.drawings.versions(key).isEmpty()) ? key : "table-" + key;
	}

	/**
	 * The tables under the names they have beside a version, if all of them are there.
	 */
	private Optional<Map<String, String>> placed(Released version, Map<String, String> tables) {
		Map<String, String> placed = new LinkedHashMap<>();
		Map<String, byte[]> beside = this.drawings.beside(version.id());
		tables.forEach((name, content) -> beside.forEach((known, before) -> {
			if (known.endsWith(".dmn") && share(decisions(content), decisions(new String(before, UTF_8)))) {
				placed.put(known, content);
			}
		}));
		return Optional.of(placed).filter((all) -> !all.isEmpty() && all.size() == tables.size());
	}

	private static Set<String> decisions(String table) {
		return TableFile.read(table).sheets().stream().map(TableSheet::decision).collect(Collectors.toSet());
	}

	private static boolean share(Set<String> some, Set<String> others) {
		Set<String> both = new HashSet<>(some);
		both.retainAll(others);
		return !both.isEmpty();
	}

	private DiagramDraft with(Actor actor, DiagramDraft begun, Map<String, String> files, Locale locale) {
		DiagramDraft draft = begun;
		for (Map.Entry<String, String> file : files.entrySet()) {
			draft = this.studio.saveFile(actor, draft.id(), file.getKey(), file.getValue(), draft.version(), locale);
		}
		return draft;
	}

}
