package org.gongjian.api;

/**
 * An answer that was given once.
 *
 * @param mediaType of the body
 * @param location the header, or {@code null}
 * @param body JSON, or {@code null} for none
 */
record Answered(int status, String mediaType, String location, String body) {
}
