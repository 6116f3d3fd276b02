package org.gongjian.pairing;

import java.time.Instant;

/**
 * What became of an item of the three lists.
 *
 * @param note what was done, or why it was dropped; may be empty
 * @param by a username
 */
public record ItemProgress(ListItem.Status status, String note, String by, Instant at) {
}
