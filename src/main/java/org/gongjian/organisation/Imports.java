package org.gongjian.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Violation;
import org.gongjian.web.CsvUpload;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads files of organisations, people and roles. A file is first tried: every line goes
 * the way it will go later, in a transaction that is rolled back. So the preview names
 * exactly what would be refused, and one bad line keeps all of them out.
 */
@Service
class Imports {

	static final int MOST_ROWS = 5000;

	static final int MOST_BYTES = 2 * 1024 * 1024;

	static final int MOST_PROBLEMS = 200;

	private static final int MOST_CELL = 4000;

	// empty lines are read too: a line's number is that of a spreadsheet
	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

	private static final Duration KEPT = Duration.ofHours(24);

	private final ImportTable table;

	private final Organisations organisations;

	private final People people;

	private final PersonTable personTable;

	private final Roles roles;

	private final Journal journal;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Imports(ImportTable table, Organisations organisations, People people, PersonTable personTable, Roles roles,
			Journal journal, PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.organisations = organisations;
		this.people = people;
		this.personTable = personTable;
		this.roles = roles;
		this.journal = journal;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Keeps an uploaded file for a day.
	 * @return under which id to preview it
	 * @throws InvalidInput for field {@code file} if it is no text or too large
	 */
	UUID upload(ImportKind kind, String fileName, byte[] bytes, Actor by) {
		if (bytes.length == 0) {
			throw new InvalidInput("file", "organisation.import.no-file");
		}
		if (bytes.length > MOST_BYTES) {
			throw new InvalidInput("file", "organisation.import.too-large", MOST_BYTES / 1024 / 1024);
		}
		CsvUpload upload = CsvUpload.read(bytes)
			.orElseThrow(() -> new InvalidInput("file", "organisation.import.no-text"));
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.table.removeBefore(this.clock.instant().minus(KEPT));
			this.table.insert(id, new ImportTable.Uploaded(kind, shortened(fileName), upload.text()), by.username(),
					this.clock.instant());
		});
		return id;
	}

	private static String shortened(String fileName) {
		StringBuilder name = new StringBuilder();
		Objects.requireNonNullElse(fileName, "")
			.codePoints()
			.filter((character) -> Words.proper(Character.toString(character), false))
			.limit(90)
			.forEach(name::appendCodePoint);
		return name.isEmpty() ? "file.csv" : name.toString();
	}

	/** What would happen if the file were loaded now. */
	Preview preview(UUID id, Actor by) {
		ImportTable.Uploaded file = file(id, by);
		List<ImportProblem> problems = new ArrayList<>();
		List<List<String>> rows = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			load(file, by, rows, problems, new ArrayList<>());
			status.setRollbackOnly();
		});
		return new Preview(id, file.kind(), file.fileName(), rows.size(), rows.subList(0, Math.min(50, rows.size())),
				problems);
	}

	/**
	 * Loads every line of a file, or none.
	 * @return how many lines
	 * @throws InvalidInput if anything is wrong with it
	 */
	int load(UUID id, Actor by) {
		return this.transaction.execute((status) -> {
			ImportTable.Uploaded file = file(id, by);
			if (!this.table.remove(id)) {
				throw new NotFound("import");
			}
			List<ImportProblem> problems = new ArrayList<>();
			List<List<String>> rows = new ArrayList<>();
			List<Assignment> assignments = new ArrayList<>();
			load(file, by, rows, problems, assignments);
			if (!problems.isEmpty()) {
				throw new InvalidInput("file", "organisation.import.refused", problems.size());
			}
			this.roles.tell(assignments);
			this.journal.record(file.kind().key() + ".imported", file.fileName(), rows.size() + " lines");
			return rows.size();
		});
	}

	private ImportTable.Uploaded file(UUID id, Actor by) {
		return this.table.find(id, by.username(), this.clock.instant().minus(KEPT))
			.orElseThrow(() -> new NotFound("import"));
	}

	private void load(ImportTable.Uploaded file, Actor by, List<List<String>> rows, List<ImportProblem> problems,
			List<Assignment> assignments) {
		List<CSVRecord> records;
		try (CSVParser parser = FORMAT.parse(new StringReader(file.content()))) {
			records = parser.getRecords();
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			problems.add(ImportProblem.of(0, "", "organisation.import.unreadable"));
			return;
		}
		List<String> columns = file.kind().columns();
		if (records.isEmpty() || !header(records.get(0)).equals(columns)) {
			problems.add(ImportProblem.of(1, "", "organisation.import.header", String.join(",", columns)));
		}
		else if (records.size() > MOST_ROWS + 1) {
			problems.add(ImportProblem.of(0, "", "organisation.import.too-many-rows", MOST_ROWS));
		}
		else {
			Map<String, Long> seen = new HashMap<>();
			records.subList(1, records.size())
				.forEach((record) -> load(file.kind(), record, by, rows, problems, assignments, seen));
			if (rows.isEmpty() && problems.isEmpty()) {
				problems.add(ImportProblem.of(0, "", "organisation.import.empty"));
			}
		}
	}

	private void load(ImportKind kind, CSVRecord record, Actor by, List<List<String>> rows,
			List<ImportProblem> problems, List<Assignment> assignments, Map<String, Long> seen) {
		long row = record.getRecordNumber();
		int width = kind.columns().size();
		if (record.stream().allMatch(String::isBlank)) {
			return;
		}
		if (record.size() != width) {
			problems.add(ImportProblem.of(row, "", "organisation.import.columns", width, record.size()));
			return;
		}
		List<String> cells = record.stream().map(CsvUpload::cell).map(String::strip).toList();
		for (int column = 0; column < width; column++) {
			if (cells.get(column).length() > MOST_CELL) {
				problems.add(ImportProblem.of(row, kind.columns().get(column), "organisation.violation.too-long",
						MOST_CELL));
				return;
			}
		}
		rows.add(cells);
		Long twin = seen.putIfAbsent(String.join("\u001f", cells), row);
		if (twin != null) {
			problems.add(ImportProblem.of(row, "", "organisation.import.twice", twin));
			return;
		}
		try {
			if (kind == ImportKind.ORGANISATIONS) {
				this.organisations.insert(organisation(cells), null, by);
			}
			else {
				person(cells, by).ifPresent(assignments::add);
			}
		}
		catch (InvalidInput refused) {
			for (Violation violation : refused.violations()) {
				problems.add(new ImportProblem(row, column(kind, violation.field()), violation.code(),
						violation.arguments()));
			}
		}
	}

	private static List<String> header(CSVRecord record) {
		return record.stream().map(String::strip).toList();
	}

	private static OrganisationForm organisation(List<String> cells) {
		return new OrganisationForm(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5),
				cells.get(6), cells.get(7), cells.get(8), cells.get(9), cells.get(10), cells.get(11), cells.get(12),
				cells.get(13), cells.get(14));
	}

	/** A line about somebody the house knows already only adds the role. */
	private Optional<Assignment> person(List<String> cells, Actor by) {
		PersonForm form = new PersonForm(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4),
				cells.get(5), cells.get(6), cells.get(7));
		boolean withRole = cells.subList(8, 13).stream().anyMatch((cell) -> !cell.isEmpty());
		Optional<Person> known = known(form);
		if (known.isPresent() && !withRole) {
			throw new InvalidInput("name", "organisation.import.known-person", known.get().name());
		}
		UUID person = known.map(Person::id).orElseGet(() -> this.people.insert(form, null, by).id());
		if (!withRole) {
			return Optional.empty();
		}
		String role = cells.get(8);
		String organisation = cells.get(9);
		String deputyOf = cells.get(12).isEmpty() ? "" : principal(cells.get(12), role, organisation);
		return Optional.of(this.roles.insert(person,
				new AssignmentForm(role, organisation, cells.get(10), cells.get(11), deputyOf, ""), null, by));
	}

	private Optional<Person> known(PersonForm form) {
		if (!form.username().isEmpty()) {
			Optional<Person> person = this.people.byUsername(form.username());
			if (person.isPresent() && !person.get().name().equals(Words.clean(form.name()))) {
				throw new InvalidInput("username", "organisation.violation.username-taken", person.get().name());
			}
			return person;
		}
		List<Person> twins = this.personTable.byName(Words.clean(form.name()), Words.clean(form.organisation()));
		if (twins.size() > 1) {
			throw new InvalidInput("name", "organisation.import.which-person", twins.size());
		}
		return twins.stream().findFirst();
	}

	/** The assignment in which the named account holds the role today or later. */
	private String principal(String username, String role, String organisation) {
		return this.people.byUsername(username)
			.flatMap((person) -> this.roles.ofPerson(person.id())
				.stream()
				.filter((assignment) -> !assignment.ended() && assignment.deputyOf() == null
						&& assignment.role().id().equals(role)
						&& OrganisationForm.text(assignment.orgCode()).equals(organisation))
				.findFirst())
			.map((assignment) -> assignment.id().toString())
			.orElseThrow(() -> new InvalidInput("deputyOf", "organisation.import.no-principal", username));
	}

	private static String column(ImportKind kind, String field) {
		String column = switch (field) {
			case "role" -> "role";
			case "from" -> "role_from";
			case "to" -> "role_to";
			case "deputyOf" -> "deputy_for";
			default -> field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
		};
		return kind.columns().contains(column) ? column : "";
	}

	/**
	 * What would happen if a file were loaded.
	 *
	 * @param rows how many lines it has
	 * @param first the first of them, as they were read
	 * @param problems what is wrong; none means it can be loaded
	 */
	record Preview(UUID id, ImportKind kind, String fileName, int rows, List<List<String>> first,
			List<ImportProblem> problems) {

		public List<ImportProblem> shown() {
			return this.problems.subList(0, Math.min(MOST_PROBLEMS, this.problems.size()));
		}

	}

}
