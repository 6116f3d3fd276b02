package org.gongjian.organisation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.web.PersonNames;

import org.gongjian.shared.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages call a person of whom a record keeps the account. */
@Component
class ShownNames implements PersonNames {

	private final PersonTable people;

	private final MessageSource messages;

	ShownNames(PersonTable people, MessageSource messages) {
		this.people = people;
		this.messages = messages;
	}

	@Override
	@Transactional(readOnly = true)
	public String of(String username, Locale locale) {
		if (Actor.SYSTEM.username().equals(username)) {
			return this.messages.getMessage("web.system", null, locale);
		}
		return this.people.byUsername(username).map((person) -> person.name(locale)).orElse(username);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<String, String> of(Collection<String> usernames, Locale locale) {
		return usernames.isEmpty() ? Map.of()
				: this.people.byUsernames(usernames)
					.stream()
					.collect(Collectors.toMap(Person::username, (person) -> person.name(locale)));
	}

}
