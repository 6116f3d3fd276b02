package org.gongjian.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * News about an activity that passed three reviews by three people; nothing else of the
 * house is public.
 *
 * @param link where else it was published, or {@code null}
 */
public record News(UUID id, String headline, String body, String link, Instant publishedAt) {
}
