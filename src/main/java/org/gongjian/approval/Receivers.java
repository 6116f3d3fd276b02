package org.gongjian.approval;

import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Component;

/**
 * Who may be given a task that is not theirs by the diagram. Conflict of interest and
 * separation of duties hold for them as for those the diagram names.
 */
@Component
class Receivers {

	/** Views of people who have the task already; a colleague of the pool has not. */
	private static final Set<String> HAVE = Set.of("MINE", "ASKED", "WAITS");

	private final Accounts accounts;

	private final ActorSource actors;

	private final Candidates candidates;

	private final ShareTable shares;

	private final Cases cases;

	Receivers(Accounts accounts, ActorSource actors, Candidates candidates, ShareTable shares, Cases cases) {
		this.accounts = accounts;
		this.actors = actors;
		this.candidates = candidates;
		this.shares = shares;
		this.cases = cases;
	}

	/**
	 * Demands that somebody may be given a task.
	 * @param by who gives it
	 * @param to the username wanted
	 * @param field the field it was typed into
	 * @return the username
	 * @throws InvalidInput if there is no such account, it is one's own, its person has
	 * no business with the case, reads only, or a rule keeps it from them
	 */
	String require(Actor by, WorkItem item, String to, String field) {
		String username = (to == null) ? "" : to.strip();
		if (this.accounts.find(username).filter(Account::enabled).isEmpty()) {
			throw new InvalidInput(field, "approval.receiver.unknown");
		}
		if (username.equals(by.username())) {
			throw new InvalidInput(field, "approval.receiver.self");
		}
		if (this.shares.view(item.id(), username).filter(HAVE::contains).isPresent()) {
			throw new InvalidInput(field, "approval.receiver.already");
		}
		CaseFile file = this.cases.get(item.caseNumber());
		Actor receiver = this.actors.actor(username);
		if (!concerned(receiver, item, file)) {
			throw new InvalidInput(field, "approval.receiver.stranger");
		}
		if (receiver.readsOnly()) {
			throw new InvalidInput(field, "approval.receiver.reads-only");
		}
		if (!this.candidates.as(item, "user:" + username, file).usernames().contains(username)) {
			throw new InvalidInput(field, "approval.receiver.conflict");
		}
		return username;
	}

	/**
	 * What an organisation is asked stays within it; people of the zone see all cases.
	 */
	private static boolean concerned(Actor actor, WorkItem item, CaseFile file) {
		return (item.slotOrg() != null) ? actor.organisations().contains(item.slotOrg())
				: Cases.mayGetToSee(actor, file);
	}

}
