package org.gongjian.studio;

import java.time.Instant;
import java.util.UUID;

/**
 * A diagram that is being changed.
 *
 * @param process the process key
 * @param baseDefinition the version it began with, or {@code null} for a new process
 * @param baseVersion its number, or {@code null}
 * @param xml the diagram
 * @param note what is changed and why
 * @param hash SHA-256 over the diagram and the files it changes: what is released is what
 * was looked at
 * @param author who began it
 * @param decidedBy who released or refused it, or {@code null}
 * @param reason why it was refused, or {@code null}
 * @param released the definition it became, or {@code null}
 * @param version rises with every change
 */
public record DiagramDraft(UUID id, String process, String baseDefinition, Integer baseVersion, String xml, String note,
		State state, String hash, String author, Instant createdAt, String updatedBy, Instant updatedAt,
		String submittedBy, Instant submittedAt, String decidedBy, Instant decidedAt, String reason, String released,
		int version) {

	/** How far a draft is. */
	public enum State {

		/** It is being changed. */
		EDITING,

		/** It waits for a second person. */
		SUBMITTED,

		/** A second person released it; it becomes a version at a time. */
		PLANNED,

		/** It became a version. */
		RELEASED,

		/** The second person refused it; it can be changed and submitted again. */
		REFUSED

	}

	/** Whether it can be changed. */
	public boolean editable() {
		return this.state == State.EDITING || this.state == State.REFUSED;
	}

	/** The same after somebody decided on it. */
	DiagramDraft decided(State next, String by, Instant at, String why, String definition) {
		return new DiagramDraft(this.id, this.process, this.baseDefinition, this.baseVersion, this.xml, this.note, next,
				this.hash, this.author, this.createdAt, this.updatedBy, this.updatedAt, this.submittedBy,
				this.submittedAt, by, at, why, definition, this.version);
	}

}
