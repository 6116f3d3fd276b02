package org.gongjian.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who may act for a slot.
 *
 * @param usernames may be empty only when nobody in the whole house is left
 * @param slot the group finally asked
 * @param reason a message key that says why these people
 * @param standIns those of them who stand in for one of the others, and for whom
 */
public record Eligible(List<String> usernames, String slot, String reason, Map<String, String> standIns) {

	/** They hold the role. */
	public static final String ROLE = "organisation.why.role";

	/** The people of the role belong to a party of the case. */
	public static final String CONFLICT = "organisation.why.conflict-fallback";

	/** The people of the role started the case or reviewed it before. */
	public static final String SELF_REVIEW = "organisation.why.self-review-fallback";

	/** Nobody holds the role. */
	public static final String NOBODY = "organisation.why.nobody";

	public Eligible {
		usernames = List.copyOf(usernames);
		standIns = Map.copyOf(standIns);
	}

	/** Where nobody stands in. */
	public Eligible(List<String> usernames, String slot, String reason) {
		this(usernames, slot, reason, Map.of());
	}

	/** The same people, and some who stand in for one of them. */
	public Eligible with(Map<String, String> more) {
		List<String> all = new ArrayList<>(this.usernames);
		all.addAll(more.keySet());
		return new Eligible(all, this.slot, this.reason, more);
	}

}
