package org.gongjian.pairing;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.ListAssert;
import org.gongjian.shared.InvalidInput;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a form file cannot say: refused with the field and the reason. */
@HouseTest
class PairingRulesTests {

	private static PairingHouse house;

	@Autowired
	private AutowireCapableBeanFactory beans;

	private PairingStory story;

	@BeforeEach
	void aTown() {
		if (house == null) {
			house = this.beans.createBean(PairingHouse.class);
		}
		this.story = house.story;
	}

	@AfterAll
	static void theTownIsLeft() {
		house.town.leave();
		house = null;
	}

	@Test
	void aProposalIsForOnesOwnOrganisation() {
		String ent = house.enterprise(21);
		refused(() -> this.story.propose("pg2.liaison", this.story.proposal("PG1", ent)))
			.containsExactly("governmentOrg pairing.violation.own-organisation");
		house.enterprise(22);
		refused(() -> this.story.propose("pe22.liaison", this.story.proposal("PG1", ent)))
			.containsExactly("enterpriseOrg pairing.violation.own-organisation");
	}

	@Test
	void aPairIsProposedOnce() {
		String ent = house.enterprise(23);
		this.story.propose("PG1", ent);
		refused(() -> this.story.propose("PG1", ent)).containsExactly("enterpriseOrg pairing.violation.proposed");
	}

	@Test
	void theTermKeepsToItsLimitsAndTheProgramme() {
		refused(() -> propose(24, "termEnd", this.story.today().toString()))
			.contains("termEnd pairing.violation.end-before-start");
		refused(() -> propose(24, "termEnd", this.story.today().plusMonths(2).toString()))
			.contains("termEnd pairing.violation.term");
		refused(() -> propose(24, "termEnd", this.story.today().plusMonths(37).toString()))
			.contains("termEnd pairing.violation.term");
		refused(() -> propose(24, "termStart", "2025-12-31")).contains("termStart pairing.violation.before-programme");
	}

	@Test
	void threeToThirtySixMonthsAreCountedWithTheLastDay() {
		assertThat(Assessing.months(java.time.LocalDate.of(2026, 12, 1), java.time.LocalDate.of(2027, 2, 28)))
			.isEqualTo(3);
		assertThat(Assessing.months(java.time.LocalDate.of(2026, 12, 1), java.time.LocalDate.of(2029, 11, 30)))
			.isEqualTo(36);
		assertThat(Assessing.months(java.time.LocalDate.of(2026, 12, 1), java.time.LocalDate.of(2029, 12, 1)))
			.isGreaterThan(36);
	}

	@Test
	void twoActivitiesAYearAreTheLeast() {
		refused(() -> propose(25, "plannedActivities", 1))
			.containsExactly("plannedActivities pairing.violation.at-least");
	}

	@Test
	void theLiaisonIsAFormalMember() {
		String ent = house.enterprise(26);
		house.jdbc.sql("update person set membership = 'PROBATIONARY' where username = 'pe26.liaison'").update();
		refused(() -> this.story.propose("PG1", ent)).containsExactly("entLiaison pairing.violation.formal-member");
	}

	@Test
	void anEnterpriseThatAcceptsNamesANeed() {
		String ent = house.enterprise(27);
		String number = this.story.propose("PG1", ent);
		refused(() -> this.story.decide("pe27.secretary", number, "task-counterpart-confirm", "ACCEPT",
				Map.of("ownLiaison", PairingTown.person("pe27.liaison"))))
			.containsExactly("needs pairing.violation.needs");
		refused(() -> this.story.decide("pe27.secretary", number, "task-counterpart-confirm", "ACCEPT",
				Map.of("ownLiaison", PairingTown.person("pg1.liaison"), "needs",
						List.of(Map.of("need", "政策", "urgency", "H")))))
			.containsExactly("ownLiaison form.violation.person-of");
	}

	@Test
	void noMorePeopleAttendThanAreEntitled() {
		String ent = house.enterprise(28);
		String number = this.story.propose("PG1", ent);
		this.story.accept(number, ent);
		refused(() -> this.story.decide("pe28.secretary", number, "task-branch-resolution", "AGREE",
				Map.of("meetingType", "BRANCH_COMMITTEE", "meetingDate", this.story.today().toString(), "entitled", 3,
						"attendees", 4, "minutesFile", List.of(this.story.upload("pe28.secretary")))))
			.containsExactly("attendees pairing.violation.attendees");
	}

	@Test
	void listsAndPlanAreCompleteAndWithinTheTermAndAVenueIsReservedOnce() {
		String first = drafting(29);
		Map<String, Object> agreement = this.story.agreement();
		agreement.put("resourceList",
				List.of(resource("GOVERNMENT", "VENUE", "Party  Hall"), resource("ENTERPRISE", "JOB", "x")));
		this.story.decide("pg1.liaison", first, "task-draft-agreement", "COMPLETE", agreement);
		String second = drafting(30);
		agreement.put("resourceList", List.of(resource("GOVERNMENT", "VENUE", "party hall")));
		agreement.put("annualPlan", List.of(((List<?>) agreement.get("annualPlan")).get(0)));
		agreement.put("projectList", List.of(Map.of("title", "x", "ownerSide", "GOVERNMENT", "deliverable", "y",
				"dueDate", "2026-01-01", "linkedDemand", 7)));
		refused(() -> this.story.decide("pg1.liaison", second, "task-draft-agreement", "COMPLETE", agreement))
			.containsExactlyInAnyOrder("resourceList pairing.violation.side-missing.ENTERPRISE",
					"resourceList[0].item pairing.violation.resource-taken", "annualPlan pairing.violation.rows",
					"projectList[0].dueDate pairing.violation.outside-term",
					"projectList[0].linkedDemand pairing.violation.no-such-row");
	}

	@Test
	void anApprovalNeedsCompletePapersAndConditionsAreSaid() {
		String number = this.story.toReviews("PG1", house.enterprise(31));
		refused(() -> this.story.decide("p.officer", number, "task-officer-review", "APPROVE",
				Map.of("completeness", List.of("MINUTES"), "matchScore", 4)))
			.containsExactly("completeness pairing.violation.incomplete");
	}

	@Test
	void whoeverSignsForTheSecretaryShowsAuthorityAndSignsAfterTheApproval() {
		String number = this.story.toSigning("PG1", house.enterprise(32));
		refused(() -> this.story.decide("pg1.secretary", number, "task-sign", "COMPLETE",
				Map.of("signedOn", this.story.today().minusDays(1).toString(), "signatory",
						PairingTown.person("pg1.liaison"), "sealed", true, "scan",
						List.of(this.story.upload("pg1.secretary")))))
			.containsExactlyInAnyOrder("signedOn pairing.violation.before-approval",
					"authorisationFile pairing.violation.authority");
	}

	@Test
	void aNewPartnerStandsOnTheSameSide() {
		String ent = house.enterprise(33);
		String number = this.story.propose("PG1", ent);
		this.story.decide("pe33.secretary", number, "task-counterpart-confirm", "DECLINE",
				Map.of("declineReason", "NO_FIT"));
		refused(() -> this.story.decide("p.officer", number, "task-mediate", "REMATCH", Map.of("newPartner", "PG2",
				"newLiaison", PairingTown.person("pg2.liaison"), "note", "换一个机关支部试试看，行不行。")))
			.containsExactly("newPartner pairing.violation.partner-side");
		this.story.decide("p.officer", number, "task-mediate", "STOP", Map.of("note", "双方均无意向，终止本次申请。"));
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.DECLINED);
		assertThat(house.cases.get(number).status()).isEqualTo("rejected");
	}

	private String drafting(int enterprise) {
		String ent = house.enterprise(enterprise);
		String number = this.story.propose("PG1", ent);
		this.story.accept(number, ent);
		this.story.resolve(number, "PG1");
		this.story.resolve(number, ent);
		return number;
	}

	private static Map<String, Object> resource(String side, String category, String item) {
		return Map.of("side", side, "category", category, "item", item, "quantity", 1);
	}

	private void propose(int enterprise, String field, Object value) {
		var data = this.story.proposal("PG1", house.enterprise(enterprise));
		data.put(field, value);
		this.story.propose("pg1.liaison", data);
	}

	private static ListAssert<String> refused(Runnable call) {
		InvalidInput refused = catchThrowableOfType(InvalidInput.class, call::run);
		assertThat(refused).as("nothing was refused").isNotNull();
		return assertThat(refused.violations().stream().map((wrong) -> wrong.field() + " " + wrong.code()).toList());
	}

}
