package org.gongjian.insight;

import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * One part of the dashboard.
 *
 * @param heading a message key
 * @param figures single numbers
 * @param charts bars
 */
record Part(String heading, List<Figure> figures, List<Chart> charts) {

	/** Computes a part. Each declares a bean. */
	interface Source {

		/** Its place among the others. */
		int order();

		Part of(Scope scope);

	}

	/**
	 * One number.
	 *
	 * @param label a message key
	 * @param value what it is, formatted by the page
	 * @param unit {@code count} or {@code percent}
	 * @param href the rows behind it
	 * @param bad whether somebody should look
	 */
	record Figure(String label, Long value, String unit, String href, boolean bad) {

		static Figure count(String label, long value, String href, boolean bad) {
			return new Figure(label, value, "count", href, bad);
		}

		/** A share in whole per cent; none of nothing. */
		static Figure share(String label, long part, long whole, String href, boolean bad) {
			return new Figure(label, (whole == 0) ? null : Math.round(part * 100.0 / whole), "percent", href, bad);
		}

	}

	/**
	 * Bars, each with its number.
	 *
	 * @param title a message key
	 * @param unit a message key that says what is counted
	 */
	record Chart(String title, String unit, List<Bar> bars) {

		/** The longest bar, at least one. */
		public long most() {
			return Math.max(1, this.bars.stream().mapToLong(Bar::value).max().orElse(1));
		}

	}

	/**
	 * One bar.
	 *
	 * @param label its words, or {@code null} if a key names it
	 * @param key a message key, or {@code null}
	 * @param tasks of how many tasks it is the middle, or {@code null}
	 * @param href the rows behind it
	 */
	record Bar(Bilingual label, String key, long value, Long tasks, String href) {

		static Bar of(String key, long value, String href) {
			return new Bar(null, key, value, null, href);
		}

	}

}
