package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Statements about people, departments, role assignments and parameters. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class RegisterTableTests {

	private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Parameter
	Database database;

	private PersonTable people;

	private AssignmentTable assignments;

	private RoleDayTable roleDays;

	private DepartmentTable departments;

	private ParameterTable parameters;

	private ImportTable imports;

	private OrganisationTable organisations;

	@BeforeEach
	void open() {
		JdbcClient jdbc = JdbcClient.create(this.database.migrated());
		this.people = new PersonTable(jdbc);
		this.assignments = new AssignmentTable(jdbc);
		this.roleDays = new RoleDayTable(jdbc);
		this.departments = new DepartmentTable(jdbc);
		this.parameters = new ParameterTable(jdbc);
		this.imports = new ImportTable(jdbc);
		this.organisations = new OrganisationTable(jdbc);
		for (String code : List.of("G01", "G02", "E03", "F05")) {
			this.organisations.insert(new Organisation(code, code, code, null, Side.GOVERNMENT, OrgType.BRANCH, null,
					null, null, null, null, null, null, null, null, true, null, null, null, null, null, 0), "anna",
					NOW);
		}
	}

	@Test
	void aPersonIsWrittenAndRead() {
		Person person = new Person(UUID.randomUUID(), "李华", "Li Hua", "G01", "书记", Membership.FORMAL, "13800001234",
				"li.hua", "note", true, null, "D", null, null, 0);
		this.people.insert(person, "anna", NOW);
		Person read = this.people.byUsername("li.hua").orElseThrow();
		assertThat(read).usingRecursiveComparison().ignoringFields("updatedBy", "updatedAt").isEqualTo(person);
		assertThat(this.people.find(person.id())).contains(read);
		assertThat(this.people.byName("李华", "G01")).containsExactly(read);
		assertThat(this.people.byName("李华", null)).isEmpty();
		assertThat(this.people.update(read, "ben", NOW)).isTrue();
		assertThat(this.people.update(read, "ben", NOW)).isFalse();
		assertThat(this.people.end(person.id(), TODAY, 0, "ben", NOW)).isFalse();
		assertThat(this.people.end(person.id(), TODAY, 1, "ben", NOW)).isTrue();
		assertThat(this.people.find(person.id()).orElseThrow().endedOn()).isEqualTo(TODAY);
	}

	@Test
	void anAccountBelongsToOnePerson() {
		person("anna", "G01");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> person("anna", "G02"));
	}

	@Test
	void peopleArePagedByNameEvenWhereNamesAreEqual() {
		Person first = person(null, "G01");
		Person second = person(null, "G01");
		Person other = person("zoe", null);
		List<Person> page = this.people.page("%", null, true, null, 2);
		assertThat(page).hasSize(2);
		List<Person> rest = this.people.page("%", null, true, page.get(1).id(), 2);
		assertThat(rest).hasSize(1);
		assertThat(List.of(page.get(0).id(), page.get(1).id(), rest.get(0).id())).containsExactlyInAnyOrder(first.id(),
				second.id(), other.id());
		assertThat(this.people.page("%", "G01", null, null, 9)).hasSize(2);
		assertThat(this.people.page(Words.pattern("ZOE"), null, null, null, 9)).hasSize(1);
		assertThat(this.people.page("%", null, false, null, 9)).isEmpty();
	}

	@Test
	void aRoleCountsOnItsFirstAndItsLastDay() {
		Person anna = person("anna", "G01");
		give(anna, Role.GOV_SECRETARY, "G01", TODAY, TODAY.plusDays(2), null);
		assertThat(holders("gov-secretary", "G01", TODAY.minusDays(1))).isEmpty();
		assertThat(holders("gov-secretary", "G01", TODAY)).containsExactly("anna");
		assertThat(holders("gov-secretary", "G01", TODAY.plusDays(2))).containsExactly("anna");
		assertThat(holders("gov-secretary", "G01", TODAY.plusDays(3))).isEmpty();
		assertThat(holders("gov-secretary", "G02", TODAY)).isEmpty();
		assertThat(holders("gov-secretary", null, TODAY)).isEmpty();
	}

	@Test
	void aDeputyCountsWhileTheOneDeputisedDoes() {
		Assignment principal = give(person("anna", "G01"), Role.GOV_SECRETARY, "G01", TODAY, null, null);
		Assignment deputy = give(person("ben", "G01"), Role.GOV_SECRETARY, "G01", TODAY.minusDays(9), null,
				principal.id());
		assertThat(holders("gov-secretary", "G01", TODAY.minusDays(1))).isEmpty();
		assertThat(holders("gov-secretary", "G01", TODAY)).containsExactly("anna", "ben");
		assertThat(this.assignments.heldBy("ben", TODAY)).extracting(Assignment::slot)
			.containsExactly("gov-secretary@G01");
		assertThat(this.assignments.deputies(principal.id())).extracting(Assignment::id).containsExactly(deputy.id());
		this.assignments.end(principal.id(), 0, "zoe", NOW);
		assertThat(holders("gov-secretary", "G01", TODAY)).isEmpty();
	}

	@Test
	void onlyActivePeopleWithAnAccountHoldAnything() {
		Person without = person(null, "G01");
		Person left = person("left", "G01");
		give(without, Role.FINANCE, null, TODAY, null, null);
		give(left, Role.FINANCE, null, TODAY, null, null);
		assertThat(holders("finance", null, TODAY)).containsExactly("left");
		this.people.end(left.id(), TODAY, 0, "zoe", NOW);
		assertThat(holders("finance", null, TODAY)).isEmpty();
		assertThat(this.assignments.heldBy("left", TODAY)).isEmpty();
	}

	@Test
	void assignmentsAreListedAndChangedOnce() {
		Person anna = person("anna", "G01");
		Assignment past = give(anna, Role.GOV_LIAISON, "G01", TODAY.minusDays(9), TODAY.minusDays(1), null);
		Assignment current = give(anna, Role.FINANCE, null, TODAY, null, null);
		Assignment future = give(anna, Role.SAFETY, null, TODAY.plusDays(1), null, null);
		assertThat(ids(null, null, "past")).containsExactly(past.id());
		assertThat(ids(null, null, "current")).containsExactly(current.id());
		assertThat(ids(null, null, "future")).containsExactly(future.id());
		assertThat(ids("finance", null, null)).containsExactly(current.id());
		assertThat(ids(null, "G01", null)).containsExactly(past.id());
		assertThat(this.assignments.page("%", null, null, null, TODAY, 1, 1)).hasSize(1);
		assertThat(this.assignments.ofPerson(anna.id())).hasSize(3);
		assertThat(this.assignments.ofOrganisation("G01")).hasSize(1);
		Assignment shorter = new Assignment(current.id(), anna.id(), Role.FINANCE, null, TODAY, TODAY, false, null, "x",
				null, null, null, 0);
		assertThat(this.assignments.update(shorter, "ben", NOW)).isTrue();
		assertThat(this.assignments.update(shorter, "ben", NOW)).isFalse();
		assertThat(this.assignments.find(current.id()).orElseThrow().to()).isEqualTo(TODAY);
		assertThat(this.assignments.end(current.id(), 0, "ben", NOW)).isFalse();
		assertThat(this.assignments.end(current.id(), 1, "ben", NOW)).isTrue();
		assertThat(ids(null, null, "past")).containsExactlyInAnyOrder(past.id(), current.id());
	}

	@Test
	void theSameRoleTwiceAtOneTimeIsFound() {
		Person anna = person("anna", "G01");
		give(anna, Role.FINANCE, null, TODAY, TODAY.plusDays(5), null);
		assertThat(overlap(anna, TODAY.plusDays(5), null)).isTrue();
		assertThat(overlap(anna, TODAY.plusDays(6), null)).isFalse();
		assertThat(overlap(anna, TODAY.minusDays(5), TODAY.minusDays(1))).isFalse();
		assertThat(overlap(anna, TODAY.minusDays(5), TODAY)).isTrue();
		assertThat(overlap(anna, TODAY.minusDays(5), null)).isTrue();
	}

	@Test
	void rolesNobodyStandsInForAreNamed() {
		Assignment principal = give(person("anna", "G01"), Role.GOV_SECRETARY, "G01", TODAY, null, null);
		give(person("ben", "G02"), Role.GOV_SECRETARY, "G02", TODAY, null, null);
		give(person("cleo", "G01"), Role.GOV_SECRETARY, "G01", TODAY, null, principal.id());
		assertThat(this.assignments.withoutDeputy(TODAY)).extracting(Assignment::slot)
			.containsExactly("gov-secretary@G02");
	}

	@Test
	void whoBelongsToAPartyIsFoundByPersonAndByRole() {
		person("anna", "G01");
		Person ben = person("ben", null);
		give(ben, Role.ENT_SECRETARY, "E03", TODAY, null, null);
		person("cleo", "G02");
		Set<String> all = Set.of("anna", "ben", "cleo");
		assertThat(this.people.belonging(all, Set.of("G01", "E03"), TODAY)).containsExactly("anna", "ben");
		assertThat(this.people.belonging(all, Set.of("E03"), TODAY.minusDays(1))).isEmpty();
		assertThat(this.people.belonging(Set.of(), Set.of("E03"), TODAY)).isEmpty();
		assertThat(this.people.belonging(all, Set.of(), TODAY)).isEmpty();
	}

	@Test
	void daysThatTurnSomethingAreToldOnce() {
		Person anna = person("anna", "G01");
		give(anna, Role.FINANCE, null, TODAY, null, null);
		give(anna, Role.SAFETY, null, TODAY.minusDays(20), TODAY.minusDays(1), null);
		assertThat(this.roleDays.turning(TODAY.minusDays(1), TODAY)).extracting(Assignment::slot)
			.containsExactlyInAnyOrder("finance", "safety");
		assertThat(this.roleDays.turning(TODAY, TODAY.plusDays(1))).isEmpty();
		assertThat(this.roleDays.toldTo()).isEmpty();
		this.roleDays.insertToldTo(TODAY);
		assertThat(this.roleDays.moveToldTo(TODAY, TODAY.plusDays(1))).isTrue();
		assertThat(this.roleDays.moveToldTo(TODAY, TODAY.plusDays(1))).isFalse();
		assertThat(this.roleDays.toldTo()).contains(TODAY.plusDays(1));
	}

	@Test
	void aDepartmentIsWrittenReadAndChangedOnce() {
		Person head = person("anna", "F05");
		Department department = new Department("F05", "roads", List.of("ROADS", "LAND"), List.of("CONSTRUCTION"),
				head.id(), null, null, null, 0);
		this.departments.insert(department, "anna", NOW);
		assertThat(this.departments.find("F05").orElseThrow()).usingRecursiveComparison()
			.ignoringFields("updatedBy", "updatedAt")
			.isEqualTo(department);
		Department bare = new Department("F05", null, List.of(), List.of(), null, head.id(), null, null, 0);
		assertThat(this.departments.update(bare, "anna", NOW)).isTrue();
		assertThat(this.departments.update(bare, "anna", NOW)).isFalse();
		assertThat(this.departments.all()).hasSize(1).allMatch((read) -> read.categories().isEmpty());
	}

	@Test
	void everyParameterHasItsStartValue() {
		assertThat(this.parameters.definitions()).hasSizeGreaterThan(50)
			.allSatisfy((definition) -> assertThat(this.parameters.value(definition.key(), TODAY)).isPresent());
		assertThat(this.parameters.value("pairing.maxPerGov", TODAY)).contains("3");
		assertThat(this.parameters.value("plaque.text", TODAY)).contains("党建共建单位");
		assertThat(this.parameters.value("pairing.maxPerGov", LocalDate.of(2020, 1, 1))).contains("3");
		assertThat(this.parameters.value("nothing", TODAY)).isEmpty();
		assertThat(this.parameters.definition("pairing.maxPerGov")).isPresent();
	}

	@Test
	void theNewestValueWhoseDayHasComeIsInForce() {
		set("5", TODAY.plusDays(2));
		set("4", TODAY);
		assertThat(this.parameters.value("pairing.maxPerGov", TODAY)).contains("4");
		assertThat(this.parameters.value("pairing.maxPerGov", TODAY.plusDays(2))).contains("5");
		set("6", TODAY);
		assertThat(this.parameters.value("pairing.maxPerGov", TODAY)).contains("6");
		assertThat(this.parameters.value("pairing.maxPerGov", TODAY.minusDays(1))).contains("3");
		assertThat(this.parameters.log("pairing.maxPerGov", 99)).extracting(ParameterChange::value)
			.containsExactly("6", "4", "5", "3");
		assertThat(this.parameters.log(null, 3)).hasSize(3);
		assertThat(this.parameters.touch("pairing.maxPerGov", 0)).isTrue();
		assertThat(this.parameters.touch("pairing.maxPerGov", 0)).isFalse();
	}

	@Test
	void manyAreReadWithOneStatement() {
		Person anna = person("anna", "G01");
		Person ben = person("ben", "G02");
		assertThat(this.people.all(List.of(anna.id(), ben.id(), UUID.randomUUID()))).hasSize(2);
		assertThat(this.people.all(List.of())).isEmpty();
		assertThat(this.people.byUsernames(List.of("anna", "nobody"))).hasSize(1);
		assertThat(this.organisations.all(List.of("G01", "E03", "X"))).hasSize(2);
		assertThat(this.organisations.all(Set.of())).isEmpty();
	}

	@Test
	void anUploadedFileIsKeptForItsOwnerAndForADay() {
		UUID id = UUID.randomUUID();
		ImportTable.Uploaded file = new ImportTable.Uploaded(ImportKind.PEOPLE, "人员.csv", "姓名\n".repeat(100_000));
		this.imports.insert(id, file, "anna", NOW);
		assertThat(this.imports.find(id, "anna", NOW)).contains(file);
		assertThat(this.imports.find(id, "ben", NOW)).isEmpty();
		assertThat(this.imports.find(id, "anna", NOW.plusSeconds(1))).isEmpty();
		this.imports.removeBefore(NOW);
		assertThat(this.imports.remove(id)).isTrue();
		assertThat(this.imports.remove(id)).isFalse();
		this.imports.insert(id, file, "anna", NOW);
		this.imports.removeBefore(NOW.plusSeconds(1));
		assertThat(this.imports.remove(id)).isFalse();
	}

	private void set(String value, LocalDate from) {
		this.parameters.insert(new ParameterChange("pairing.maxPerGov", value, from, "test", "anna", NOW, 0));
	}

	private Person person(String username, String organisation) {
		Person person = new Person(UUID.randomUUID(), "李华", null, organisation, null, Membership.FORMAL, null, username,
				null, true, null, null, null, null, 0);
		this.people.insert(person, "anna", NOW);
		return person;
	}

	private Assignment give(Person person, Role role, String organisation, LocalDate from, LocalDate to,
			UUID deputyOf) {
		Assignment assignment = new Assignment(UUID.randomUUID(), person.id(), role, organisation, from, to, false,
				deputyOf, null, null, null, null, 0);
		this.assignments.insert(assignment, "anna", NOW);
		return assignment;
	}

	private List<String> holders(String role, String organisation, LocalDate day) {
		return this.assignments.holders(List.of(role), organisation, day);
	}

	private List<UUID> ids(String role, String organisation, String state) {
		return this.assignments.page("%", role, organisation, state, TODAY, 0, 99)
			.stream()
			.map(Assignment::id)
			.toList();
	}

	private boolean overlap(Person person, LocalDate from, LocalDate to) {
		return this.assignments
			.overlapping(new Assignment(UUID.randomUUID(), person.id(), Role.FINANCE, null, from, to, false, null, null,
					null, null, null, 0))
			.isPresent();
	}

}
