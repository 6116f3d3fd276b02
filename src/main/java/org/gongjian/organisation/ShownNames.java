package org.gongjian.organisation;

import java.util.Locale;

import org.gongjian.web.PersonNames;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages call a person of whom a record keeps the account. */
@Component
class ShownNames implements PersonNames {

	private final PersonTable people;

	ShownNames(PersonTable people) {
		this.people = people;
	}

	@Override
	@Transactional(readOnly = true)
	public String of(String username, Locale locale) {
		return this.people.byUsername(username).map((person) -> person.name(locale)).orElse(username);
	}

}
