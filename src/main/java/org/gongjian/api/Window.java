package org.gongjian.api;

/**
 * Which part of a list is asked for.
 *
 * @param cursor where the part before ended, or {@code null}
 * @param limit the most rows, 1 to 100
 */
record Window(String cursor, int limit) {

	static final int USUAL = 25;

	static final int MOST = 100;

}
