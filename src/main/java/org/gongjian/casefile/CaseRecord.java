package org.gongjian.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.gongjian.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed record of a case: its log and every change of its data. */
@Service
@Transactional(readOnly = true)
public class CaseRecord {

	private static final Set<String> AUDITORS = Set.of("process-admin", "viewer", "archivist", "discipline");

	private final Cases cases;

	private final HeldCases held;

	private final LogTable log;

	private final FieldTable fields;

	CaseRecord(Cases cases, HeldCases held, LogTable log, FieldTable fields) {
		this.cases = cases;
		this.held = held;
		this.log = log;
		this.fields = fields;
	}

	/** Whether somebody may have the whole record of every case they may see. */
	public static boolean mayAudit(Actor actor) {
		return AUDITORS.stream().anyMatch(actor::has);
	}

	/** The lines of the log with their seals, oldest first. */
	public List<LogLine> lines(String number) {
		return lines(this.cases.get(number));
	}

	private List<LogLine> lines(CaseFile file) {
		this.held.spoken(file.number());
		return this.log.lines(file.id());
	}

	/** Every change of the data there ever was, oldest first. */
	public List<FieldChange> changes(String number) {
		return this.fields.changes(this.cases.get(number).id(), Instant.EPOCH);
	}

	/**
	 * Whether nothing in the record was changed, taken out or put in.
	 * @return the place of the first line that is not what it was; 0 when all are right,
	 * one more than there are lines when the last are missing or the data was changed
	 * since
	 */
	public int firstWrong(String number) {
		CaseFile file = this.cases.get(number);
		List<LogLine> lines = lines(file);
		List<FieldChange> changes = this.fields.changes(file.id(), Instant.EPOCH);
		String hash = "";
		String data = "";
		int revision = 0;
		for (int i = 0; i < lines.size(); i++) {
			LogLine line = lines.get(i);
			data = seal(data, changes, revision, line.revision());
			revision = line.revision();
			hash = LogChain.seal(hash, number, line);
			if (line.place() != i + 1 || !line.hash().equals(hash) || !line.dataHash().equals(data)) {
				return i + 1;
			}
		}
		LogTable.End end = end(file);
		boolean whole = end.place() == lines.size() && end.hash().equals(hash)
				&& end.dataHash().equals(seal(data, changes, revision, end.revision()));
		return whole ? 0 : lines.size() + 1;
	}

	/** Where log and data end; this transaction may know better than the table. */
	private LogTable.End end(CaseFile file) {
		return this.held.find(file.number())
			.map((mine) -> new LogTable.End(mine.place(), mine.logHash(), mine.revision(), mine.dataHash()))
			.or(() -> this.log.end(file.id()))
			.orElseThrow();
	}

	/** The seal after the changes of some more revisions. */
	static String seal(String before, List<FieldChange> changes, int after, int upTo) {
		return IntStream.rangeClosed(after + 1, upTo)
			.mapToObj((revision) -> changes.stream().filter((change) -> change.revision() == revision).toList())
			.reduce(before, LogChain::data, (first, last) -> last);
	}

}
