package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role, from when to when, and who stands in. */
@Service
@Transactional
public class Roles {

	private static final String USER = "user:";

	/** Who is asked above a role; roles of an organisation stay in it where they can. */
	private static final Map<Role, Role> SUPERIORS = Map.ofEntries(Map.entry(Role.GOV_LIAISON, Role.GOV_SECRETARY),
			Map.entry(Role.ENT_LIAISON, Role.ENT_SECRETARY), Map.entry(Role.GOV_SECRETARY, Role.PARTY_HEAD),
			Map.entry(Role.ENT_SECRETARY, Role.PARTY_HEAD), Map.entry(Role.DEPT_HANDLER, Role.DEPT_HEAD),
			Map.entry(Role.DEPT_HEAD, Role.WC_DEPUTY), Map.entry(Role.PARTY_OFFICER, Role.PARTY_HEAD),
			Map.entry(Role.PARTY_HEAD, Role.WC_DEPUTY), Map.entry(Role.WC_DEPUTY, Role.WC_SECRETARY),
			Map.entry(Role.WC_SECRETARY, Role.PROCESS_ADMIN));

	private final AssignmentTable table;

	private final PersonTable people;

	private final OrganisationTable organisations;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Roles(AssignmentTable table, PersonTable people, OrganisationTable organisations, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.people = people;
		this.organisations = organisations;
		this.journal = journal;
		this.events = events;
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
		if (slot.startsWith(USER)) {
			return Role.PARTY_HEAD.id();
		}
		int at = slot.indexOf('@');
		String name = (at < 0) ? slot : slot.substring(0, at);
		String organisation = (at < 0) ? "" : slot.substring(at);
		if (name.equals("liaison")) {
			return "secretary" + organisation;
		}
		if (name.equals("secretary")) {
			return Role.PARTY_HEAD.id();
		}
		Optional<Role> role = Role.of(name);
		if (role.isEmpty() || role.get().scope() == Role.Scope.SYSTEM) {
			return Role.PROCESS_ADMIN.id();
		}
		Role superior = SUPERIORS.getOrDefault(role.get(), Role.PARTY_HEAD);
		return (superior.scope() == Role.Scope.ORGANISATION) ? superior.id() + organisation : superior.id();
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
		tell(List.of(assignment));
		record("role.assigned", assignment);
		return assignment;
	}

	/**
	 * Writes an assignment and neither tells other rooms nor the journal: for files and
	 * demo data, see {@link #tell}.
	 * @param provenance of demo data, else {@code null}
	 */
	Assignment insert(UUID person, AssignmentForm form, String provenance, Actor by) {
		Answers answers = new Answers();
		Assignment assignment = read(UUID.randomUUID(), person, form, provenance, 0, answers);
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
		Assignment after = read(id, before.person(), fixed, before.provenance(), version, answers);
		answers.check();
		if (!after.on(today())) {
			keepAdministrator(before, "to", null);
		}
		if (!this.table.update(after, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		tell(List.of(before));
		record("role.changed", after);
		return after;
	}

	/** Takes a role away at once. */
	void end(UUID id, int version, Actor by) {
		Assignment assignment = get(id);
		keepAdministrator(assignment, "", null);
		if (!this.table.end(id, version, by.username(), this.clock.instant())) {
			throw overtaken(id);
		}
		tell(List.of(assignment));
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

	/** Refuses to take the last system administrator away: nobody could give it back. */
	private void keepAdministrator(Assignment assignment, String field, UUID leaving) {
		if (assignment.role() != Role.SYS_ADMIN || !assignment.on(today())) {
			return;
		}
		boolean last = this.table.page("%", Role.SYS_ADMIN.id(), null, "current", today(), 0, 100)
			.stream()
			.filter((other) -> !other.id().equals(assignment.id()) && !other.person().equals(leaving))
			.map((other) -> this.people.find(other.person()).orElseThrow())
			.noneMatch((person) -> person.active() && person.username() != null);
		if (last) {
			throw new InvalidInput(field, "organisation.violation.last-administrator");
		}
	}

	private void endAll(List<Assignment> assignments, Actor by) {
		List<Assignment> open = assignments.stream()
			.filter((assignment) -> !assignment.ended()
					&& (assignment.to() == null || !assignment.to().isBefore(today())))
			.toList();
		for (Assignment assignment : open) {
			keepAdministrator(assignment, "endedOn", assignment.person());
			if (!this.table.end(assignment.id(), assignment.version(), by.username(), this.clock.instant())) {
				throw overtaken(assignment.id());
			}
			record("role.ended", assignment);
		}
		tell(open);
	}

	/** Tells other rooms that a person's account or state changed. */
	void tellOf(Person before, Person after) {
		Set<String> slots = slots(this.table.ofPerson(after.id()));
		for (Person person : List.of(before, after)) {
			if (person.username() != null) {
				slots.add(USER + person.username());
			}
		}
		this.events.publishEvent(new RolesChanged(slots));
	}

	/** Tells other rooms which roles began or ended because days went by. */
	void daysWentBy() {
		LocalDate today = today();
		Optional<LocalDate> toldTo = this.table.toldTo();
		if (toldTo.isEmpty()) {
			this.table.insertToldTo(today);
		}
		else if (toldTo.get().isBefore(today) && this.table.moveToldTo(toldTo.get(), today)) {
			tell(this.table.turning(toldTo.get(), today));
		}
	}

	/** Tells other rooms that who holds these has changed. */
	void tell(List<Assignment> assignments) {
		if (!assignments.isEmpty()) {
			this.events.publishEvent(new RolesChanged(slots(assignments)));
		}
	}

	/** The slots of assignments and of those that stand in for them. */
	private Set<String> slots(Collection<Assignment> assignments) {
		Set<String> slots = new TreeSet<>();
		for (Assignment assignment : assignments) {
			slots.add(assignment.slot());
			this.table.deputies(assignment.id()).forEach((deputy) -> slots.add(deputy.slot()));
		}
		return slots;
	}

	private Assignment read(UUID id, UUID personId, AssignmentForm form, String provenance, int version,
			Answers answers) {
		Person person = (personId == null) ? null : this.people.find(personId).orElse(null);
		if (person == null) {
			answers.wrong("person", "organisation.violation.required");
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
		Optional<Assignment> principal = uuid(text).flatMap(this.table::find);
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

	static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
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
