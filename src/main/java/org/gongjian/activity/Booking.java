package org.gongjian.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A resource booked for an activity.
 *
 * @param confirmed false once it was cancelled
 */
record Booking(UUID id, UUID resource, UUID activity, Instant startsAt, Instant endsAt, boolean confirmed) {
}
