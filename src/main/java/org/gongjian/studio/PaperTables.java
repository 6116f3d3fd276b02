package org.gongjian.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.engine.PastFacts.Asked;
import org.gongjian.engine.Rehearsal;
import org.gongjian.engine.Rehearsal.Reference;
import org.gongjian.engine.TrialTables;
import org.gongjian.engine.TrialTables.Unanswered;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers for one case what the decision tables of a draft say, and notes where that is
 * other than what the tables that run now say to the same question.
 */
final class PaperTables implements Rehearsal.Tables {

	private final Book tables;

	private final Book before;

	private final List<Asked> asked;

	private final List<Rehearsed.Finding> changes = new ArrayList<>();

	/**
	 * Prepares the answers.
	 * @param tables those of the draft
	 * @param before those of the version that runs now
	 * @param asked what the case asked; may name no facts, then those known are asked
	 */
	PaperTables(Book tables, Book before, List<Asked> asked) {
		this.tables = tables;
		this.before = before;
		this.asked = asked;
	}

	/** The decision tables of a version, each read once for all cases. */
	static final class Book {

		/** No tables. */
		static final Book EMPTY = new Book(Map.of());

		private final Map<String, TrialTables.Table> tables;

		private Book(Map<String, TrialTables.Table> tables) {
			this.tables = tables;
		}

		static Book of(TrialTables trial, Map<String, byte[]> files) {
			Map<String, TrialTables.Table> tables = new HashMap<>();
			files.forEach((name, content) -> {
				if (name.endsWith(".dmn")) {
					TableFile.read(new String(content, UTF_8))
						.sheets()
						.forEach((sheet) -> tables.put(sheet.decision(), read(trial, content, sheet.decision())));
				}
			});
			return new Book(tables);
		}

		private static TrialTables.Table read(TrialTables trial, byte[] content, String decision) {
			try {
				return trial.table(content, decision);
			}
			catch (Unanswered unreadable) {
				return (facts) -> List.of();
			}
		}

		boolean has(String table) {
			return this.tables.containsKey(table);
		}

		Map<String, Object> answer(String table, Map<String, Object> facts) {
			try {
				List<Map<String, Object>> hits = this.tables.get(table).ask(facts);
				return hits.isEmpty() ? Map.of() : hits.get(0);
			}
			catch (Unanswered unanswered) {
				return Map.of();
			}
		}

	}

	List<Rehearsed.Finding> changes() {
		return this.changes;
	}

	@Override
	public Map<String, Object> at(String element, Optional<Reference> reference, Map<String, Object> facts) {
		Map<String, Object> learned = new HashMap<>();
		reference.filter((one) -> this.tables.has(one.table())).ifPresent((one) -> {
			Map<String, Object> answer = compared(element, one.table(), facts);
			if (one.result() != null && answer.size() == 1) {
				learned.put(one.result(), answer.values().iterator().next());
			}
		});
		for (Asked one : this.asked) {
			if (one.element().equals(element) && this.tables.has(one.table())) {
				Map<String, Object> known = new HashMap<>(facts);
				known.putAll(one.facts());
				learned.putAll(compared(element, one.table(), known));
			}
		}
		return learned;
	}

	/** The answers of the draft that are other, or all where nothing runs yet. */
	private Map<String, Object> compared(String element, String table, Map<String, Object> facts) {
		Map<String, Object> now = this.tables.answer(table, facts);
		Map<String, Object> old = this.before.has(table) ? this.before.answer(table, facts) : Map.of();
		Map<String, Object> other = new HashMap<>();
		now.forEach((name, value) -> {
			Object was = old.get(name);
			if (!Objects.equals(was, value)) {
				other.put(name, value);
				if (this.before.has(table)) {
					this.changes.add(new Rehearsed.Finding(Rehearsed.Kind.TABLE, element, table, name + " = " + was,
							name + " = " + value));
				}
			}
			else if (!facts.containsKey(name)) {
				other.put(name, value);
			}
		});
		return other;
	}

}
