package org.gongjian.inbox;

import java.util.UUID;

/**
 * A filter somebody keeps.
 *
 * @param view the list it is for, {@code todo}
 * @param query what it says, as in an address
 * @param place its place among the person's filters, from 1
 * @param initial whether it is applied when the list is opened
 */
record SavedFilter(UUID id, String username, String name, String view, String query, int place, boolean initial) {

	/** Where the list is, narrowed so. */
	public String path() {
		return "/" + (this.view.equals("todo") ? "inbox" : this.view) + "?" + this.query;
	}

	Filter filter() {
		return Filter.ofQuery(this.query);
	}

}
