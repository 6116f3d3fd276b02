package org.gongjian.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody added to a node beside those it asks.
 *
 * @param batch those added in one go
 * @param turn the place in a sequence, from 1
 * @param beside the task of who added them
 * @param taskId their own task, or {@code null} while their turn has not come
 */
public record AddedSigner(UUID id, UUID batch, Place place, Rule rule, int turn, String beside, String taskId,
		String username, String addedBy, String reason, Instant addedAt, State state) {

	/** Whether the signer may still have to act. */
	public boolean pending() {
		return this.state == State.WAITING || this.state == State.OPEN;
	}

	/** When the added people sign. */
	public enum Place {

		/** Before who added them decides. */
		BEFORE,

		/**
		 * After who added them has decided; the decision takes effect when they agree.
		 */
		AFTER,

		/** At the same time, with a vote of their own. */
		TOGETHER

	}

	/** How many of the added people must agree. */
	public enum Rule {

		/** Every one. */
		ALL,

		/** Any one. */
		ANY,

		/** Every one, one after the other. */
		IN_SEQUENCE

	}

	/** How far a signer is. */
	public enum State {

		/** The turn has not come. */
		WAITING,

		/** Has a task. */
		OPEN,

		/** Said yes. */
		AGREED,

		/** Said no. */
		DISAGREED,

		/** Others have settled it. */
		NOT_NEEDED,

		/** Was taken out again. */
		REMOVED

	}

}
