package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of people. People who leave are ended, never deleted. */
// "people" is the name of the security chain of that door
@Service("personRegister")
@Transactional
public class People {

	private final PersonTable table;

	private final PersonReader reader;

	private final Roles roles;

	private final RoleTidings tidings;

	private final Accounts accounts;

	private final Journal journal;

	private final Clock clock;

	People(PersonTable table, PersonReader reader, Roles roles, RoleTidings tidings, Accounts accounts, Journal journal,
			Clock clock) {
		this.table = table;
		this.reader = reader;
		this.roles = roles;
		this.tidings = tidings;
		this.accounts = accounts;
		this.journal = journal;
		this.clock = clock;
	}

	/** The person of that id, those who left too. */
	@Transactional(readOnly = true)
	public Optional<Person> byId(UUID id) {
		return (id == null) ? Optional.empty() : this.table.find(id);
	}

	/** The person behind an account. */
	@Transactional(readOnly = true)
	public Optional<Person> byUsername(String username) {
		return (username == null) ? Optional.empty() : this.table.byUsername(username);
	}

	/**
	 * Active people whose name or account contains a text.
	 * @param org the organisation they belong to, or {@code null} for all
	 */
	@Transactional(readOnly = true)
	public List<Person> search(String q, String org) {
		return this.table.page(Words.pattern(q), org, true, null, 50);
	}

	/**
	 * The accounts of the active people who are called exactly so, in either language.
	 */
	@Transactional(readOnly = true)
	public List<String> called(String name) {
		String wanted = Words.fold(name);
		return this.table.page(Words.pattern(name), null, true, null, 50)
			.stream()
			.filter((person) -> person.username() != null)
			.filter((person) -> Stream.of(person.name(), person.nameEn())
				.anyMatch((one) -> one != null && Words.fold(one).equals(wanted)))
			.map(Person::username)
			.toList();
	}

	/** Those of these ids that exist, people who left too: one statement for all. */
	@Transactional(readOnly = true)
	public List<Person> all(Collection<UUID> ids) {
		return this.table.all(Set.copyOf(ids));
	}

	/**
	 * The names of accounts in the reader's language; accounts without a person are left
	 * out.
	 */
	@Transactional(readOnly = true)
	public Map<String, String> names(Collection<String> usernames, Locale locale) {
		Map<String, Bilingual> met = MetNames.all();
		Set<String> unmet = new HashSet<>(usernames);
		unmet.removeAll(met.keySet());
		unmet.remove(Actor.SYSTEM.username());
		if (!unmet.isEmpty()) {
			unmet.forEach((username) -> met.put(username, null));
			this.table.byUsernames(unmet).forEach((person) -> met.put(person.username(), person.names()));
		}
		Map<String, String> names = new HashMap<>();
		usernames.forEach((username) -> Optional.ofNullable(met.get(username))
			.ifPresent((name) -> names.put(username, name.in(locale))));
		return names;
	}

	/** The people of these ids, those who left too, by id. */
	@Transactional(readOnly = true)
	public Map<UUID, Person> byIds(Collection<UUID> ids) {
		Set<UUID> asked = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
		return this.table.all(asked).stream().collect(Collectors.toMap(Person::id, Function.identity()));
	}

	@Transactional(readOnly = true)
	Person get(UUID id) {
		return byId(id).orElseThrow(() -> new NotFound("person"));
	}

	@Transactional(readOnly = true)
	Slice<Person> list(String q, String organisation, Boolean active, UUID after, int limit) {
		return Slice.cut(this.table.page(Words.pattern(q), organisation, active, after, limit + 1), limit,
				(person) -> person.id().toString());
	}

	/** Adds a person. */
	Person add(PersonForm form, Actor by) {
		Person person = insert(form, null, by);
		record("person.added", person, OrganisationForm.text(person.orgCode()));
		return person;
	}

	/**
	 * Writes a person without a word in the journal: for files and demo data, which have
	 * one word for all.
	 * @param provenance of demo data, else {@code null}
	 */
	Person insert(PersonForm form, String provenance, Actor by) {
		Answers answers = new Answers();
		Person person = this.reader.read(UUID.randomUUID(), form, provenance, 0, answers);
		answers.check();
		this.table.insert(person, by.username(), this.clock.instant());
		return person;
	}

	/**
	 * Changes a person.
	 * @throws Overtaken if somebody did since
	 */
	Person change(UUID id, PersonForm form, int version, Actor by) {
		Person before = get(id);
		Answers answers = new Answers();
		Person after = this.reader.read(id, form, before.provenance(), version, answers);
		answers.check();
		if (!this.table.update(after, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		if (!Objects.equals(before.username(), after.username())
				|| !Objects.equals(before.orgCode(), after.orgCode())) {
			this.tidings.tellOf(before, after);
		}
		record("person.changed", after,
				Changes.between(withoutPhone(PersonForm.of(before)), withoutPhone(PersonForm.of(after))));
		return after;
	}

	/**
	 * Makes the account of a person who has none yet.
	 * @return the link with which the person sets the first password, once
	 */
	String invite(UUID id) {
		Person person = get(id);
		if (person.username() == null || !person.active() || this.accounts.find(person.username()).isPresent()) {
			throw new InvalidInput("username", "organisation.violation.no-invitation");
		}
		this.accounts.create(person.username(), person.name(), person.id(), null);
		return this.accounts.resetPassword(person.username());
	}

	/**
	 * Ends a person: every role is taken away at once, the account gives no rights any
	 * more.
	 */
	void end(UUID id, String on, int version, Actor by) {
		Person person = get(id);
		Answers answers = new Answers();
		LocalDate day = answers.date("endedOn", on, true);
		if (day != null && day.isAfter(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))) {
			answers.wrong("endedOn", "organisation.violation.future");
		}
		if (Objects.equals(person.username(), by.username())) {
			answers.wrong("endedOn", "organisation.violation.yourself");
		}
		answers.check();
		if (!this.table.end(id, day, version, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		this.roles.endAllOf(id, by);
		Optional.ofNullable(person.username())
			.flatMap(this.accounts::find)
			.map(Account::username)
			.ifPresent(this.accounts::disable);
		this.tidings.tellOf(person, person);
		record("person.ended", person, String.valueOf(day));
	}

	/** The journal says that a phone changed, not to what. */
	private static PersonForm withoutPhone(PersonForm form) {
		return new PersonForm(form.name(), form.nameEn(), form.organisation(), form.position(), form.membership(), "",
				form.username(), form.note());
	}

	private Overtaken overtaken(UUID id) {
		Person now = get(id);
		return new Overtaken(Organisations.CHANGED_MEANWHILE, now.updatedBy(), now.updatedAt(), null);
	}

	private void record(String what, Person person, String detail) {
		this.journal.record(what, (person.username() != null) ? person.username() : person.name(), detail);
	}

}
