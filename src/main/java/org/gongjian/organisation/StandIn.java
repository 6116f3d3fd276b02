package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody takes a person's tasks while that person is away, from one day to another,
 * both included.
 *
 * @param absent the account of who is away
 * @param username the account of who stands in
 * @param processes the processes it holds for, empty for all
 * @param endedAt when it was ended early, or {@code null}
 */
public record StandIn(UUID id, String absent, String username, LocalDate from, LocalDate to, Set<String> processes,
		String reason, State state, String createdBy, Instant createdAt, String endedBy, Instant endedAt) {

	public StandIn {
		processes = Set.copyOf(processes);
	}

	/** Whether it holds for a process. */
	public boolean covers(String process) {
		return this.processes.isEmpty() || this.processes.contains(process);
	}

	/** What it is on a day. */
	State on(LocalDate day) {
		if (this.endedAt != null || day.isAfter(this.to)) {
			return State.OVER;
		}
		return day.isBefore(this.from) ? State.PLANNED : State.ACTIVE;
	}

	/** Whether two hold on one day and for one process. */
	boolean meets(StandIn other) {
		boolean days = !this.from.isAfter(other.to) && !other.from.isAfter(this.to);
		boolean matters = this.processes.isEmpty() || other.processes.isEmpty()
				|| this.processes.stream().anyMatch(other.processes::contains);
		return days && matters;
	}

	/** How far it is. */
	public enum State {

		/** The first day has not come. */
		PLANNED,

		/** It holds. */
		ACTIVE,

		/** The last day has gone, or it was ended. */
		OVER

	}

}
