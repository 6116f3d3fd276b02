package org.gongjian.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights of an account at this moment. People of one organisation see only its cases;
 * those who hold a role of the zone, process administrators and auditors see all.
 */
@Component
class Actors implements ActorSource {

	private final PersonTable people;

	private final Roles roles;

	private final Organisations organisations;

	Actors(PersonTable people, Roles roles, Organisations organisations) {
		this.people = people;
		this.roles = roles;
		this.organisations = organisations;
	}

	@Override
	public List<Bilingual> organisations(Collection<String> codes) {
		return this.organisations.byCodes(codes).values().stream().map(Organisation::names).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Actor actor(String username) {
		Optional<Person> known = this.people.byUsername(username).filter(Person::active);
		if (known.isEmpty()) {
			return new Actor(username, username, Set.of(), Set.of(), Set.of(), false);
		}
		Person person = known.get();
		Set<String> ids = new TreeSet<>();
		Set<String> groups = new TreeSet<>();
		Set<String> organisations = new TreeSet<>();
		boolean zoneWide = false;
		if (person.orgCode() != null) {
			organisations.add(person.orgCode());
		}
		for (Assignment assignment : this.roles.heldBy(username)) {
			ids.add(assignment.role().id());
			groups.add(assignment.slot());
			zoneWide |= assignment.role().seesAll();
			if (assignment.orgCode() != null) {
				organisations.add(assignment.orgCode());
			}
		}
		return new Actor(username, person.name(), person.nameEn(), ids, groups, organisations, zoneWide);
	}

}
