package org.gongjian.approval;

/**
 * Who has a task on the list.
 *
 * @param view MINE, POOL, TAKEN, ASKED, WAITS or DONE
 * @param actingFor for whom as a stand-in, or {@code null}
 */
record Share(String username, String view, String actingFor) {
}
