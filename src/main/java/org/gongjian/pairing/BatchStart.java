package org.gongjian.pairing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongjian.approval.Requests;
import org.gongjian.engine.Definitions;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.web.CsvUpload;
import org.springframework.stereotype.Component;

/**
 * Starts one case for each of several pairs of a programme. Each is checked like a
 * proposal typed by hand, and started on its own.
 */
@Component
class BatchStart {

	private static final String PROCESS = "pairing-approval";

	private final Requests requests;

	private final FormSessions sessions;

	private final Forms forms;

	private final Definitions definitions;

	private final Liaisons liaisons;

	BatchStart(Requests requests, FormSessions sessions, Forms forms, Definitions definitions, Liaisons liaisons) {
		this.requests = requests;
		this.sessions = sessions;
		this.forms = forms;
		this.definitions = definitions;
		this.liaisons = liaisons;
	}

	/** Whether this person may start batches. */
	static void requireOfficer(Actor actor) {
		if (!actor.has(Watch.OFFICER)) {
			throw new NotAllowed("pairing.batch.not-allowed");
		}
	}

	/**
	 * Reads pairs from a file with the columns governmentOrg, enterpriseOrg and, if
	 * wanted, reason.
	 * @throws InvalidInput if it cannot be read
	 */
	List<BatchForm.Row> read(byte[] bytes) {
		String text = CsvUpload.read(bytes).map(CsvUpload::text).orElse("");
		var rows = new ArrayList<BatchForm.Row>();
		try (CSVParser parser = CSVFormat.RFC4180.builder()
			.setIgnoreEmptyLines(true)
			.get()
			.parse(new StringReader(text))) {
			List<CSVRecord> records = parser.getRecords();
			if (records.isEmpty() || !"governmentOrg".equals(cell(records.get(0), 0))
					|| !"enterpriseOrg".equals(cell(records.get(0), 1))) {
				throw new InvalidInput("file", "pairing.batch.violation.header");
			}
			for (CSVRecord record : records.subList(1, records.size())) {
				rows.add(new BatchForm.Row(cell(record, 0), cell(record, 1), cell(record, 2)));
			}
		}
		catch (IOException | IllegalStateException | java.io.UncheckedIOException unreadable) {
			throw new InvalidInput("file", "pairing.batch.violation.file");
		}
		if (rows.isEmpty() || rows.size() > BatchForm.MOST) {
			throw new InvalidInput("file", "pairing.batch.violation.rows", BatchForm.MOST);
		}
		return rows;
	}

	private static String cell(CSVRecord record, int index) {
		return (index < record.size()) ? CsvUpload.cell(record.get(index)).strip() : "";
	}

	/** Checks every row; starts nothing. */
	List<Result> check(Actor actor, String programme, BatchForm form) {
		requireOfficer(actor);
		var results = new ArrayList<Result>();
		Set<String> seen = new HashSet<>();
		for (BatchForm.Row row : form.rows()) {
			results.add(seen.add(row.governmentOrg() + ":" + row.enterpriseOrg()) ? check(actor, programme, form, row)
					: Result.wrong(row, List.of(Violation.of("", "pairing.batch.violation.twice"))));
		}
		return results;
	}

	private Result check(Actor actor, String programme, BatchForm form, BatchForm.Row row) {
		try {
			fill(actor, programme, form, row);
			return new Result(row, null, List.of());
		}
		catch (InvalidInput invalid) {
			return Result.wrong(row, invalid.violations());
		}
	}

	/**
	 * Starts the rows that are right, each in its own transaction.
	 * @return what became of every row
	 */
	List<Result> start(Actor actor, String programme, BatchForm form) {
		var results = new ArrayList<Result>();
		for (Result checked : check(actor, programme, form)) {
			results.add(checked.fine() || started(actor, form, checked.row())
					? start(actor, programme, form, checked.row()) : checked);
		}
		return results;
	}

	private Result start(Actor actor, String programme, BatchForm form, BatchForm.Row row) {
		String token = token(form, row);
		try {
			var before = this.requests.sent(actor, token);
			String number = before.isPresent() ? before.get().number()
					: this.requests.open(fill(actor, programme, form, row), token).number();
			return new Result(row, number, List.of());
		}
		catch (InvalidInput invalid) {
			return Result.wrong(row, invalid.violations());
		}
		catch (Overtaken overtaken) {
			return Result.wrong(row, List.of(Violation.of("", "pairing.overtaken.pair")));
		}
	}

	private boolean started(Actor actor, BatchForm form, BatchForm.Row row) {
		return this.requests.sent(actor, token(form, row)).isPresent();
	}

	private static String token(BatchForm form, BatchForm.Row row) {
		String name = form.token() + row.governmentOrg() + ":" + row.enterpriseOrg();
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private Filled fill(Actor actor, String programme, BatchForm form, BatchForm.Row row) {
		Map<String, Object> data = form.data(programme, row);
		data.put("govLiaison", this.liaisons.id(null, Liaisons.GOVERNMENT, row.governmentOrg()));
		data.put("entLiaison", this.liaisons.id(null, Liaisons.ENTERPRISE, row.enterpriseOrg()));
		data.values().removeIf(java.util.Objects::isNull);
		String definition = this.definitions.newest(PROCESS).orElseThrow().id();
		FormContext context = FormContext.start(actor, PROCESS, this.forms.catalogue(definition));
		return this.sessions.fill(context, data, Answer.of(null, null, data));
	}

	/**
	 * What is known of a row.
	 *
	 * @param caseNumber the case that was started, or {@code null}
	 * @param problems what is wrong with it
	 */
	record Result(BatchForm.Row row, String caseNumber, List<Violation> problems) {

		static Result wrong(BatchForm.Row row, List<Violation> problems) {
			return new Result(row, null, problems);
		}

		public boolean fine() {
			return this.problems.isEmpty();
		}

	}

}
