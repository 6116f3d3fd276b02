package org.gongjian.organisation;

import java.util.Set;

/**
 * Who may act for these slots has changed, by an administrator or because a day came.
 * Published in the transaction of the change.
 *
 * @param slots such as {@code party-officer}, {@code gov-secretary@G02},
 * {@code user:anna}
 */
public record RolesChanged(Set<String> slots) {

	public RolesChanged {
		slots = Set.copyOf(slots);
	}

}
