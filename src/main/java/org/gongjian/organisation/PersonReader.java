package org.gongjian.organisation;

import java.util.UUID;
import java.util.regex.Pattern;

import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** Reads what was typed about a person, and says what is wrong with it. */
@Component
class PersonReader {

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,28}");

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");

	private final PersonTable table;

	private final OrganisationTable organisations;

	PersonReader(PersonTable table, OrganisationTable organisations) {
		this.table = table;
		this.organisations = organisations;
	}

	Person read(UUID id, PersonForm form, String provenance, int version, Answers answers) {
		String name = answers.line("name", form.name(), 100, true);
		String organisation = answers.code("organisation", form.organisation(), false);
		if (organisation != null && !this.organisations.find(organisation).map(Organisation::active).orElse(false)
				&& !stays(id, organisation)) {
			answers.wrong("organisation", "organisation.violation.unknown-organisation", organisation);
		}
		String phone = answers.line("phone", form.phone(), 30, false);
		if (phone != null && !PHONE.matcher(phone).matches()) {
			answers.wrong("phone", "organisation.violation.phone");
		}
		return new Person(id, name, answers.line("nameEn", form.nameEn(), 100, false), organisation,
				answers.line("position", form.position(), 200, false),
				answers.choice("membership", form.membership(), Membership.class, true), phone,
				username(id, form.username(), answers), answers.lines("note", form.note(), 1000), true, null,
				provenance, null, null, version);
	}

	private String username(UUID id, String typed, Answers answers) {
		String username = answers.line("username", typed, 60, false);
		if (username == null) {
			return null;
		}
		if (!USERNAME.matcher(username).matches() || username.equals(Actor.SYSTEM.username())) {
			answers.wrong("username", "organisation.violation.username");
			return null;
		}
		this.table.byUsername(username)
			.filter((other) -> !other.id().equals(id))
			.ifPresent((other) -> answers.wrong("username", "organisation.violation.username-taken", other.name()));
		return username;
	}

	/** Whether the person already belongs to the organisation, which may have ended. */
	private boolean stays(UUID id, String organisation) {
		return this.table.find(id).map((person) -> organisation.equals(person.orgCode())).orElse(false);
	}

}
