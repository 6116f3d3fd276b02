package org.gongjian.reliability;

/**
 * A request that changes something.
 *
 * @param key its {@code Idempotency-Key}
 * @param username who sends it
 * @param kind open, decide, comment, upload or withdraw
 * @param path below {@code /api/v1}
 * @param body JSON, or {@code null} for a file
 * @param subject the case, or the mark of a case not yet numbered
 * @param mark what tells its effect from others: a text, or the step decided
 */
record Operation(String key, String username, String kind, String path, String body, String subject, String mark) {
}
