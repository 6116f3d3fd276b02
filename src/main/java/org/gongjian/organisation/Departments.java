package org.gongjian.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What departments are for: duties, problem categories, head and backup. */
@Service
@Transactional
public class Departments {

	private final DepartmentTable table;

	private final OrganisationTable organisations;

	private final PersonTable people;

	private final Journal journal;

	private final Clock clock;

	Departments(DepartmentTable table, OrganisationTable organisations, PersonTable people, Journal journal,
			Clock clock) {
		this.table = table;
		this.organisations = organisations;
		this.people = people;
		this.journal = journal;
		this.clock = clock;
	}

	/** What a department is for; empty until somebody said so. */
	@Transactional(readOnly = true)
	public Optional<Department> find(String code) {
		return this.table.find(code);
	}

	/** All of them by code. */
	@Transactional(readOnly = true)
	public Map<String, Department> all() {
		return this.table.all().stream().collect(Collectors.toMap(Department::code, Function.identity()));
	}

	/**
	 * The active department that has a function; the first by code where there are
	 * several.
	 */
	@Transactional(readOnly = true)
	public Optional<String> withFunction(String function) {
		return first((department) -> department.functions().contains(function));
	}

	/** The active department that handles a category; the first by code. */
	@Transactional(readOnly = true)
	public Optional<String> handling(String category) {
		return first((department) -> department.categories().contains(category));
	}

	private Optional<String> first(Predicate<Department> fits) {
		return this.table.all()
			.stream()
			.filter(fits)
			.map(Department::code)
			.filter((code) -> this.organisations.find(code).filter(Organisation::active).isPresent())
			.findFirst();
	}

	/**
	 * Says what a department is for.
	 * @param version the version the form was filled in from, or -1 for the first time
	 * @throws Overtaken if somebody changed it since
	 */
	void describe(String code, DepartmentForm form, int version, Actor by) {
		if (this.organisations.find(code).filter((known) -> known.side() == Side.DEPARTMENT).isEmpty()) {
			throw new NotFound("department");
		}
		Answers answers = new Answers();
		List<String> categories = form.categories();
		if (!Department.CATEGORIES.containsAll(categories)) {
			answers.wrong("categories", "organisation.violation.choice", String.join(", ", Department.CATEGORIES));
		}
		if (!Department.FUNCTIONS.containsAll(form.functions())) {
			answers.wrong("functions", "organisation.violation.choice", String.join(", ", Department.FUNCTIONS));
		}
		Department department = new Department(code, answers.lines("duties", form.duties(), 2000),
				categories.stream().distinct().toList(), form.functions().stream().distinct().toList(),
				person("head", form.head(), answers), person("backup", form.backup(), answers), null, null, version);
		if (department.head() != null && department.head().equals(department.backup())) {
			answers.wrong("backup", "organisation.violation.same-person");
		}
		answers.check();
		Optional<Department> before = this.table.find(code);
		if (version < 0 && before.isEmpty()) {
			this.table.insert(department, by.username(), this.clock.instant());
		}
		else if (!this.table.update(department, by.username(), this.clock.instant())) {
			Department now = before.orElseThrow(() -> new NotFound("department"));
			throw new Overtaken(Organisations.CHANGED_MEANWHILE, now.updatedBy(), now.updatedAt(), null);
		}
		this.journal.record("department.changed", code, Changes.between(
				before.map(this::said).orElse(new DepartmentForm("", List.of(), List.of(), "", "")), said(department)));
	}

	/** As the journal says it: people by their names. */
	private DepartmentForm said(Department department) {
		return new DepartmentForm(department.duties(), department.categories(), department.functions(),
				name(department.head()), name(department.backup()));
	}

	private String name(UUID person) {
		return (person == null) ? "" : this.people.find(person).map(Person::name).orElse(person.toString());
	}

	private UUID person(String field, String typed, Answers answers) {
		String text = answers.line(field, typed, 36, false);
		if (text == null) {
			return null;
		}
		Optional<UUID> person = Ids.parse(text).flatMap(this.people::find).filter(Person::active).map(Person::id);
		if (person.isEmpty()) {
			answers.wrong(field, "organisation.violation.unknown-person");
		}
		return person.orElse(null);
	}

}
