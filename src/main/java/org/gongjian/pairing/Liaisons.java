package org.gongjian.pairing;

import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;

/** Who is liaison of an organisation today. */
@Component
class Liaisons {

	static final String GOVERNMENT = "gov-liaison";

	static final String ENTERPRISE = "ent-liaison";

	private final Roles roles;

	private final People people;

	Liaisons(Roles roles, People people) {
		this.roles = roles;
		this.people = people;
	}

	/**
	 * The first of them.
	 * @param role {@link #GOVERNMENT} or {@link #ENTERPRISE}
	 */
	Optional<Person> of(String role, String organisation) {
		return this.roles.holders(role + "@" + organisation)
			.stream()
			.flatMap((username) -> this.people.byUsername(username).stream())
			.findFirst();
	}

	/** The one named, or else the first; {@code null} if there is nobody. */
	String id(UUID named, String role, String organisation) {
		return Optional.ofNullable(named)
			.or(() -> of(role, organisation).map(Person::id))
			.map(UUID::toString)
			.orElse(null);
	}

}
