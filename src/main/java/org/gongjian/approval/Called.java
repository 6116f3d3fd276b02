package org.gongjian.approval;

import java.util.List;
import java.util.function.Predicate;

import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Finds whom somebody means who writes a user name or a name. */
@Component
public class Called {

	private final Accounts accounts;

	private final ActorSource actors;

	private final People people;

	Called(Accounts accounts, ActorSource actors, People people) {
		this.accounts = accounts;
		this.actors = actors;
		this.people = people;
	}

	/**
	 * The accounts meant: the one of that user name, else those whose people are called
	 * so.
	 * @param concerned who may be meant at all
	 * @return none, one, or several who are called the same
	 */
	public List<String> so(String typed, Predicate<Actor> concerned) {
		Predicate<String> known = (username) -> enabled(username) && concerned.test(this.actors.actor(username));
		return known.test(typed) ? List.of(typed) : this.people.called(typed).stream().filter(known).toList();
	}

	/**
	 * The one account meant, also one that cannot sign in any more.
	 * @param field the field it was typed into
	 * @throws InvalidInput if there is none, or several are called so
	 */
	public String one(String typed, String field) {
		return this.accounts.find(typed).isPresent() ? typed : only(this.people.called(typed), typed, field);
	}

	/** The only one found, or what is wrong. */
	static String only(List<String> found, String typed, String field) {
		if (found.size() > 1) {
			throw new InvalidInput(field, "approval.receiver.several", typed, String.join(", ", found));
		}
		return found.stream()
			.findFirst()
			.orElseThrow(() -> new InvalidInput(field, "approval.receiver.unknown", typed));
	}

	/** Whether there is an account of that user name that can sign in. */
	boolean enabled(String username) {
		return this.accounts.find(username).filter(Account::enabled).isPresent();
	}

}
