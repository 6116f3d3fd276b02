package org.gongjian.organisation;

import java.time.Instant;

/** What an organisation was called until somebody renamed it. */
record FormerName(String nameEn, String nameZh, String shortZh, String replacedBy, Instant replacedAt) {
}
