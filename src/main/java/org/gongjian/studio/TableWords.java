package org.gongjian.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.studio.Difference.Change;
import org.gongjian.studio.TableSheet.Row;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What makes one decision table another, row by row. */
final class TableWords {

	private static final Pattern LIMIT = Pattern.compile("(>=|<=|>|<)\\s*([A-Za-z]\\w*)");

	private TableWords() {
	}

	/**
	 * Compares two files; tables only one of them has are compared with nothing.
	 * @param file its name
	 */
	static List<Change> compared(String file, byte[] before, byte[] after) {
		Map<String, TableSheet> old = sheets(before);
		Map<String, TableSheet> now = sheets(after);
		List<Change> changes = new ArrayList<>();
		Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct().forEach((decision) -> {
			if (old.containsKey(decision) && now.containsKey(decision)) {
				rows(file, old.get(decision), now.get(decision), changes);
			}
			else {
				changes.add(new Change(file, file, "table", old.containsKey(decision) ? decision : null,
						now.containsKey(decision) ? decision : null));
			}
		});
		return changes;
	}

	private static Map<String, TableSheet> sheets(byte[] file) {
		return TableFile.read(new String(file, UTF_8))
			.sheets()
			.stream()
			.collect(Collectors.toMap(TableSheet::decision, (sheet) -> sheet, (one, other) -> one, LinkedHashMap::new));
	}

	private static void rows(String file, TableSheet old, TableSheet now, List<Change> changes) {
		if (!old.hitPolicy().equals(now.hitPolicy())) {
			changes.add(new Change(file, title(file, now), "hitPolicy", old.hitPolicy(), now.hitPolicy()));
		}
		if (!old.names().equals(now.names())) {
			changes.add(new Change(file, title(file, now), "columns", String.join(", ", old.names()),
					String.join(", ", now.names())));
		}
		Map<String, Row> before = byId(old);
		Map<String, Row> after = byId(now);
		each(file, old, now, before, after, changes);
		List<String> from = before.keySet().stream().filter(after::containsKey).toList();
		List<String> to = after.keySet().stream().filter(before::containsKey).toList();
		if (!from.equals(to)) {
			changes.add(new Change(file, title(file, now), "order", order(old, before, from), order(now, after, to)));
		}
	}

	private static void each(String file, TableSheet old, TableSheet now, Map<String, Row> before,
			Map<String, Row> after, List<Change> changes) {
		before.forEach((id, row) -> {
			if (!after.containsKey(id)) {
				changes.add(new Change(file, name(old, row), "row", said(row), null));
			}
		});
		after.forEach((id, row) -> {
			if (before.containsKey(id)) {
				cells(file, now, before.get(id), row, changes);
			}
			else {
				changes.add(new Change(file, name(now, row), "row", null, said(row)));
			}
		});
	}

	private static String title(String file, TableSheet sheet) {
		return sheet.name().isBlank() ? file : sheet.name();
	}

	private static String order(TableSheet sheet, Map<String, Row> rows, List<String> ids) {
		return ids.stream().map((id) -> name(sheet, rows.get(id))).collect(Collectors.joining(" / "));
	}

	private static Map<String, Row> byId(TableSheet sheet) {
		return sheet.rows()
			.stream()
			.collect(Collectors.toMap(Row::id, (row) -> row, (one, other) -> one, LinkedHashMap::new));
	}

	private static void cells(String file, TableSheet sheet, Row old, Row now, List<Change> changes) {
		List<String> names = Stream.concat(sheet.inputs().stream(), sheet.outputs().stream())
			.map(TableSheet.Column::title)
			.toList();
		List<String> before = Stream.concat(old.inputs().stream(), old.outputs().stream()).toList();
		List<String> after = Stream.concat(now.inputs().stream(), now.outputs().stream()).toList();
		for (int column = 0; column < Math.min(names.size(), Math.min(before.size(), after.size())); column++) {
			if (!Objects.equals(before.get(column), after.get(column))) {
				changes.add(new Change(file, name(sheet, now), names.get(column), limit(sheet, before.get(column)),
						limit(sheet, after.get(column))));
			}
		}
		if (!old.about().equals(now.about())) {
			changes.add(new Change(file, name(sheet, now), "about", old.about(), now.about()));
		}
	}

	/** A cell that compares with another column names it as people do, in braces. */
	private static String limit(TableSheet sheet, String cell) {
		Matcher compares = LIMIT.matcher(cell);
		return !compares.matches() ? cell
				: sheet.inputs()
					.stream()
					.filter((column) -> compares.group(2).equals(column.name()))
					.findFirst()
					.map((column) -> compares.group(1) + " {" + column.title() + "}")
					.orElse(cell);
	}

	/** A row is known by what it is for, else by what it says. */
	private static String name(TableSheet sheet, Row row) {
		return row.about().isEmpty() ? (sheet.rows().indexOf(row) + 1) + ": " + said(row) : row.about();
	}

	private static String said(Row row) {
		return String.join(", ", row.inputs()) + " → " + String.join(", ", row.outputs());
	}

}
