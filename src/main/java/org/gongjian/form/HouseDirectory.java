package org.gongjian.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.organisation.Side;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Ids;
import org.springframework.stereotype.Component;

/** The registers of the organisation room. */
@Component
class HouseDirectory implements Directory {

	private final Organisations organisations;

	private final People people;

	HouseDirectory(Organisations organisations, People people) {
		this.organisations = organisations;
		this.people = people;
	}

	@Override
	public Map<String, Known> organisations(Collection<String> codes) {
		Map<String, Known> known = new HashMap<>();
		for (Organisation organisation : this.organisations.all(codes)) {
			known.put(organisation.code(),
					new Known(choice(organisation), organisation.active(), organisation.side().name()));
		}
		return known;
	}

	@Override
	public List<Choice> organisations(String q, String side, int limit) {
		return this.organisations.search(q, (side == null) ? null : Side.valueOf(side), limit)
			.stream()
			.map(HouseDirectory::choice)
			.toList();
	}

	@Override
	public Map<String, Known> people(Collection<String> ids) {
		Map<String, Known> known = new HashMap<>();
		for (Person person : this.people.all(ids.stream().flatMap((id) -> Ids.parse(id).stream()).toList())) {
			known.put(person.id().toString(), new Known(choice(person), person.active(), person.orgCode()));
		}
		ids.stream()
			.filter((id) -> !Ids.isId(id))
			.forEach((username) -> this.people.byUsername(username)
				.ifPresent(
						(person) -> known.put(username, new Known(choice(person), person.active(), person.orgCode()))));
		return known;
	}

	@Override
	public List<Choice> people(String q, String organisation, int limit) {
		return this.people.search(q, organisation).stream().limit(limit).map(HouseDirectory::choice).toList();
	}

	private static Choice choice(Organisation organisation) {
		return new Choice(organisation.code(), organisation.names(),
				new Bilingual(organisation.code(), organisation.code()));
	}

	private static Choice choice(Person person) {
		Bilingual name = new Bilingual((person.nameEn() == null) ? person.name() : person.nameEn(), person.name());
		Bilingual position = (person.position() == null) ? null : new Bilingual(person.position(), person.position());
		return new Choice(person.id().toString(), name, position);
	}

}
