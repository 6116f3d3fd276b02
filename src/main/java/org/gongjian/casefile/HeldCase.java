package org.gongjian.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A case whose row is locked: where its log and its data end, and what was read of it.
 */
final class HeldCase {

	private final UUID id;

	private final String number;

	private int revision;

	private String dataHash;

	private int place;

	private int touched;

	private String logHash;

	private CaseFile file;

	private Map<String, String> data;

	private final List<LogLine> unsaid = new ArrayList<>();

	private final List<LogEntry> said = new ArrayList<>();

	private boolean unwritten;

	private boolean late;

	HeldCase(UUID id, String number, int revision, String dataHash, int place, String logHash, int touched) {
		this.id = id;
		this.number = number;
		this.revision = revision;
		this.dataHash = dataHash;
		this.place = place;
		this.logHash = logHash;
		this.touched = touched;
	}

	/** Puts an entry behind the last line of the log. */
	void append(LogEntry entry) {
		LogLine open = new LogLine(this.place + 1, entry, this.revision, this.dataHash, "");
		String hash = LogChain.seal(this.logHash, this.number, open);
		this.place = open.place();
		this.logHash = hash;
		this.said.add(entry);
		this.unsaid.add(new LogLine(open.place(), entry, this.revision, this.dataHash, hash));
	}

	/** Seals the revision that follows. */
	void seal(List<FieldChange> changes) {
		this.revision++;
		this.dataHash = LogChain.data(this.dataHash, changes);
		this.file = (this.file == null) ? null : this.file.withRevision(this.revision);
	}

	UUID id() {
		return this.id;
	}

	String number() {
		return this.number;
	}

	int revision() {
		return this.revision;
	}

	String dataHash() {
		return this.dataHash;
	}

	int place() {
		return this.place;
	}

	/** How often it was changed without a line in the log or a revision. */
	int touched() {
		return this.touched;
	}

	void touch() {
		this.touched++;
	}

	/** Knows it as it was seen, if nothing has changed since. */
	void know(SeenCase seen) {
		if (this.file == null && seen.at(this.revision + this.place + this.touched)) {
			this.file = seen.file();
			this.data = new LinkedHashMap<>(seen.data());
		}
	}

	String logHash() {
		return this.logHash;
	}

	/** The case as it is now, or {@code null} if that is not known. */
	CaseFile file() {
		return this.file;
	}

	void file(CaseFile now) {
		this.file = now;
	}

	/** Its fields as they are stored, or {@code null} if they are not known. */
	Map<String, String> data() {
		return this.data;
	}

	void data(Map<String, String> now) {
		this.data = now;
	}

	/** The lines of the log that the table does not have yet. */
	List<LogLine> unsaid() {
		return this.unsaid;
	}

	/** The lines of the log that this transaction has added. */
	List<LogEntry> said() {
		return List.copyOf(this.said);
	}

	/** Whether the table does not know yet where log and data end. */
	boolean unwritten() {
		return this.unwritten;
	}

	void unwritten(boolean yes) {
		this.unwritten = yes;
	}

	/** Whether the commit has begun, so that whatever changes now is written at once. */
	boolean late() {
		return this.late;
	}

	void close() {
		this.late = true;
	}

}
