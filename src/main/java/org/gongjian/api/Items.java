package org.gongjian.api;

import java.util.List;
import java.util.function.Function;

import org.gongjian.shared.Slice;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows, or {@code null} at the end
 */
record Items<T>(List<T> items, String next) {

	static <S, T> Items<T> of(Slice<S> slice, Function<S, T> view) {
		return new Items<>(slice.items().stream().map(view).toList(), slice.next());
	}

}
