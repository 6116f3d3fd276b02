package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.shared.InvalidInput;

/** How a list of tasks is sorted; each way is an index of its own. */
enum Sort {

	/** Newest first. */
	NEWEST("newest", "sorted_at", true, true, true),

	/** Oldest first. */
	OLDEST("oldest", "sorted_at", true, false, true),

	/** What is due next. */
	DUE("due", "due_key", true, false, false),

	/** The subject by the alphabet or by pinyin. */
	SUBJECT("subject", "subject_%s_key", false, false, false),

	/** Who asks. */
	REQUESTER("requester", "requester_key", false, false, false),

	/** The deciding fact, smallest first. */
	FACT("fact", "fact_key", false, false, false),

	/** The deciding fact, greatest first. */
	FACT_DOWN("-fact", "fact_key", false, true, false);

	private final String code;

	private final String column;

	private final boolean time;

	private final boolean descending;

	private final boolean indexDescends;

	Sort(String code, String column, boolean time, boolean descending, boolean indexDescends) {
		this.code = code;
		this.column = column;
		this.time = time;
		this.descending = descending;
		this.indexDescends = indexDescends;
	}

	/** The codes, for a page to offer. */
	static List<String> codes() {
		return List.of(values()).stream().map((sort) -> sort.code).toList();
	}

	static Sort of(String code) {
		return (code == null) ? NEWEST : find(code).orElseThrow(() -> new InvalidInput("sort", "inbox.sort.unknown"));
	}

	private static Optional<Sort> find(String code) {
		return List.of(values()).stream().filter((sort) -> sort.code.equals(code)).findFirst();
	}

	String code() {
		return this.code;
	}

	String column(Locale locale) {
		return this.column.formatted(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en");
	}

	/** The type of the column, for parameters. */
	String type() {
		return this.time ? "timestamp with time zone" : "varchar(120)";
	}

	boolean time() {
		return this.time;
	}

	String direction() {
		return this.descending ? "desc" : "asc";
	}

	String beyond() {
		return this.descending ? "<" : ">";
	}

	/** Rows alike go along the index, whichever way it is read. */
	String idDirection() {
		return (this.descending == this.indexDescends) ? "asc" : "desc";
	}

	String idBeyond() {
		return (this.descending == this.indexDescends) ? ">" : "<";
	}

}
