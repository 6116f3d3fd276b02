package org.gongjian.studio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Running cases that are moved to another version, one after the other.
 *
 * @param username who asked for it
 */
public record MoveBatch(UUID id, String process, int from, int to, String username, Instant createdAt,
		List<Item> items) {

	/**
	 * One case.
	 *
	 * @param moved whether it was, or {@code null} while its turn has not come
	 * @param stands the steps at which it stands
	 * @param problem a message key that says why it was not moved, or {@code null}
	 */
	public record Item(int place, String caseNumber, Boolean moved, String stands, String problem) {
	}

	/** How many had their turn. */
	public long done() {
		return this.items.stream().filter((item) -> item.moved() != null).count();
	}

	/** How many were moved. */
	public long moved() {
		return this.items.stream().filter((item) -> Boolean.TRUE.equals(item.moved())).count();
	}

	/** Whether all had their turn. */
	public boolean over() {
		return done() == this.items.size();
	}

}
