package org.gongjian.problem;

import org.gongjian.approval.Copies;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;

/** Copies of a problem for the leader in charge. */
@Component
class LeaderCopies {

	private final Copies copies;

	private final Roles roles;

	LeaderCopies(Copies copies, Roles roles) {
		this.copies = copies;
		this.roles = roles;
	}

	void give(String number) {
		this.copies.give(number, this.roles.holders("wc-deputy"));
	}

}
