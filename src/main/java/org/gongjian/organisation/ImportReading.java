package org.gongjian.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.web.CsvUpload;

/** One reading of a file: its lines, what they brought, and what is wrong with them. */
final class ImportReading {

	private static final int MOST_CELL = 4000;

	// empty lines are read too: a line's number is that of a spreadsheet
	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

	private final ImportKind kind;

	private final ImportedLine line;

	private final Actor by;

	private final List<List<String>> rows = new ArrayList<>();

	private final List<ImportProblem> problems = new ArrayList<>();

	private final List<Assignment> assignments = new ArrayList<>();

	private final Map<String, Long> seen = new HashMap<>();

	ImportReading(ImportKind kind, ImportedLine line, Actor by) {
		this.kind = kind;
		this.line = line;
		this.by = by;
	}

	List<List<String>> rows() {
		return this.rows;
	}

	List<ImportProblem> problems() {
		return this.problems;
	}

	List<Assignment> assignments() {
		return this.assignments;
	}

	/** Loads every line; must run in a transaction that is rolled back on problems. */
	ImportReading load(String content) {
		try (CSVParser parser = format(content).parse(new StringReader(content))) {
			load(parser.getRecords());
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			this.problems.add(ImportProblem.of(0, "", "organisation.import.unreadable"));
		}
		return this;
	}

	/**
	 * Spreadsheets of some countries separate by semicolons, copied cells by tabs: the
	 * first line says which.
	 */
	private CSVFormat format(String content) {
		String first = content.lines().findFirst().orElse("");
		return Stream.of(";", "\t")
			.filter((separator) -> first.split(separator).length == this.kind.columns().size())
			.findFirst()
			.map((separator) -> FORMAT.builder().setDelimiter(separator).get())
			.orElse(FORMAT);
	}

	private void load(List<CSVRecord> records) {
		List<String> columns = this.kind.columns();
		if (records.isEmpty() || !records.get(0).stream().map(String::strip).toList().equals(columns)) {
			this.problems.add(ImportProblem.of(1, "", "organisation.import.header", String.join(",", columns)));
		}
		else if (records.size() > Imports.MOST_ROWS + 1) {
			this.problems.add(ImportProblem.of(0, "", "organisation.import.too-many-rows", Imports.MOST_ROWS));
		}
		else {
			records.subList(1, records.size()).forEach(this::load);
			if (this.rows.isEmpty() && this.problems.isEmpty()) {
				this.problems.add(ImportProblem.of(0, "", "organisation.import.empty"));
			}
		}
	}

	private void load(CSVRecord record) {
		if (record.stream().allMatch(String::isBlank)) {
			return;
		}
		long row = record.getRecordNumber();
		List<String> cells = record.stream().map(CsvUpload::cell).map(String::strip).toList();
		if (isSound(row, cells)) {
			load(row, cells);
		}
	}

	private boolean isSound(long row, List<String> cells) {
		int width = this.kind.columns().size();
		if (cells.size() != width) {
			this.problems.add(ImportProblem.of(row, "", "organisation.import.columns", width, cells.size()));
			return false;
		}
		for (int column = 0; column < width; column++) {
			if (cells.get(column).length() > MOST_CELL) {
				this.problems
					.add(ImportProblem.of(row, this.kind.columns().get(column), "web.violation.long", MOST_CELL));
				return false;
			}
		}
		this.rows.add(cells);
		Long twin = this.seen.putIfAbsent(String.join("\u001f", cells), row);
		if (twin != null) {
			this.problems.add(ImportProblem.of(row, "", "organisation.import.twice", twin));
		}
		return twin == null;
	}

	private void load(long row, List<String> cells) {
		try {
			this.line.load(this.kind, cells, this.by).ifPresent(this.assignments::add);
		}
		catch (InvalidInput refused) {
			for (Violation violation : refused.violations()) {
				this.problems
					.add(new ImportProblem(row, column(violation.field()), violation.code(), violation.arguments()));
			}
		}
	}

	private String column(String field) {
		String column = switch (field) {
			case "role" -> "role";
			case "from" -> "role_from";
			case "to" -> "role_to";
			case "deputyOf" -> "deputy_for";
			default -> field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
		};
		return this.kind.columns().contains(column) ? column : "";
	}

}
