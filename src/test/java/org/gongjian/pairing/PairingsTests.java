package org.gongjian.pairing;

import java.util.Map;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.identity.ActorSource;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A pairing from its proposal into force, through every room and the engine. */
@HouseTest
class PairingsTests {

	private static JdbcClient last;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AutowireCapableBeanFactory beans;

	private PairingStory story;

	@Autowired
	private Pairings pairings;

	@Autowired
	private Cases cases;

	@Autowired
	private Attachments attachments;

	@Autowired
	private ActorSource actors;

	@BeforeEach
	void aTown() {
		last = this.jdbc;
		new PairingTown(this.jdbc).settle();
		this.story = this.beans.createBean(PairingStory.class);
	}

	@AfterAll
	static void theTownIsLeft() {
		new PairingTown(last).leave();
	}

	private String enterprise(String code) {
		new PairingTown(this.jdbc).enterprise(code);
		return code;
	}

	@Test
	void aPairingGoesFromItsProposalIntoForce() {
		String ent = enterprise("PE1");
		String number = this.story.toReviews("PG1", ent);
		assertThat(this.story.openSteps(number)).containsExactly("task-integrity-check", "task-officer-review");
		assertThat(row(number).status()).isEqualTo(PairingStatus.UNDER_REVIEW);
		this.story.check(number);
		this.story.review(number);
		this.story.headReview(number);
		this.story.approve(number);
		assertThat(row(number).status()).isEqualTo(PairingStatus.APPROVED);
		assertThat(row(number).number()).matches("JD-\\d{4}-\\d{3}");
		assertThat(row(number).keyPair()).isTrue();
		this.story.sign(number, "PG1");
		this.story.sign(number, ent);
		Pairing pairing = row(number);
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
		CaseFile file = this.cases.get(number);
		assertThat(file.status()).isEqualTo("completed");
		assertThat(file.outcome()).isEqualTo("IN_FORCE");
		assertThat(file.title().zh()).isEqualTo("测试PG1党支部 · 测试PE1党支部");
		assertThat(this.pairings.inForce("PG1")).contains(pairing);
	}

	private Pairing row(String caseNumber) {
		return this.pairings.ofCase(caseNumber).orElseThrow();
	}

}
