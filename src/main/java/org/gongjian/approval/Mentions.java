package org.gongjian.approval;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Commented;
import org.gongjian.casefile.LogEntry;
import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is called by {@code @username} in the discussion of a case is told, if the case
 * is theirs to see. For others nothing happens: a mention must not say who exists.
 */
@Component
class Mentions {

	private static final int MOST = 10;

	private static final Pattern MENTION = Pattern
		.compile("(?<![\\p{L}\\p{N}_.@])@([a-z0-9][a-z0-9._-]{0,58}[a-z0-9])");

	private final Cases cases;

	private final Accounts accounts;

	private final ActorSource actors;

	Mentions(Cases cases, Accounts accounts, ActorSource actors) {
		this.cases = cases;
		this.accounts = accounts;
		this.actors = actors;
	}

	@EventListener
	void commented(Commented commented) {
		CaseFile file = this.cases.get(commented.caseNumber());
		names(commented.text()).stream()
			.filter((username) -> !username.equals(commented.username()))
			.filter((username) -> this.accounts.find(username).filter(Account::enabled).isPresent())
			.filter((username) -> Cases.mayGetToSee(this.actors.actor(username), file))
			.limit(MOST)
			.forEach((username) -> this.cases.log(file.number(),
					LogEntry.of(commented.username(), "MENTIONED", null, null).concerning(username)));
	}

	/** The names called in a text, in their order. */
	static Set<String> names(String text) {
		Set<String> names = new LinkedHashSet<>();
		MENTION.matcher(text).results().forEach((found) -> names.add(found.group(1)));
		return names;
	}

}
