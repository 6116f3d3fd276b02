package org.gongjian.insight;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a ledger from its first page to its last, in memory that does not depend on its
 * length. What somebody takes away is noted in the journal.
 */
@Component
class Exports {

	private static final int PAGE = 500;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(Time.OFFICE);

	private final Journal journal;

	private final MessageSource messages;

	Exports(Journal journal, MessageSource messages) {
		this.journal = journal;
		this.messages = messages;
	}

	/**
	 * Writes the rows this person may see.
	 * @param format for the journal, {@code csv} or {@code xlsx}
	 * @return how many rows
	 */
	long write(Actor actor, Ledger ledger, String format, Sheet sheet, Locale locale) {
		long count = 0;
		String cursor = null;
		do {
			Slice<Map<String, Object>> page = ledger.pages().read(actor, cursor, PAGE);
			for (Map<String, Object> row : page.items()) {
				if (count++ == 0) {
					sheet.row(row.keySet().stream().map((key) -> heading(key, locale)).toList());
				}
				sheet.row(row.entrySet().stream().map((cell) -> value(ledger.name(), cell, locale)).toList());
			}
			cursor = page.next();
		}
		while (cursor != null);
		if (count == 0) {
			sheet.row(List.of(this.messages.getMessage("insight.export.empty", null, locale)));
		}
		this.journal.record("export.written", ledger.name() + "." + format, String.valueOf(count));
		return count;
	}

	private String heading(String key, Locale locale) {
		return this.messages.getMessage("insight.column." + key, null, key, locale);
	}

	/** The value as people read it; codes of states in their words. */
	private Object value(String ledger, Map.Entry<String, Object> cell, Locale locale) {
		Object value = cell.getValue();
		if (value instanceof Instant at) {
			return MOMENT.format(at);
		}
		if (value instanceof Boolean yes) {
			return this.messages.getMessage(yes ? "insight.yes" : "insight.no", null, locale);
		}
		if (value instanceof Collection<?> several) {
			return several.stream().map(String::valueOf).collect(Collectors.joining("; "));
		}
		if (value instanceof String code && (cell.getKey().equals("state") || cell.getKey().equals("status"))) {
			String room = ledger.endsWith("ies") ? ledger.substring(0, ledger.length() - 3) + "y"
					: ledger.substring(0, ledger.length() - 1);
			return this.messages.getMessage(room + "." + cell.getKey() + "." + code, null,
					this.messages.getMessage(room + ".state." + code, null, code, locale), locale);
		}
		return value;
	}

}
