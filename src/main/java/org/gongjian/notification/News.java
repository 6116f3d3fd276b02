package org.gongjian.notification;

import java.time.Instant;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

/**
 * Something that happened and that people are told.
 *
 * @param taskId the task it is about, or {@code null}
 * @param step the step it is about, or {@code null}
 * @param actor who did it, the system's name when nobody did
 * @param remark what was said, or {@code null}
 * @param dueAt when the task is due, or {@code null}
 */
record News(Kind kind, String taskId, Bilingual step, String actor, String remark, Instant dueAt) {

	static News of(Kind kind, String actor, String remark) {
		return new News(kind, null, null, actor, remark, null);
	}

	/** The person who did it, or {@code null} when the system did. */
	String by() {
		return Actor.SYSTEM.username().equals(this.actor) ? null : this.actor;
	}

}
