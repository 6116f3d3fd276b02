package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role, from when to when, and who stands in. */
@Service
@Transactional
public class Roles {

	static final String USER = "user:";

	private final AssignmentTable table;

	private final PersonTable people;

	private final AssignmentReader reader;

	private final LastAdministrator administrators;

	private final RoleTidings tidings;

	private final Journal journal;

	private final Clock clock;

	Roles(AssignmentTable table, PersonTable people, AssignmentReader reader, LastAdministrator administrators,
			RoleTidings tidings, Journal journal, Clock clock) {
		this.table = table;
		this.people = people;
		this.reader = reader;
		this.administrators = administrators;
		this.tidings = tidings;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The accounts that may act for a slot today: those who hold the role and their
	 * deputies, or the person of {@code user:anna} while active.
	 * @param slot {@code party-officer}, {@code gov-secretary@G02}, {@code secretary@E03}
	 * (of either side) or {@code user:anna}
	 */
	@Transactional(readOnly = true)
	public Set<String> holders(String slot) {
		if (slot.startsWith(USER)) {
			return this.people.byUsername(slot.substring(USER.length()))
				.filter(Person::active)
				.map((person) -> Set.of(person.username()))
				.orElse(Set.of());
		}
		int at = slot.indexOf('@');
		String role = (at < 0) ? slot : slot.substring(0, at);
		String organisation = (at < 0) ? null : slot.substring(at + 1);
		return new LinkedHashSet<>(this.table.holders(Role.meant(role), organisation, today()));
	}

	/** Whether an account may act for a slot today. */
	@Transactional(readOnly = true)
	public boolean holds(String username, String slot) {
		return holders(slot).contains(username);
	}

	/**
	 * The slot above one: who is asked when it is late. The process administrators at the
	 * top.
	 */
	public String superior(String slot) {
		return Superiors.of(slot);
	}

	/** What an account holds today. */
	@Transactional(readOnly = true)
	public List<Assignment> heldBy(String username) {
		return this.table.heldBy(username, today());
	}

	/** The accounts for whom an account stands in today. */
	@Transactional(readOnly = true)
	public List<String> standInFor(String username) {
		return heldBy(username).stream()
			.map(Assignment::deputyOf)
			.filter(Objects::nonNull)
			.map((principal) -> get(principal).person())
			.flatMap((person) -> this.people.find(person).map(Person::username).stream())
			.distinct()
			.sorted()
			.toList();
	}

	/** Everything a person ever held, newest first. */
	@Transactional(readOnly = true)
	public List<Assignment> ofPerson(UUID person) {
		return this.table.ofPerson(person);
	}

	/** Everything ever held in an organisation. */
	@Transactional(readOnly = true)
	public List<Assignment> ofOrganisation(String code) {
		return this.table.ofOrganisation(code);
	}

	@Transactional(readOnly = true)
	Optional<Assignment> find(UUID id) {
		return this.table.find(id);
	}

	@Transactional(readOnly = true)
	Assignment get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("role assignment"));
	}

	@Transactional(readOnly = true)
	List<Assignment> deputies(UUID id) {
		return this.table.deputies(id);
	}

	/** Roles of organisations nobody stands in for. */
	@Transactional(readOnly = true)
	List<Assignment> withoutDeputy() {
		return this.table.withoutDeputy(today());
	}

	@Transactional(readOnly = true)
	Slice<Assignment> list(String q, Role role, String organisation, String state, int offset, int limit) {
		List<Assignment> rows = this.table.page(Words.pattern(q), (role == null) ? null : role.id(), organisation,
				state, today(), offset, limit + 1);
		return Slice.cut(rows, limit, (last) -> String.valueOf(offset + limit));
	}

	/** Gives a person a role. */
	Assignment assign(UUID person, AssignmentForm form, Actor by) {
		Assignment assignment = insert(person, form, null, by);
		this.tidings.tell(List.of(assignment));
		record("role.assigned", assignment);
		return assignment;
	}

	/**
	 * Writes an assignment and neither tells other rooms nor the journal: for files and
	 * demo data, see {@link RoleTidings#tell}.
	 * @param provenance of demo data, else {@code null}
	 */
	Assignment insert(UUID person, AssignmentForm form, String provenance, Actor by) {
		Answers answers = new Answers();
		Assignment assignment = this.reader.read(UUID.randomUUID(), person, form, provenance, 0, answers);
		answers.check();
		this.table.insert(assignment, by.username(), this.clock.instant());
		return assignment;
	}

	/**
	 * Changes days, deputy and note of an assignment; person, role and organisation stay.
	 * @throws Overtaken if somebody changed it since
	 */
	Assignment change(UUID id, AssignmentForm form, int version, Actor by) {
		Assignment before = get(id);
		Answers answers = new Answers();
		AssignmentForm fixed = new AssignmentForm(before.role().id(), OrganisationForm.text(before.orgCode()),
				form.from(), form.to(), form.deputyOf(), form.note());
		Assignment after = this.reader.read(id, before.person(), fixed, before.provenance(), version, answers);
		answers.check();
		if (!after.on(today())) {
			this.administrators.keep(before, "to", null);
		}
		if (!this.table.update(after, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		this.tidings.tell(List.of(before));
		record("role.changed", after);
		return after;
	}

	/** Takes a role away at once. */
	void end(UUID id, int version, Actor by) {
		Assignment assignment = get(id);
		this.administrators.keep(assignment, "", null);
		if (!this.table.end(id, version, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		this.tidings.tell(List.of(assignment));
		record("role.ended", assignment);
	}

	/** Takes away whatever is held in an organisation now or later. */
	void endAllIn(String organisation, Actor by) {
		endAll(this.table.ofOrganisation(organisation), by);
	}

	/** Takes away whatever a person holds now or later. */
	void endAllOf(UUID person, Actor by) {
		endAll(this.table.ofPerson(person), by);
	}

	private void endAll(List<Assignment> assignments, Actor by) {
		List<Assignment> open = assignments.stream()
			.filter((assignment) -> !assignment.ended()
					&& (assignment.to() == null || !assignment.to().isBefore(today())))
			.toList();
		for (Assignment assignment : open) {
			this.administrators.keep(assignment, "endedOn", assignment.person());
			if (!this.table.end(assignment.id(), assignment.version(), by.username(), this.clock.instant())) {
				throw overtaken(assignment.id());
			}
			record("role.ended", assignment);
		}
		this.tidings.tell(open);
	}

	private Overtaken overtaken(UUID id) {
		Assignment now = get(id);
		return new Overtaken(Organisations.CHANGED_MEANWHILE, now.updatedBy(), now.updatedAt(), null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	private void record(String what, Assignment assignment) {
		String person = this.people.find(assignment.person()).map(Person::name).orElse("");
		String to = (assignment.to() == null) ? "" : assignment.to().toString();
		String deputy = (assignment.deputyOf() == null) ? "" : ", deputy";
		this.journal.record(what, assignment.slot(), person + ", " + assignment.from() + " – " + to + deputy);
	}

}
