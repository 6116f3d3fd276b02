package org.gongjian.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

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
	 * @param value what it is, formatted by the page; {@code null} of nothing
	 * @param unit {@code count}, {@code percent}, {@code days}, {@code money} or
	 * {@code points}
	 * @param href the rows behind it
	 * @param bad whether somebody should look
	 * @param hits of a share, how many are so; {@code null} where that is not said
	 * @param many of how many rows, or {@code null}
	 */
	record Figure(String label, BigDecimal value, String unit, String href, boolean bad, Long hits, Long many) {

		static Figure count(String label, long value, String href, boolean bad) {
			return new Figure(label, BigDecimal.valueOf(value), "count", href, bad, null, null);
		}

		/** A share in whole per cent; none of nothing. */
		static Figure share(String label, long part, long whole, String href, boolean bad) {
			return of(label, Basis.Sort.SHARE, Basis.Unit.NONE, new Sum(null, null, whole, part, null, null, whole),
					href, bad);
		}

		/** What the rows of a basis come to. */
		static Figure of(Basis basis, Sum sum, String org, boolean bad) {
			return of("insight.figure." + basis.code(), basis.sort(), basis.unit(), sum, behind(basis, null, org), bad);
		}

		private static Figure of(String label, Basis.Sort sort, Basis.Unit unit, Sum sum, String href, boolean bad) {
			BigDecimal value = sum.value(sort);
			Long many = (value == null) ? null : sum.many();
			return switch (sort) {
				case COUNT -> new Figure(label, value, "count", href, bad, null, null);
				case SHARE -> new Figure(label, value, "percent", href, bad, (many == null) ? null : sum.hits(), many);
				default -> new Figure(label, value, unit.name().toLowerCase(Locale.ROOT), href, bad, null, many);
			};
		}

	}

	/** Where the rows of a basis are. */
	static String behind(Basis basis, String group, String org) {
		String query = String.join("&",
				Stream.of((group == null) ? null : "group=" + group, (org == null) ? null : "org=" + org)
					.filter(Objects::nonNull)
					.toList());
		return "/insight/behind/" + basis.code() + (query.isEmpty() ? "" : "?" + query);
	}

	/**
	 * Bars, each with its number.
	 *
	 * @param title a message key
	 * @param unit a message key that says what is counted
	 */
	record Chart(String title, String unit, List<Bar> bars) {

		/** The longest bar, at least one. */
		public BigDecimal most() {
			return this.bars.stream().map(Bar::value).reduce(BigDecimal.ONE, BigDecimal::max);
		}

	}

	/**
	 * One bar.
	 *
	 * @param label its words, or {@code null} if a key names it
	 * @param key a message key, or {@code null}
	 * @param tasks of how many rows it is the middle, or {@code null}
	 * @param href the rows behind it
	 */
	record Bar(Bilingual label, String key, BigDecimal value, Long tasks, String href) {

		Bar(Bilingual label, String key, long value, Long tasks, String href) {
			this(label, key, BigDecimal.valueOf(value), tasks, href);
		}

		static Bar of(String key, long value, String href) {
			return new Bar(null, key, value, null, href);
		}

		/** The middle of the amounts of a group. */
		static Bar median(String key, Basis basis, Sum sum, String org) {
			return new Bar(null, key, sum.value(basis.sort()), sum.many(), behind(basis, sum.group(), org));
		}

	}

}
