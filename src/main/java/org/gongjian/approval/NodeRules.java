package org.gongjian.approval;

import java.util.Map;
import java.util.function.Function;

import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;

/**
 * What a node's setting {@code nobody} says when nobody is found for a slot. Without it
 * the heads are asked where it is a review, and else the process administrators.
 */
@Component
class NodeRules {

	private static final int LEVELS = 4;

	private final Roles roles;

	NodeRules(Roles roles) {
		this.roles = roles;
	}

	/**
	 * Who is asked.
	 * @param slot whom the node asks
	 * @param eligible says who may act for a slot
	 */
	Eligible ask(Map<String, String> settings, String slot, Function<String, Eligible> eligible) {
		Eligible found = eligible.apply(slot);
		String nobody = settings.getOrDefault("nobody", "");
		if (!found.reason().equals(Eligible.NOBODY) || nobody.isEmpty()) {
			return found;
		}
		if (nobody.equals("admin")) {
			return named(eligible.apply("process-admin"), found);
		}
		String above = slot;
		for (int level = 0; level < LEVELS && nobody.equals("superior"); level++) {
			above = this.roles.superior(above);
			Eligible superior = eligible.apply(above);
			if (superior.reason().equals(Eligible.ROLE)) {
				return named(superior, found);
			}
		}
		return found;
	}

	/** The same people, for the reason that nobody was found. */
	private static Eligible named(Eligible asked, Eligible found) {
		return new Eligible(asked.usernames(), asked.slot(), found.reason());
	}

}
