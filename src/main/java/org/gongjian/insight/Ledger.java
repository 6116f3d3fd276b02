package org.gongjian.insight;

import java.util.Map;
import java.util.function.Predicate;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;

/**
 * A register or ledger that can be taken away.
 *
 * @param name the name in the address, {@code pairings}
 * @param open who may have it at all; what rows, the pages say
 * @param pages reads it in pages, as that person may see it
 */
record Ledger(String name, Predicate<Actor> open, Pages pages) {

	/** Reads a page; the rows of all pages have the same columns. */
	interface Pages {

		Slice<Map<String, Object>> read(Actor actor, String cursor, int limit);

	}

}
