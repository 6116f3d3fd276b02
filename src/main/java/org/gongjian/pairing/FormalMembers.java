package org.gongjian.pairing;

import java.util.UUID;

import org.gongjian.form.Filled;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Membership;
import org.gongjian.organisation.People;

import org.springframework.stereotype.Component;

/** Liaisons must be formal members of the Party. */
@Component
class FormalMembers {

	private final People people;

	FormalMembers(People people) {
		this.people = people;
	}

	void check(Filled filled, String field, Violations out) {
		String id = filled.text(field);
		if (id == null || out.has(field)) {
			return;
		}
		boolean formal = this.people.byId(UUID.fromString(id))
			.filter((person) -> person.partyMember() == Membership.FORMAL)
			.isPresent();
		if (!formal) {
			out.add(field, "pairing.violation.formal-member");
		}
	}

}
