package org.gongjian.inbox;

import java.util.Map;
import java.util.Optional;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;

/**
 * A register that programs can read at {@code /api/v1/registers/{name}}. The room that
 * keeps it declares a bean; every row is seen only by those who may.
 */
public interface Register {

	/** The name in the address, {@code pairings}. */
	String name();

	/**
	 * A page of rows this person may see.
	 * @param q words to search for, or {@code null}
	 * @param status or {@code null} for all
	 * @param cursor of the page before, or {@code null}
	 */
	Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit);

	/** One row by its number; empty if there is none or this person may not see it. */
	Optional<Map<String, Object>> find(Actor actor, String number);

}
