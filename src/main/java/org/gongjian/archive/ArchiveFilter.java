package org.gongjian.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a page of the archive is narrowed to.
 *
 * @param text part of a number or a title, or {@code null}
 * @param retention or {@code null}
 * @param over whether only what need not be kept any longer
 */
record ArchiveFilter(String text, String retention, boolean over) {

	private static final int LONGEST = 100;

	static ArchiveFilter of(String text, String retention, boolean over) {
		return new ArchiveFilter(text, Keeping.of(retention).map(Keeping::code).orElse(null), over);
	}

	/** Whether anything is narrowed. */
	public boolean active() {
		return (this.text != null && !this.text.isBlank()) || this.retention != null || this.over;
	}

	/** For {@code like … escape '!'}, whatever was typed. */
	String pattern() {
		String plain = (this.text == null) ? "" : this.text.strip().replace("\0", "").toLowerCase(Locale.ROOT);
		plain = (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
		return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

	/** The row after which a page begins. */
	record After(Instant at, String number) {

		private static final After NOTHING = new After(Instant.parse("9999-01-01T00:00:00Z"), "");

		static After of(String cursor) {
			if (cursor == null || !cursor.matches("[0-9]{1,18}_[0-9A-Z-]{1,30}")) {
				return NOTHING;
			}
			String[] parts = cursor.split("_", 2);
			return new After(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
		}

		static String cursor(ArchiveItem last) {
			return ChronoUnit.MICROS.between(Instant.EPOCH, last.filedAt()) + "_" + last.caseNumber();
		}

	}

}
