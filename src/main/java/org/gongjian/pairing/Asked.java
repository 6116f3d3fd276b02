package org.gongjian.pairing;

import java.util.HashMap;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** Reads what a case asks for. */
@Component
class Asked {

	private final Cases cases;

	private final Changes changes;

	private final Proposals proposals;

	private final ListsOfRegister lists;

	Asked(Cases cases, Changes changes, Proposals proposals, ListsOfRegister lists) {
		this.cases = cases;
		this.changes = changes;
		this.proposals = proposals;
		this.lists = lists;
	}

	/**
	 * Reads it, ties the case to the pairing it changes, and writes into the case what
	 * follows from that pairing.
	 */
	Proposal read(String caseNumber, String element) {
		CaseValues data = new CaseValues(this.cases.data(caseNumber));
		RequestType type = RequestType.of(data.text("requestType"));
		if (type == RequestType.NEW) {
			Pairing proposed = this.proposals.read(caseNumber, data);
			this.proposals.requireFree(proposed);
			return new Proposal(type, null, proposed);
		}
		Pairing target = this.changes.begin(caseNumber, type, data.text("pairingId"));
		Proposal proposal = new Proposal(type, target, proposed(type, target, caseNumber, data));
		Map<String, Object> follows = follows(proposal, data);
		this.cases.write(caseNumber, follows, Actor.SYSTEM, element);
		if (proposal.newRow()) {
			CaseValues now = new CaseValues(this.cases.data(caseNumber));
			proposal = new Proposal(type, target, this.proposals.read(caseNumber, now));
			this.proposals.requireFree(proposal.proposed());
		}
		return proposal;
	}

	private Pairing proposed(RequestType type, Pairing target, String caseNumber, CaseValues data) {
		if (type == RequestType.TERMINATE) {
			return target;
		}
		return (type == RequestType.RENEW) ? this.proposals.read(caseNumber, data)
				: this.proposals.adjusted(target, data);
	}

	/** What later steps read from the case although nobody was asked. */
	private Map<String, Object> follows(Proposal proposal, CaseValues data) {
		Pairing target = proposal.target();
		var follows = new HashMap<String, Object>();
		if (proposal.type() != RequestType.RENEW) {
			follows.put("programme", target.programme());
		}
		if (proposal.type() == RequestType.TERMINATE) {
			follows.put("termStart", target.termStart().toString());
			follows.put("termEnd", target.termEnd().toString());
		}
		if (proposal.partnerChanges()) {
			follows.put("plaqueRequested", target.plaqueRequested());
		}
		boolean lists = proposal.major() && !proposal.partnerChanges() && data.rows("demandList").isEmpty();
		if (lists || (proposal.type() == RequestType.RENEW && data.rows("demandList").isEmpty())) {
			follows.putAll(this.lists.of(target));
		}
		return follows;
	}

}
