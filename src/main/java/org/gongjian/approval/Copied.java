package org.gongjian.approval;

import java.util.List;

/**
 * People were given a copy of a case. Published in the transaction that gave it.
 *
 * @param usernames those who had none before
 */
public record Copied(String caseNumber, List<String> usernames) {

	public Copied {
		usernames = List.copyOf(usernames);
	}

}
