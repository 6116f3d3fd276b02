package org.gongjian.api;

/**
 * A request that may arrive twice.
 *
 * @param username who sends it
 * @param key its {@code Idempotency-Key}
 * @param request a hash of method, path and body
 */
record Sending(String username, String key, String request) {
}
