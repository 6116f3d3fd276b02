package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;

import org.gongjian.identity.FirstAdministrator;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters whoever sets the house up as a person with the role of system administrator. */
@Component
class FirstSystemAdministrator implements FirstAdministrator {

	private final People people;

	private final Roles roles;

	private final Clock clock;

	FirstSystemAdministrator(People people, Roles roles, Clock clock) {
		this.people = people;
		this.roles = roles;
		this.clock = clock;
	}

	@Override
	@Transactional
	public void appoint(String username, String name) {
		Person person = this.people.add(new PersonForm(name, "", "", "", Membership.NO.name(), "", username, ""),
				Actor.SYSTEM);
		String today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).toString();
		this.roles.assign(person.id(), new AssignmentForm(Role.SYS_ADMIN.id(), "", today, "", "", ""), Actor.SYSTEM);
	}

}
