package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who may act for a slot of a case: nobody reviews a matter of the own organisation
 * or of the own making. Where nobody is left the heads are asked, never nobody silently.
 */
@Service
@Transactional(readOnly = true)
public class Eligibility {

	private static final Logger logger = LoggerFactory.getLogger(Eligibility.class);

	private static final List<String> LADDER = List.of("party-head", "wc-deputy", "wc-secretary");

	private static final String LAST_RESORT = "process-admin";

	private final Roles roles;

	private final PersonTable people;

	private final Clock clock;

	Eligibility(Roles roles, PersonTable people, Clock clock) {
		this.roles = roles;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Who may act.
	 * @param slot the slot asked for
	 * @param partyOrganisations codes of the organisations of the case
	 * @param mayNot accounts that started the case or took part in another review of it
	 * @param reviewer whether conflict of interest and self-review matter
	 */
	public Eligible eligible(String slot, Set<String> partyOrganisations, Set<String> mayNot, boolean reviewer) {
		Set<String> holders = this.roles.holders(slot);
		if (!reviewer) {
			return holders.isEmpty() ? lastResort(Set.of(), Eligible.NOBODY)
					: new Eligible(List.copyOf(holders), slot, Eligible.ROLE);
		}
		Set<String> outsiders = outsiders(holders, partyOrganisations);
		List<String> left = without(outsiders, mayNot);
		if (!left.isEmpty()) {
			return new Eligible(left, slot, Eligible.ROLE);
		}
		String reason = holders.isEmpty() ? Eligible.NOBODY
				: outsiders.isEmpty() ? Eligible.CONFLICT : Eligible.SELF_REVIEW;
		for (String rung : LADDER) {
			left = without(outsiders(this.roles.holders(rung), partyOrganisations), mayNot);
			if (!left.isEmpty()) {
				return new Eligible(left, rung, reason);
			}
		}
		return lastResort(mayNot, reason);
	}

	/**
	 * Whether somebody holds exactly this slot today and nothing keeps them from acting
	 * for it, so that they are among {@link #eligible} whoever else is.
	 */
	public boolean holds(Actor actor, String slot, Set<String> partyOrganisations, Set<String> mayNot) {
		return actor.groups().contains(slot) && !mayNot.contains(actor.username())
				&& Collections.disjoint(actor.organisations(), partyOrganisations);
	}

	private Eligible lastResort(Set<String> mayNot, String reason) {
		List<String> administrators = without(this.roles.holders(LAST_RESORT), mayNot);
		if (administrators.isEmpty()) {
			logger.warn("Nobody may act: no process administrator is left. Give somebody the role under /admin/roles.");
		}
		return new Eligible(administrators, LAST_RESORT, reason);
	}

	private Set<String> outsiders(Set<String> usernames, Set<String> partyOrganisations) {
		Set<String> outsiders = new LinkedHashSet<>(usernames);
		outsiders.removeAll(this.people.belonging(usernames, partyOrganisations,
				LocalDate.ofInstant(this.clock.instant(), Time.OFFICE)));
		return outsiders;
	}

	private static List<String> without(Set<String> usernames, Set<String> mayNot) {
		return usernames.stream().filter((username) -> !mayNot.contains(username)).toList();
	}

}
