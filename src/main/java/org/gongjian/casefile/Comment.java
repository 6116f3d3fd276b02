package org.gongjian.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * One contribution to the discussion of a case.
 *
 * @param author the username
 * @param text plain text
 */
public record Comment(UUID id, String author, String text, Instant at) {
}
