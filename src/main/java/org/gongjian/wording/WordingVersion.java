package org.gongjian.wording;

import java.time.Instant;

import org.gongjian.shared.Bilingual;

/**
 * A text as it was worded once.
 *
 * @param version 0 as it was delivered, then counted up
 * @param text the English may be {@code null}
 * @param reason why it was changed, or {@code null}
 * @param changedBy the account, or {@code null} as delivered
 */
record WordingVersion(Wording wording, int version, Bilingual text, String reason, String changedBy,
		Instant changedAt) {
}
