package org.gongjian.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list read by keyset.
 *
 * @param items the rows, never more than asked for
 * @param next the cursor of the following page, or {@code null} at the end
 */
public record Slice<T>(List<T> items, String next) {

	/** The same page with each row changed. */
	public <R> Slice<R> map(Function<T, R> change) {
		return new Slice<>(this.items.stream().map(change).toList(), this.next);
	}

	/** Cuts a page from a list that was read with one row too many. */
	public static <T> Slice<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
		if (rows.size() <= limit) {
			return new Slice<>(List.copyOf(rows), null);
		}
		List<T> page = List.copyOf(rows.subList(0, limit));
		return new Slice<>(page, cursor.apply(page.get(limit - 1)));
	}

}
