package org.gongjian.notification;

import java.time.Instant;
import java.util.UUID;

import org.gongjian.shared.Bilingual;

/**
 * What one person is told.
 *
 * @param taskId the task it is about, or {@code null}
 * @param title the title of the case
 * @param step the step it is about, or {@code null}
 * @param actor who did it, or {@code null} when the system did
 * @param remark what was said, or {@code null}
 * @param dueAt when the task is due, or {@code null}
 * @param readAt when it was read, or {@code null}
 */
record Notification(UUID id, String username, Kind kind, String caseNumber, String taskId, Bilingual title,
		Bilingual step, String actor, String remark, Instant dueAt, Instant at, Instant readAt) {

	/** Where the reader is led. */
	public String path() {
		return (this.taskId != null) ? "/tasks/" + this.taskId : "/cases/" + this.caseNumber;
	}

	/** Whether its reader has not opened it. */
	public boolean unread() {
		return this.readAt == null;
	}

}
