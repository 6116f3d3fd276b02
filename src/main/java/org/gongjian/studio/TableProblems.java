package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Problem;
import org.gongjian.engine.TrialTables;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is wrong with decision tables beyond what the guard refuses. */
@Component
class TableProblems {

	private final Drawings drawings;

	private final TrialTables trial;

	private final ThresholdNames thresholds;

	private final MessageSource messages;

	TableProblems(Drawings drawings, TrialTables trial, ThresholdNames thresholds, MessageSource messages) {
		this.drawings = drawings;
		this.trial = trial;
		this.thresholds = thresholds;
		this.messages = messages;
	}

	/** Cells that are no test or value, and parameters nobody knows. */
	List<Problem> cells(String content, Locale locale) {
		TableFile file = TableFile.read(content);
		List<Problem> problems = new ArrayList<>();
		file.unreadable(this.trial::readable).forEach((id, text) -> problems.add(problem(id, "cell", locale, text)));
		problems.addAll(unknown("", content, locale));
		return problems;
	}

	/** Parameters that a text names and nobody knows. */
	List<Problem> unknown(String element, String content, Locale locale) {
		return this.thresholds.unknown(content)
			.stream()
			.map((name) -> problem(element, "parameter", locale, name))
			.toList();
	}

	/** What steps ask and read of a released table stays as it is called. */
	List<Problem> names(DiagramDraft draft, Map<String, String> own, Locale locale) {
		if (draft.baseDefinition() == null) {
			return List.of();
		}
		Map<String, byte[]> before = this.drawings.beside(draft.baseDefinition());
		return own.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn") && before.containsKey(file.getKey()))
			.flatMap((file) -> renamed(new String(before.get(file.getKey()), UTF_8), file.getValue(), locale))
			.toList();
	}

	private Stream<Problem> renamed(String before, String after, Locale locale) {
		List<TableSheet> now = TableFile.read(after).sheets();
		return TableFile.read(before)
			.sheets()
			.stream()
			.filter((old) -> now.stream()
				.noneMatch((sheet) -> sheet.decision().equals(old.decision()) && sheet.names().equals(old.names())))
			.map((old) -> problem(old.decision(), "table-names", locale, old.decision(),
					String.join(", ", old.names())));
	}

	private Problem problem(String element, String rule, Locale locale, Object... arguments) {
		return new Problem(element, "", "error", rule,
				this.messages.getMessage("studio.problem." + rule, arguments, locale), false);
	}

}
