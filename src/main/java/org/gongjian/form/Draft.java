package org.gongjian.form;

import java.time.Instant;
import java.util.Map;

/**
 * A form half filled in.
 *
 * @param owner the account that typed it; {@code *} where several type together
 * @param kind {@code start} or {@code task}
 * @param subject the process, or the id of the task
 * @param data what was typed, by field
 * @param comment the comment typed, or {@code null}
 * @param updatedAt when it was kept last
 * @param version counts every keeping, from 1
 * @param editedBy the account that kept it last; {@code null} in drafts of old
 */
public record Draft(String owner, String kind, String subject, Map<String, Object> data, String comment,
		Instant updatedAt, int version, String editedBy) {
}
