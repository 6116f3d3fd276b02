package org.gongjian.organisation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Written;
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

	private static final Duration KEPT = Duration.ofHours(24);

	private final ImportTable table;

	private final ImportedLine line;

	private final RoleTidings tidings;

	private final Journal journal;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Imports(ImportTable table, ImportedLine line, RoleTidings tidings, Journal journal,
			PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.line = line;
		this.tidings = tidings;
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
			.filter(Written::keeps)
			.limit(90)
			.forEach(name::appendCodePoint);
		return name.isEmpty() ? "file.csv" : name.toString();
	}

	/** What would happen if the file were loaded now. */
	Preview preview(UUID id, Actor by) {
		ImportTable.Uploaded file = file(id, by);
		ImportReading reading = new ImportReading(file.kind(), this.line, by);
		this.transaction.executeWithoutResult((status) -> {
			reading.load(file.content());
			status.setRollbackOnly();
		});
		List<List<String>> rows = reading.rows();
		return new Preview(id, file.kind(), file.fileName(), rows.size(), rows.subList(0, Math.min(50, rows.size())),
				reading.problems());
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
			ImportReading reading = new ImportReading(file.kind(), this.line, by).load(file.content());
			if (!reading.problems().isEmpty()) {
				throw new InvalidInput("file", "organisation.import.refused", reading.problems().size());
			}
			this.tidings.tell(reading.assignments());
			this.journal.record(file.kind().key() + ".imported", file.fileName(), reading.rows().size() + " lines");
			return reading.rows().size();
		});
	}

	private ImportTable.Uploaded file(UUID id, Actor by) {
		return this.table.find(id, by.username(), this.clock.instant().minus(KEPT))
			.orElseThrow(() -> new NotFound("import"));
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
