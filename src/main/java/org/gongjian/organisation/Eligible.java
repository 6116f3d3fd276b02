package org.gongjian.organisation;

import java.util.List;

/**
 * Who may act for a slot.
 *
 * @param usernames may be empty only when nobody in the whole house is left
 * @param slot the group finally asked
 * @param reason a message key that says why these people
 */
public record Eligible(List<String> usernames, String slot, String reason) {

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
	}

}
