package org.gongjian.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * Something the holder of a task asked somebody before deciding.
 *
 * @param asker who asked
 * @param asked who is to answer
 * @param answer what was answered, or {@code null}
 * @param open whether it waits for its answer
 */
public record Question(UUID id, String taskId, String asker, String asked, String question, Instant askedAt,
		String answer, Instant endedAt, boolean open) {
}
