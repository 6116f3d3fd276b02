package org.gongjian.meeting;

/**
 * An organisation that is invited.
 *
 * @param present whether it came, {@code null} before the minutes
 * @param person who came, or {@code null}
 */
record Attendee(String organisation, Boolean present, String person) {
}
