package org.gongjian.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may act: roles, slots, conflicts and the ladder of those asked instead. */
@HouseTest
@Transactional
class EligibilityTests {

	private static final Set<String> NONE = Set.of();

	@Autowired
	private Eligibility eligibility;

	@Autowired
	private Organisations organisations;

	@Autowired
	private People people;

	@Autowired
	private Roles roles;

	@Autowired
	private SlotAssignees assignees;

	@Autowired
	private Actors actors;

	@Autowired
	private JdbcClient jdbc;

	private String government;

	private String enterprise;

	@BeforeEach
	void house() {
		// nobody but the people of this test holds anything
		this.jdbc.sql("update role_assignment set ended = true").update();
		this.government = organisation("EG", Side.GOVERNMENT);
		this.enterprise = organisation("EE", Side.ENTERPRISE);
	}

	@Test
	void thoseWhoHoldTheRoleAreAsked() {
		Person anna = person("finance", null, this.government);
		assertThat(eligible("finance", NONE, NONE)).isEqualTo(answer("finance", Eligible.ROLE, anna));
	}

	@Test
	void nobodyReviewsAMatterOfTheOwnOrganisation() {
		person("discipline", null, this.government);
		Person other = person("discipline", null, this.enterprise);
		assertThat(eligible("discipline", Set.of(this.government), NONE))
			.isEqualTo(answer("discipline", Eligible.ROLE, other));
	}

	@Test
	void whereAllAreInConflictTheHeadsAreAskedOneAfterTheOther() {
		person("discipline", null, this.government);
		Person administrator = person("process-admin", null, null);
		assertThat(eligible("discipline", Set.of(this.government), NONE))
			.isEqualTo(answer("process-admin", Eligible.CONFLICT, administrator));
		Person deputy = person("wc-deputy", null, null);
		assertThat(eligible("discipline", Set.of(this.government), NONE))
			.isEqualTo(answer("wc-deputy", Eligible.CONFLICT, deputy));
		Person head = person("party-head", null, null);
		assertThat(eligible("discipline", Set.of(this.government), NONE))
			.isEqualTo(answer("party-head", Eligible.CONFLICT, head));
	}

	@Test
	void theSameExclusionsHoldOnEveryRung() {
		person("discipline", null, this.government);
		person("party-head", null, this.government);
		Person deputy = person("wc-deputy", null, null);
		Person administrator = person("process-admin", null, this.government);
		assertThat(eligible("discipline", Set.of(this.government), Set.of(deputy.username())))
			.isEqualTo(answer("process-admin", Eligible.CONFLICT, administrator));
	}

	@Test
	void nobodyReviewsTheOwnRequestOrTwice() {
		Person anna = person("finance", null, null);
		Person head = person("party-head", null, null);
		assertThat(eligible("finance", NONE, Set.of(anna.username())))
			.isEqualTo(answer("party-head", Eligible.SELF_REVIEW, head));
		assertThat(eligible("finance", NONE, Set.of(anna.username(), head.username())).usernames()).isEmpty();
	}

	@Test
	void aHandlingNodeIgnoresConflicts() {
		Person anna = person("gov-secretary", this.government, this.government);
		assertThat(this.eligibility.eligible("gov-secretary@" + this.government, Set.of(this.government),
				Set.of(anna.username()), false))
			.isEqualTo(answer("gov-secretary@" + this.government, Eligible.ROLE, anna));
	}

	@Test
	void aSlotNobodyHoldsGoesToTheProcessAdministrators() {
		Person administrator = person("process-admin", null, null);
		assertThat(this.eligibility.eligible("gov-secretary@" + this.government, NONE, NONE, false))
			.isEqualTo(answer("process-admin", Eligible.NOBODY, administrator));
		assertThat(this.eligibility.eligible("user:nobody.at.all", NONE, NONE, false))
			.isEqualTo(answer("process-admin", Eligible.NOBODY, administrator));
	}

	@Test
	void secretaryAndLiaisonMeanThoseOfEitherSide() {
		Person government = person("gov-secretary", this.government, this.government);
		Person enterprise = person("ent-secretary", this.enterprise, this.enterprise);
		assertThat(this.roles.holders("secretary@" + this.government)).containsExactly(government.username());
		assertThat(this.roles.holders("secretary@" + this.enterprise)).containsExactly(enterprise.username());
		assertThat(this.roles.holders("user:" + government.username())).containsExactly(government.username());
		assertThat(this.roles.holds(government.username(), "secretary@" + this.enterprise)).isFalse();
	}

	@Test
	void everySlotHasSomebodyAboveIt() {
		assertThat(this.roles.superior("gov-liaison@G02")).isEqualTo("gov-secretary@G02");
		assertThat(this.roles.superior("liaison@G02")).isEqualTo("secretary@G02");
		assertThat(this.roles.superior("secretary@G02")).isEqualTo("party-head");
		assertThat(this.roles.superior("dept-handler@F05")).isEqualTo("dept-head@F05");
		assertThat(this.roles.superior("party-officer")).isEqualTo("party-head");
		assertThat(this.roles.superior("party-head")).isEqualTo("wc-deputy");
		assertThat(this.roles.superior("wc-deputy")).isEqualTo("wc-secretary");
		assertThat(this.roles.superior("wc-secretary")).isEqualTo("process-admin");
		assertThat(this.roles.superior("process-admin")).isEqualTo("process-admin");
		assertThat(this.roles.superior("user:anna")).isEqualTo("party-head");
		for (Role role : Role.values()) {
			assertThat(this.roles.superior(role.id() + "@X")).isNotEmpty();
		}
	}

	@Test
	void aNodesSettingBecomesSlots() {
		Person anna = person("finance", null, null);
		Map<String, Object> facts = Map.of("governmentOrg", "G02", "recipients", "G02, F08,G02", "initiator", "ben",
				"chosen", anna.id().toString(), "stranger", UUID.randomUUID().toString());
		assertThat(slots("party-officer", facts)).containsExactly("party-officer");
		assertThat(slots("gov-secretary@governmentOrg, finance", facts)).containsExactly("gov-secretary@G02",
				"finance");
		assertThat(slots("secretary@recipients", facts)).containsExactly("secretary@G02", "secretary@F08");
		assertThat(slots("initiator", facts)).containsExactly("user:ben");
		assertThat(slots("person:chosen", facts)).containsExactly("user:" + anna.username());
		assertThat(slots("person:stranger", facts)).containsExactly("process-admin");
		assertThat(slots("gov-secretary@unknown", facts)).containsExactly("process-admin");
		assertThat(slots("king", facts)).containsExactly("process-admin");
		assertThat(slots("", facts)).containsExactly("process-admin");
		assertThat(slots("gov-secretary", facts)).containsExactly("process-admin");
	}

	@Test
	void peopleOfOneOrganisationSeeItsCasesThoseOfTheZoneAll() {
		assertThat(actor(person("ent-liaison", this.enterprise, this.enterprise)).zoneWide()).isFalse();
		assertThat(actor(person("gov-secretary", this.government, this.government)).zoneWide()).isFalse();
		assertThat(actor(person("dept-head", organisation("ED", Side.DEPARTMENT), null)).zoneWide()).isFalse();
		assertThat(actor(person("finance", null, this.government)).zoneWide()).isTrue();
		assertThat(actor(person("viewer", null, null)).zoneWide()).isTrue();
		assertThat(actor(person("process-admin", null, null)).zoneWide()).isTrue();
		assertThat(actor(person("sys-admin", null, null)).zoneWide()).isFalse();
		Actor secretary = actor(person("ent-secretary", this.enterprise, null));
		assertThat(secretary.organisations()).containsExactly(this.enterprise);
		assertThat(secretary.groups()).containsExactly("ent-secretary@" + this.enterprise);
		assertThat(this.actors.actor("never.heard.of").roles()).isEmpty();
	}

	@Test
	void theLastSystemAdministratorStays() {
		Person last = person("sys-admin", null, null);
		Assignment held = this.roles.ofPerson(last.id()).get(0);
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.roles.end(held.id(), 0, Actor.SYSTEM));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.people.end(last.id(), "2026-01-01", 0, Actor.SYSTEM));
		person("sys-admin", null, null);
		this.roles.end(held.id(), 0, Actor.SYSTEM);
		assertThat(this.roles.holders("sys-admin")).hasSize(1);
	}

	private List<String> slots(String who, Map<String, Object> facts) {
		return this.assignees.slots(who, facts::get);
	}

	private Eligible eligible(String slot, Set<String> parties, Set<String> mayNot) {
		return this.eligibility.eligible(slot, parties, mayNot, true);
	}

	private static Eligible answer(String slot, String reason, Person... people) {
		return new Eligible(Arrays.stream(people).map(Person::username).toList(), slot, reason);
	}

	private Actor actor(Person person) {
		return this.actors.actor(person.username());
	}

	private String organisation(String prefix, Side side) {
		String code = prefix + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
		return this.organisations
			.insert(new OrganisationForm(code, code, code, "", side.name(), OrgType.BRANCH.name(),
					Sector.GOV_ORGAN.name(), "", "", "", "", "", "", "", ""), null, Actor.SYSTEM)
			.code();
	}

	private Person person(String role, String place, String home) {
		String username = "el." + UUID.randomUUID().toString().substring(0, 12);
		Person person = this.people.insert(new PersonForm(username, "", OrganisationForm.text(home), "",
				Membership.FORMAL.name(), "", username, ""), null, Actor.SYSTEM);
		this.roles.insert(person.id(),
				new AssignmentForm(role, OrganisationForm.text(place), LocalDate.of(2024, 1, 1).toString(), "", "", ""),
				null, Actor.SYSTEM);
		return person;
	}

}
