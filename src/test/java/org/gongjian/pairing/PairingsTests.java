package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.gongjian.approval.Requests;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A pairing from its proposal into force, through every room and the engine. */
@HouseTest
class PairingsTests {

	private static PairingHouse house;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private Attachments attachments;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Requests requests;

	@Autowired
	private Matrices matrices;

	@Autowired
	private ApplicationEventPublisher events;

	private PairingStory story;

	private Pairings pairings;

	@BeforeEach
	void aTown() {
		if (house == null) {
			house = this.beans.createBean(PairingHouse.class);
		}
		this.story = house.story;
		this.pairings = house.pairings;
	}

	@AfterAll
	static void theTownIsLeft() {
		house.town.leave();
		house = null;
	}

	@Test
	void aPairingGoesFromItsProposalIntoForce() {
		String ent = house.enterprise(1);
		String number = this.story.toReviews("PG1", ent);
		assertThat(this.story.openSteps(number)).containsExactly("task-integrity-check", "task-officer-review");
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.UNDER_REVIEW);
		this.story.check(number);
		this.story.review(number);
		this.story.headReview(number);
		this.story.approve(number);
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.APPROVED);
		assertThat(house.row(number).number()).matches("JD-\\d{4}-\\d{3}");
		assertThat(house.row(number).keyPair()).isTrue();
		this.story.sign(number, "PG1");
		this.story.sign(number, ent);
		Pairing pairing = house.row(number);
		assertThat(pairing.status()).isEqualTo(PairingStatus.IN_FORCE);
		assertThat(pairing.inForceOn()).isEqualTo(this.story.today());
		assertThat(this.pairings.items(pairing)).hasSize(4);
		assertThat(this.pairings.plan(pairing)).hasSize(2);
		assertThat(this.pairings.agreements(pairing)).singleElement().satisfies((agreement) -> {
			assertThat(agreement.number()).matches("XY-\\d{4}-\\d{3}-01");
			assertThat(agreement.signedGovernmentOn()).isEqualTo(this.story.today());
			assertThat(this.attachments.get(number, agreement.file()).name()).isEqualTo(agreement.number() + ".pdf");
		});
		this.story.decide("p.archivist", number, "task-archive", "COMPLETE",
				Map.of("retention", "10Y", "agreementRetention", "30Y", "checked", true));
		CaseFile file = house.cases.get(number);
		assertThat(file.status()).isEqualTo("completed");
		assertThat(file.outcome()).isEqualTo("IN_FORCE");
		assertThat(file.title().zh()).isEqualTo("测试PG1党支部 · 测试PE1党支部");
		assertThat(this.pairings.inForce("PG1")).contains(pairing);
	}

	@Test
	void ofTwoProposalsAtTheSameMomentOneIsFirst() throws Exception {
		String ent = house.enterprise(2);
		Callable<Object> proposal = () -> this.story.propose("PG1", ent);
		List<Object> outcomes = together(List.of(proposal, proposal));
		assertThat(outcomes).filteredOn(String.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn(RuntimeException.class::isInstance)
			.singleElement()
			.satisfiesAnyOf((refused) -> assertThat(refused).isInstanceOf(Overtaken.class),
					(refused) -> assertThat(refused.toString()).contains("pairing.violation.proposed"));
	}

	@Test
	void aProposalOfTheOfficerIsConfirmedByBothSides() {
		String ent = house.enterprise(3);
		String number = this.story.propose("p.officer", this.story.proposal("PG2", ent));
		this.story.accept(number, ent);
		assertThat(this.story.openSteps(number)).containsExactly("task-counterpart-confirm");
		this.story.decide("pg2.secretary", number, "task-counterpart-confirm", "ACCEPT",
				Map.of("ownLiaison", PairingTown.person("pg2.liaison")));
		assertThat(this.story.openSteps(number)).containsExactly("task-branch-resolution");
	}

	@Test
	void aWithdrawalGivesBackWhatWasReservedAndFreesThePair() {
		String ent = house.enterprise(4);
		String number = this.story.toReviews("PG1", ent);
		for (String reason : List.of("why", "w".repeat(1001), "a\u0007reason")) {
			assertThatExceptionOfType(InvalidInput.class)
				.isThrownBy(() -> this.requests.withdraw(actor("pg1.liaison"), number, reason));
		}
		this.requests.withdraw(actor("pg1.liaison"), number, "we found another way");
		Pairing withdrawn = house.row(number);
		assertThat(withdrawn.status()).isEqualTo(PairingStatus.WITHDRAWN);
		assertThat(house.cases.get(number).outcome()).isEqualTo("WITHDRAWN");
		assertThat(this.pairings.items(withdrawn)).extracting(ListItem::status).containsOnly(ListItem.Status.DROPPED);
		assertThat(this.story.propose("PG1", ent)).isNotEqualTo(number);
	}

	@Test
	void onceApprovedItCannotBeWithdrawn() {
		String number = this.story.toSigning("PG1", house.enterprise(5));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.requests.withdraw(actor("pg1.liaison"), number, "we changed our minds"));
	}

	@Test
	void withoutBothSignaturesNumbersAreVoidedAndItemsReleased() {
		String number = this.story.toSigning("PG1", house.enterprise(6));
		this.story.sign(number, "PG1");
		house.fire(number, "timer-sign-lapse");
		Pairing lapsed = house.row(number);
		assertThat(lapsed.status()).isEqualTo(PairingStatus.LAPSED);
		assertThat(house.cases.get(number).status()).isEqualTo("terminated");
		assertThat(house.cases.get(number).outcome()).isEqualTo("LAPSED");
		Agreement agreement = this.pairings.agreements(lapsed).get(0);
		assertThat(agreement.voided()).isTrue();
		assertThat(house.voided()).contains(lapsed.number(), agreement.number());
		assertThat(this.pairings.items(lapsed)).extracting(ListItem::status).containsOnly(ListItem.Status.DROPPED);
	}

	@Test
	void aFullEnterpriseNeedsAWaiverAndTheCommittee() {
		String ent = house.enterprise(7);
		this.story.inForce("PG1", ent);
		house.jdbc.sql("update programme set max_per_ent = 1 where code = :code")
			.param("code", PairingTown.PROGRAMME)
			.update();
		try {
			var data = this.story.proposal("PG2", ent);
			data.put("waiverReason", "该企业园区分布两地，需两个机关党支部分别联系服务。");
			String number = this.story.propose("pg2.liaison", data);
			this.story.accept(number, ent);
			this.story.resolve(number, "PG2");
			this.story.resolve(number, ent);
			this.story.draft(number, "PG2");
			this.story.check(number);
			this.story.review(number);
			this.story.headReview(number);
			assertThat(house.cases.data(number)).containsEntry("eligibility", "WAIVER");
			this.story.decide("p.secretary", number, "task-approve", "APPROVE", Map.of("plaqueApproved", true,
					"meetingDate", this.story.today().toString(), "minutesNo", "纪要〔2026〕1号"));
			assertThat(house.row(number).status()).isEqualTo(PairingStatus.APPROVED);
		}
		finally {
			house.jdbc.sql("update programme set max_per_ent = 50 where code = :code")
				.param("code", PairingTown.PROGRAMME)
				.update();
		}
	}

	@Test
	void whereTheCeremonyCountsThePairingWaitsForIt() {
		house.parameter("pairing.activateAt", "CEREMONY");
		try {
			String number = this.story.inForce("PG1", house.enterprise(8));
			assertThat(house.row(number).status()).isEqualTo(PairingStatus.APPROVED);
			LocalDate today = this.story.today();
			this.pairings.ceremonyHeld(List.of(house.row(number).number()), today);
			assertThat(house.row(number).status()).isEqualTo(PairingStatus.IN_FORCE);
			this.pairings.ceremonyHeld(List.of(house.row(number).number()), today);
			assertThat(house.row(number).ceremonyOn()).isEqualTo(today);
		}
		finally {
			house.parameter("pairing.activateAt", "SIGNING");
		}
	}

	@Test
	void aCeremonyHeldBeforeTheSignaturesIsNotMissed() {
		house.parameter("pairing.activateAt", "CEREMONY");
		try {
			String ent = house.enterprise(9);
			String number = this.story.toSigning("PG1", ent);
			this.pairings.ceremonyHeld(List.of(house.row(number).number()), this.story.today());
			this.story.sign(number, "PG1");
			this.story.sign(number, ent);
			assertThat(house.row(number).status()).isEqualTo(PairingStatus.IN_FORCE);
		}
		finally {
			house.parameter("pairing.activateAt", "SIGNING");
		}
	}

	@Test
	void aDissolvedOrganisationMakesTheCaseVoid() {
		String ent = house.enterprise(10);
		String number = this.story.toSigning("PG1", ent);
		house.transaction.executeWithoutResult((status) -> this.events.publishEvent(new OrganisationEnded(ent, null)));
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.VOID);
		assertThat(house.cases.get(number).outcome()).isEqualTo("VOID");
		assertThat(house.voided()).contains(house.row(number).number());
	}

	@Test
	void anotherPartnerTakesThePlaceOfTheFirstWhoSeesItNoMore() {
		String first = house.enterprise(11);
		String second = house.enterprise(12);
		String number = this.story.propose("PG1", first);
		this.story.decide("pe11.secretary", number, "task-counterpart-confirm", "DECLINE",
				Map.of("declineReason", "NO_CAPACITY"));
		this.story.decide("p.officer", number, "task-mediate", "REMATCH", Map.of("newPartner", second, "newLiaison",
				PairingTown.person("pe12.liaison"), "note", "经与双方沟通，改与另一企业结对。"));
		assertThat(house.row(number).enterpriseOrg()).isEqualTo(second);
		assertThat(house.cases.get(number).parties()).containsExactlyInAnyOrder("PG1", second);
		assertThat(house.cases.data(number)).doesNotContainKey("counterpartConfirm");
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> house.cases.visible(actor("pe11.secretary"), number));
		this.story.accept(number, second);
		assertThat(this.story.openSteps(number)).containsExactly("task-branch-resolution");
	}

	@Test
	void whatIsReturnedToTheProposerIsReservedAnewOnTheNextRound() {
		String ent = house.enterprise(13);
		String number = this.story.toReviews("PG1", ent);
		this.story.returnTo("p.officer", number, "task-officer-review", "task-correct");
		assertThat(this.story.openSteps(number)).containsExactly("task-correct");
		var data = new HashMap<>(this.story.proposal("PG1", ent));
		data.put("reason", "经修改：双方业务互补，支部组织生活可以共同开展。");
		this.story.decide("pg1.liaison", number, "task-correct", "RESUBMIT", data);
		this.story.accept(number, ent);
		this.story.resolve(number, "PG1");
		this.story.resolve(number, ent);
		this.story.draft(number, "PG1");
		assertThat(this.pairings.items(house.row(number))).hasSize(4)
			.extracting(ListItem::status)
			.doesNotContain(ListItem.Status.DROPPED);
	}

	@Test
	void peopleOfAnOrganisationSeeItsPairingsOnly() {
		String ent = house.enterprise(14);
		house.enterprise(15);
		String number = this.story.inForce("PG1", ent);
		String handle = house.row(number).number();
		assertThat(this.pairings.visible(actor("pe14.liaison"), handle).enterpriseOrg()).isEqualTo(ent);
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.pairings.visible(actor("pe15.liaison"), handle));
		assertThat(this.pairings.list(actor("pe15.liaison"), PairingFilter.ALL, null, 100).items()).isEmpty();
		assertThat(this.pairings.list(actor("pe14.liaison"), PairingFilter.ALL, null, 100).items())
			.extracting(Pairing::number)
			.containsExactly(handle);
		assertThat(this.matrices.of(actor("pe15.liaison"), "", "", "").cells()).isEmpty();
		assertThat(this.matrices.of(actor("pe14.liaison"), "", "", "").cells()).hasSize(1);
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	private static List<Object> together(List<Callable<Object>> calls) throws Exception {
		var pool = Executors.newFixedThreadPool(calls.size());
		try {
			var gate = new CyclicBarrier(calls.size());
			var outcomes = new ArrayList<Object>();
			var futures = calls.stream().map((call) -> pool.submit(() -> {
				gate.await();
				try {
					return call.call();
				}
				catch (RuntimeException refused) {
					return refused;
				}
			})).toList();
			for (var future : futures) {
				outcomes.add(future.get());
			}
			return outcomes;
		}
		finally {
			pool.shutdown();
		}
	}

}
