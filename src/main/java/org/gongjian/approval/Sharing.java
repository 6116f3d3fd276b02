package org.gongjian.approval;

import java.util.Arrays;
import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people a copy of a case (抄送) because somebody thinks of it, not because a diagram
 * does.
 */
@Service
@Transactional
public class Sharing {

	private static final int MOST = 20;

	private final Cases cases;

	private final Copies copies;

	private final Accounts accounts;

	private final ActorSource actors;

	Sharing(Cases cases, Copies copies, Accounts accounts, ActorSource actors) {
		this.cases = cases;
		this.copies = copies;
		this.accounts = accounts;
		this.actors = actors;
	}

	/** The user names in what somebody typed, separated by commas or blanks. */
	public static List<String> names(String typed) {
		return Arrays.stream(((typed == null) ? "" : typed).split("[,，;；\\s]+"))
			.filter((name) -> !name.isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * Gives copies; nobody sees more by it than they may see.
	 * @throws InvalidInput if one of them is not known or may not see the case
	 * @throws NotAllowed for an auditor
	 */
	public void copy(Actor actor, String caseNumber, List<String> users) {
		CaseFile file = this.cases.visible(actor, caseNumber);
		if (actor.readsOnly()) {
			throw new NotAllowed("casefile.reads-only");
		}
		List<String> wanted = (users == null) ? List.of() : users.stream().distinct().toList();
		if (wanted.isEmpty() || wanted.size() > MOST) {
			throw new InvalidInput("users", "approval.signers.users", MOST);
		}
		for (String username : wanted) {
			boolean known = username != null && this.accounts.find(username).filter(Account::enabled).isPresent();
			if (!known || !Cases.mayGetToSee(this.actors.actor(username), file)) {
				throw new InvalidInput("users", "approval.copy.stranger", String.valueOf(username));
			}
		}
		this.cases.lock(caseNumber);
		this.copies.give(caseNumber, wanted);
		wanted.forEach((username) -> this.cases.log(caseNumber,
				LogEntry.of(actor.username(), "COPIED", null, null).concerning(username)));
	}

}
