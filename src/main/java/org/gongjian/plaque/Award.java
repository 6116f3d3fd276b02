package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the case of an award holds, read once: its form data by name, its batch.
 *
 * @param caseNumber the case
 * @param batch the batch the case is about
 * @param data the form data
 */
record Award(String caseNumber, Batch batch, Map<String, Object> data) {

	/** The process key. */
	static final String PROCESS = "plaque-award";

	static final String RECIPIENTS = "recipients";

	static final String ORGANISATION = "organisation";

	static final String PAIRING = "pairing";

	static final String VERDICT = "verdict";

	static final String DROP = "DROP";

	/** The rows of a table, each free to be changed. */
	@SuppressWarnings("unchecked")
	List<Map<String, Object>> rows(String name) {
		var rows = new ArrayList<Map<String, Object>>();
		if (this.data.get(name) instanceof List<?> list) {
			list.forEach((row) -> rows.add(new LinkedHashMap<>((Map<String, Object>) row)));
		}
		return rows;
	}

	/** What an organisation answered in a step that keeps a record by organisation. */
	@SuppressWarnings("unchecked")
	Map<String, Object> answer(String record, String organisation) {
		boolean answered = this.data.get(record) instanceof Map<?, ?> all && all.get(organisation) instanceof Map<?, ?>;
		return answered ? (Map<String, Object>) ((Map<String, Object>) this.data.get(record)).get(organisation)
				: Map.of();
	}

	String text(String name) {
		return text(this.data, name);
	}

	boolean flag(String name) {
		return Boolean.TRUE.equals(this.data.get(name));
	}

	LocalDate date(String name) {
		return date(this.data, name);
	}

	UUID id(String name) {
		String text = text(name);
		return (text == null) ? null : UUID.fromString(text);
	}

	static String text(Map<String, Object> row, String name) {
		Object value = row.get(name);
		return (value == null) ? null : value.toString();
	}

	static LocalDate date(Map<String, Object> row, String name) {
		String text = text(row, name);
		return (text == null) ? null : LocalDate.parse(text.substring(0, 10));
	}

	static boolean dropped(Map<String, Object> row) {
		return DROP.equals(text(row, VERDICT));
	}

	/** The codes in a process variable. */
	static List<String> codes(String joined) {
		return (joined == null) ? List.of()
				: Arrays.stream(joined.split(",")).map(String::strip).filter((code) -> !code.isEmpty()).toList();
	}

}
