package org.gongjian.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongjian.shared.Ids;
import org.springframework.stereotype.Component;

/** Reads what was typed about an assignment, and says what is wrong with it. */
@Component
class AssignmentReader {

	private final AssignmentTable table;

	private final PersonTable people;

	private final OrganisationTable organisations;

	AssignmentReader(AssignmentTable table, PersonTable people, OrganisationTable organisations) {
		this.table = table;
		this.people = people;
		this.organisations = organisations;
	}

	Assignment read(UUID id, UUID personId, AssignmentForm form, String provenance, int version, Answers answers) {
		Person person = (personId == null) ? null : this.people.find(personId).orElse(null);
		if (person == null) {
			answers.wrong("person", "web.violation.required");
		}
		else if (!person.active() && version == 0) {
			answers.wrong("person", "organisation.violation.ended-person");
		}
		Role role = role(form.role(), answers);
		String organisation = organisation(role, form.organisation(), answers);
		LocalDate from = answers.date("from", form.from(), true);
		LocalDate to = answers.date("to", form.to(), false);
		if (from != null && to != null && to.isBefore(from)) {
			answers.wrong("to", "organisation.violation.before-from");
		}
		UUID deputyOf = deputyOf(form.deputyOf(), id, personId, role, organisation, answers);
		Assignment assignment = new Assignment(id, personId, role, organisation, from, to, false, deputyOf,
				answers.line("note", form.note(), 300, false), provenance, null, null, version);
		if (!answers.wrong()) {
			this.table.overlapping(assignment)
				.ifPresent((other) -> answers.wrong("from", "organisation.violation.overlaps", other.from().toString(),
						(other.to() == null) ? "…" : other.to().toString()));
		}
		return assignment;
	}

	private static Role role(String typed, Answers answers) {
		String id = answers.line("role", typed, 30, true);
		if (id == null) {
			return null;
		}
		Optional<Role> role = Role.of(id);
		if (role.isEmpty()) {
			answers.wrong("role", "organisation.violation.choice",
					Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", ")));
		}
		return role.orElse(null);
	}

	private String organisation(Role role, String typed, Answers answers) {
		String code = answers.code("organisation", typed, role != null && role.scope() == Role.Scope.ORGANISATION);
		if (role == null || code == null) {
			return code;
		}
		if (role.scope() != Role.Scope.ORGANISATION) {
			answers.wrong("organisation", "organisation.violation.role-of-zone");
			return null;
		}
		Optional<Organisation> organisation = this.organisations.find(code).filter(Organisation::active);
		if (organisation.isEmpty()) {
			answers.wrong("organisation", "organisation.violation.unknown-organisation", code);
		}
		else if (organisation.get().side() != role.side()) {
			answers.wrong("organisation", "organisation.violation.role-of-other-side", role.side().name());
		}
		return code;
	}

	private UUID deputyOf(String typed, UUID id, UUID person, Role role, String organisation, Answers answers) {
		String text = answers.line("deputyOf", typed, 36, false);
		if (text == null) {
			return null;
		}
		Optional<Assignment> principal = Ids.parse(text).flatMap(this.table::find);
		boolean fits = principal
			.map((other) -> other.role() == role && Objects.equals(other.orgCode(), organisation)
					&& other.deputyOf() == null && !other.id().equals(id) && !other.person().equals(person))
			.orElse(false);
		if (!fits) {
			answers.wrong("deputyOf", "organisation.violation.deputy");
			return null;
		}
		return principal.get().id();
	}

}
