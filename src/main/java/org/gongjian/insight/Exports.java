package org.gongjian.insight;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.identity.Journal;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a ledger from its first page to its last, in memory that does not depend on its
 * length. What somebody takes away is noted in the journal.
 */
@Component
class Exports {

	private static final int PAGE = 500;

	private final Journal journal;

	private final MessageSource messages;

	private final Organisations organisations;

	Exports(Journal journal, MessageSource messages, Organisations organisations) {
		this.journal = journal;
		this.messages = messages;
		this.organisations = organisations;
	}

	/**
	 * Writes the rows this person may see.
	 * @param format for the journal, {@code csv} or {@code xlsx}
	 * @return how many rows
	 */
	long write(Actor actor, Ledger ledger, String format, Sheet sheet, Locale locale) {
		long count = 0;
		String cursor = null;
		Cells cells = new Cells(ledger.name(), locale, this.messages, this.organisations);
		do {
			Slice<Map<String, Object>> page = ledger.pages().read(actor, cursor, PAGE);
			for (Map<String, Object> row : page.items()) {
				if (count++ == 0) {
					sheet.row(row.keySet().stream().map((key) -> heading(key, locale)).toList());
				}
				sheet.row(row.entrySet().stream().map((cell) -> cells.of(cell.getKey(), cell.getValue())).toList());
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

}
