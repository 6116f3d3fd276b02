package org.gongjian.approval;

import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Component;

/**
 * Who may be given a task that is not theirs by the diagram. Conflict of interest and
 * separation of duties hold for them as for those the diagram names.
 */
@Component
class Receivers {

	/** Views of people who have the task already; a colleague of the pool has not. */
	private static final Set<String> HAVE = Set.of("MINE", "ASKED", "WAITS");

	private final Called called;

	private final ActorSource actors;

	private final Candidates candidates;

	private final ShareTable shares;

	private final Cases cases;

	Receivers(Called called, ActorSource actors, Candidates candidates, ShareTable shares, Cases cases) {
		this.called = called;
		this.actors = actors;
		this.candidates = candidates;
		this.shares = shares;
		this.cases = cases;
	}

	/**
	 * Demands that somebody may be given a task.
	 * @param by who gives it
	 * @param to the username wanted, or a name only one person has
	 * @param field the field it was typed into
	 * @return the username
	 * @throws InvalidInput if there is no such account, it is one's own, its person has
	 * no business with the case, reads only, or a rule keeps it from them
	 */
	String require(Actor by, WorkItem item, String to, String field) {
		String typed = Written.line(to).text();
		if (typed.isEmpty()) {
			throw new InvalidInput(field, "approval.receiver.missing");
		}
		CaseFile file = this.cases.get(item.caseNumber());
		String username = account(by, typed, item, file, field);
		if (username.equals(by.username())) {
			throw new InvalidInput(field, "approval.receiver.self");
		}
		if (this.shares.view(item.id(), username).filter(HAVE::contains).isPresent()) {
			throw new InvalidInput(field, "approval.receiver.already", typed);
		}
		Actor receiver = this.actors.actor(username);
		if (!concerned(receiver, item, file)) {
			throw new InvalidInput(field, "approval.receiver.stranger", typed);
		}
		if (receiver.readsOnly()) {
			throw new InvalidInput(field, "approval.receiver.reads-only", typed);
		}
		if (!this.candidates.as(item, "user:" + username, file).usernames().contains(username)) {
			throw new InvalidInput(field, "approval.receiver.conflict", typed);
		}
		return username;
	}

	/**
	 * The account meant. To people of one organisation those of others do not exist.
	 */
	private String account(Actor by, String typed, WorkItem item, CaseFile file, String field) {
		if (by.zoneWide() && this.called.enabled(typed)) {
			return typed;
		}
		return Called.only(this.called.so(typed, (one) -> concerned(one, item, file)), typed, field);
	}

	/**
	 * What an organisation is asked stays within it; people of the zone see all cases.
	 */
	private static boolean concerned(Actor actor, WorkItem item, CaseFile file) {
		return (item.slotOrg() != null) ? actor.organisations().contains(item.slotOrg())
				: Cases.mayGetToSee(actor, file);
	}

}
