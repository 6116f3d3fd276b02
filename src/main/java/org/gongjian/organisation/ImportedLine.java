package org.gongjian.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;

import org.springframework.stereotype.Component;

/** Loads one line of a file the way a form would. */
@Component
class ImportedLine {

	private final Organisations organisations;

	private final People people;

	private final PersonTable personTable;

	private final Roles roles;

	ImportedLine(Organisations organisations, People people, PersonTable personTable, Roles roles) {
		this.organisations = organisations;
		this.people = people;
		this.personTable = personTable;
		this.roles = roles;
	}

	/**
	 * Loads a line.
	 * @return the assignment it brought, if any
	 * @throws InvalidInput if the form would be refused
	 */
	Optional<Assignment> load(ImportKind kind, List<String> cells, Actor by) {
		if (kind == ImportKind.ORGANISATIONS) {
			this.organisations.insert(organisation(cells), null, by);
			return Optional.empty();
		}
		return person(cells, by);
	}

	private static OrganisationForm organisation(List<String> cells) {
		return new OrganisationForm(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5),
				cells.get(6), cells.get(7), cells.get(8), cells.get(9), cells.get(10), cells.get(11), cells.get(12),
				cells.get(13), cells.get(14));
	}

	/** A line about somebody the house knows already only adds the role. */
	private Optional<Assignment> person(List<String> cells, Actor by) {
		PersonForm form = new PersonForm(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4),
				cells.get(5), cells.get(6), cells.get(7));
		boolean withRole = cells.subList(8, 13).stream().anyMatch((cell) -> !cell.isEmpty());
		Optional<Person> known = known(form);
		if (known.isPresent() && !withRole) {
			throw new InvalidInput("name", "organisation.import.known-person", known.get().name());
		}
		UUID person = known.map(Person::id).orElseGet(() -> this.people.insert(form, null, by).id());
		if (!withRole) {
			return Optional.empty();
		}
		String role = cells.get(8);
		String organisation = cells.get(9);
		String deputyOf = cells.get(12).isEmpty() ? "" : principal(cells.get(12), role, organisation);
		return Optional.of(this.roles.insert(person,
				new AssignmentForm(role, organisation, cells.get(10), cells.get(11), deputyOf, ""), null, by));
	}

	private Optional<Person> known(PersonForm form) {
		if (!form.username().isEmpty()) {
			Optional<Person> person = this.people.byUsername(form.username());
			if (person.isPresent() && !person.get().name().equals(Words.clean(form.name()))) {
				throw new InvalidInput("username", "organisation.violation.username-taken", person.get().name());
			}
			return person;
		}
		List<Person> twins = this.personTable.byName(Words.clean(form.name()), Words.clean(form.organisation()));
		if (twins.size() > 1) {
			throw new InvalidInput("name", "organisation.import.which-person", twins.size());
		}
		return twins.stream().findFirst();
	}

	/** The assignment in which the named account holds the role today or later. */
	private String principal(String username, String role, String organisation) {
		return this.people.byUsername(username)
			.flatMap((person) -> this.roles.ofPerson(person.id())
				.stream()
				.filter((assignment) -> !assignment.ended() && assignment.deputyOf() == null
						&& assignment.role().id().equals(role)
						&& OrganisationForm.text(assignment.orgCode()).equals(organisation))
				.findFirst())
			.map((assignment) -> assignment.id().toString())
			.orElseThrow(() -> new InvalidInput("deputyOf", "organisation.import.no-principal", username));
	}

}
