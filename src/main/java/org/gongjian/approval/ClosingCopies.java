package org.gongjian.approval;

import java.util.HashSet;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Roles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case is over its parties' secretaries and liaison officers get a copy (抄送). */
@Component
class ClosingCopies {

	private final Cases cases;

	private final Roles roles;

	private final Copies copies;

	ClosingCopies(Cases cases, Roles roles, Copies copies) {
		this.cases = cases;
		this.roles = roles;
		this.copies = copies;
	}

	@EventListener
	void closed(CaseClosed closed) {
		CaseFile file = this.cases.get(closed.number());
		var people = new HashSet<String>();
		for (String org : file.parties()) {
			people.addAll(this.roles.holders("secretary@" + org));
			people.addAll(this.roles.holders("liaison@" + org));
		}
		people.remove(file.initiator());
		this.copies.give(file.number(), people);
	}

}
