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

	private final TrialTables trial;

	private final Map<String, byte[]> tables;

	private final Map<String, byte[]> before;

	private final List<Asked> asked;

	private final List<Rehearsed.Finding> changes = new ArrayList<>();

	/**
	 * Prepares the answers.
	 * @param files what lies beside the draft
	 * @param running what lies beside the version that runs now
	 * @param asked what the case asked; may name no facts, then those known are asked
	 */
	PaperTables(TrialTables trial, Map<String, byte[]> files, Map<String, byte[]> running, List<Asked> asked) {
		this.trial = trial;
		this.tables = byDecision(files);
		this.before = byDecision(running);
		this.asked = asked;
	}

	private static Map<String, byte[]> byDecision(Map<String, byte[]> files) {
		Map<String, byte[]> tables = new HashMap<>();
		files.forEach((name, content) -> {
			if (name.endsWith(".dmn")) {
				TableFile.read(new String(content, UTF_8))
					.sheets()
					.forEach((sheet) -> tables.put(sheet.decision(), content));
			}
		});
		return tables;
	}

	List<Rehearsed.Finding> changes() {
		return this.changes;
	}

	@Override
	public Map<String, Object> at(String element, Optional<Reference> reference, Map<String, Object> facts) {
		Map<String, Object> learned = new HashMap<>();
		reference.filter((one) -> this.tables.containsKey(one.table())).ifPresent((one) -> {
			Map<String, Object> answer = compared(element, one.table(), facts);
			if (one.result() != null && answer.size() == 1) {
				learned.put(one.result(), answer.values().iterator().next());
			}
		});
		for (Asked one : this.asked) {
			if (one.element().equals(element) && this.tables.containsKey(one.table())) {
				Map<String, Object> known = new HashMap<>(facts);
				known.putAll(one.facts());
				learned.putAll(compared(element, one.table(), known));
			}
		}
		return learned;
	}

	/** The answers of the draft that are other, or all where nothing runs yet. */
	private Map<String, Object> compared(String element, String table, Map<String, Object> facts) {
		Map<String, Object> now = answer(this.tables.get(table), table, facts);
		Map<String, Object> old = this.before.containsKey(table) ? answer(this.before.get(table), table, facts)
				: Map.of();
		Map<String, Object> other = new HashMap<>();
		now.forEach((name, value) -> {
			Object was = old.get(name);
			if (!Objects.equals(was, value)) {
				other.put(name, value);
				if (this.before.containsKey(table)) {
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

	private Map<String, Object> answer(byte[] content, String table, Map<String, Object> facts) {
		try {
			List<Map<String, Object>> hits = this.trial.ask(content, table, facts);
			return hits.isEmpty() ? Map.of() : hits.get(0);
		}
		catch (Unanswered unanswered) {
			return Map.of();
		}
	}

}
