package org.gongjian.inbox;

import java.util.UUID;

/**
 * A sentence for comments.
 *
 * @param house whether it is offered to everybody
 */
record Phrase(UUID id, boolean house, String text) {
}
