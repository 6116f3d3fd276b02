package org.gongjian.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;

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

	/** Whether somebody may work in the studio. */
	static boolean admin(Actor actor) {
		return actor.has("process-admin");
	}

	/**
	 * Asks that somebody may work in the studio.
	 * @throws NotAllowed if not
	 */
	static void requireAdmin(Actor actor) {
		if (!admin(actor)) {
			throw new NotAllowed("studio.not-yours");
		}
	}

	/**
	 * What a diagram and the files beside it are known by: not one byte can be changed.
	 */
	static String hash(String xml, Map<String, String> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(xml.getBytes(StandardCharsets.UTF_8));
			new TreeMap<>(files).forEach((name, content) -> {
				digest.update(("\0" + name + "\0").getBytes(StandardCharsets.UTF_8));
				digest.update(content.getBytes(StandardCharsets.UTF_8));
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
