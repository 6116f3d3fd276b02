package org.gongjian.plaque;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.gongjian.pairing.PairingEnded;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Annual reviews, revocations and recalls as people go through them. */
@HouseTest
class ReviewJourneyTests {

	private static final int YEAR = 2026;

	private static int pairs = 700;

	@Autowired
	private BeanFactory house;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AnnualReviews reviews;

	@Autowired
	private ReviewTable reviewTable;

	@Autowired
	private Evaluations evaluations;

	@Autowired
	private Plaques plaques;

	@Autowired
	private PlaqueTable table;

	@Autowired
	private MeasureTable measures;

	@Autowired
	private PlaqueEligibility eligibility;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	private PlaqueTown town;

	private String key;

	private String pairing;

	private CaseWalk walk;

	@BeforeEach
	void aPairWithItsPlaques() {
		this.town = new PlaqueTown(this.jdbc);
		this.town.settle();
		this.key = String.valueOf(++pairs);
		this.pairing = this.town.pair(this.key);
		this.walk = new CaseWalk(this.house);
		plaque("G" + this.key, 1);
		plaque("E" + this.key, 2);
	}

	/** Walk-through 19. */
	@Test
	void aYearWithoutActivityIsRectifiedFailedHeardRevokedAppealedAndRecovered() {
		started();
		reviewSelves();
		assertThat(this.walk.data().get("scores").toString()).contains("criterion=RATING, computed=8.5");
		review(0, 25, "NONE");
		assertThat(state("G")).isEqualTo(PlaqueState.UNDER_RECTIFICATION);
		assertThat(this.walk.data()).containsEntry("groundCode", "NO_ACTIVITY");
		for (String who : List.of("s.g", "s.e")) {
			this.walk.decide(who + this.key, "task-rectify", "COMPLETE",
					Map.of("measures", List.of(Map.of("issue", "no activity", "action", "a visit is planned"))));
		}
		assertThat(this.walk.people("task-verify")).contains("q.officer2").doesNotContain("q.officer");
		assertThat(this.walk.data().get("verifications").toString()).contains("no activity");
		this.walk.decide("q.officer2", "task-verify", "FAIL",
				Map.of("visitDate", today().toString(), "verifications", List.of(seen("G"), seen("E"))));
		assertThat(state("E")).isEqualTo(PlaqueState.REVOKING);
		this.walk.decide("s.g" + this.key, "task-hear-recipient", "STATEMENT",
				Map.of("statement", "We were waiting for the firm all year."));
		this.walk.fire("timer-hearing");
		this.walk.decide("q.deputy", "task-decide", "REVOKE", Map.of("reasonCode", "NOT_RECTIFIED"));
		assertThat(this.walk.openSteps()).isEmpty();
		this.house.getBean(Appeals.class)
			.file(this.walk.actor("s.e" + this.key), number(2),
					new AppealForm(
							"The visit had been agreed for the week after, and nobody asked us about it in time."),
					List.of());
		assertThat(this.walk.people("task-appeal")).contains("q.discipline", "q.principal")
			.doesNotContain("q.deputy", "q.officer", "q.officer2");
		this.walk.decide("q.discipline", "task-appeal", "UPHOLD", Map.of())
			.decide("q.principal", "task-appeal", "UPHOLD", Map.of());
		this.walk.decide("q.officer", "task-recover", "REFUSED",
				Map.of("recoveries", List.of(fetched("G", 1, "RETURNED"), fetched("E", 2, "REFUSED")), "recoveryPhotos",
						List.of(this.walk.upload("q.officer", "plaque.png"))));
		this.walk.decide("q.supervision", "task-supervise", "INVALIDATED",
				Map.of("supervisionNote", "declared invalid in the paper"));
		assertThat(this.walk.file().outcome()).isEqualTo("RETIRED");
		assertThat(state("G")).isEqualTo(PlaqueState.RECALLED);
		assertThat(this.measures.ofPlaque(number(2))).singleElement().satisfies((measure) -> {
			assertThat(measure.recovery()).isEqualTo("INVALIDATED");
			assertThat(measure.appealDecision()).isEqualTo("UPHOLD");
			assertThat(measure.decidedBy()).isEqualTo("q.deputy");
		});
		assertThat(this.plaques.verify(number(1)).standing()).isEqualTo(Verification.Standing.NOT_IN_FORCE);
		assertThat(ask("E" + this.key).reason()).isEqualTo("REVOKED_RECENTLY");
		assertThat(this.reviewTable.ofPairing(this.pairing)).singleElement()
			.satisfies((one) -> assertThat(one.outcome()).isEqualTo("RETIRED"));
	}

	@Test
	void aGoodYearIsKeptAndSeenByBothSidesAndTheZoneOnly() {
		started();
		assertThat(this.walk.file().parties()).containsExactlyInAnyOrder("G" + this.key, "E" + this.key);
		this.walk.decide("l.g" + this.key, "task-self-review", "COMPLETE", selfReview(90));
		this.walk.fire("timer-self-review");
		this.walk.decide("q.officer2", "task-fill-self-review", "COMPLETE",
				Map.of("filledSummary", "x".repeat(60), "filledSource", "the visit"));
		review(4, 90, "NONE");
		assertThat(this.walk.file().outcome()).isEqualTo("KEPT");
		Evaluation one = this.evaluations.annual(this.pairing, YEAR).orElseThrow();
		assertThat(one.total()).isEqualByComparingTo(new BigDecimal("90.0"));
		assertThat(one.band()).isEqualTo(Evaluation.Grade.EXCELLENT);
		assertThat(this.evaluations.scores(one)).hasSize(6);
		for (String who : List.of("s.g" + this.key, "l.e" + this.key, "q.officer")) {
			assertThat(this.evaluations.visible(this.walk.actor(who), one.id())).isEqualTo(one);
		}
		String other = String.valueOf(++pairs);
		this.town.pair(other);
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.evaluations.visible(this.walk.actor("s.e" + other), one.id()));
		assertThat(this.evaluations.list(this.walk.actor("s.e" + other), EvaluationFilter.ALL, null, 10).items())
			.isEmpty();
	}

	@Test
	void theReviewFormRefusesWhatTheSchemeForbids() {
		started();
		reviewSelves();
		Map<String, Object> wrong = new java.util.HashMap<>(points(1, 50, "NONE"));
		wrong.put("scores", List.of(Map.of("criterion", "RATING", "computed", "8.5", "points", 11, "reason", "x"),
				Map.of("criterion", "MEETINGS", "points", 4)));
		wrong.put("bonus", 6);
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.walk.decide("q.officer", "task-review", "COMPLETE", wrong))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("plaque.violation.points", "plaque.violation.reason", "plaque.violation.most",
						"form.violation.min-rows"));
	}

	@Test
	void onlyAShareOfAYearIsExcellent() {
		int year = 2031 + pairs;
		List<Evaluation> entered = new ArrayList<>();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			for (int i = 0; i < 4; i++) {
				this.reviewTable.take("JT-SHARE-" + year + i, year);
				entered.add(this.evaluations.enter(
						new Evaluation(UUID.randomUUID(), "JT-SHARE-" + year + i, "G" + this.key, "E" + this.key, year,
								Evaluations.ANNUAL, null, "ND-" + year + i, BigDecimal.ZERO, BigDecimal.ZERO,
								BigDecimal.valueOf(91 + i), Evaluation.Grade.EXCELLENT, Evaluation.Grade.EXCELLENT,
								"NONE", 3, "remark", "q.officer", java.time.Instant.parse("2026-12-01T00:00:00Z")),
						List.of()));
			}
		});
		assertThat(entered).extracting((one) -> this.evaluations.annual(one.pairing(), year).orElseThrow().grade())
			.containsExactly(Evaluation.Grade.GOOD, Evaluation.Grade.GOOD, Evaluation.Grade.GOOD,
					Evaluation.Grade.EXCELLENT);
	}

	@Test
	void twoNodesStartOneReview() throws Exception {
		Callable<Boolean> node = () -> this.reviews.start(this.pairing, YEAR);
		var pool = Executors.newFixedThreadPool(2);
		try {
			var results = pool.invokeAll(List.of(node, node));
			assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
		finally {
			pool.shutdown();
		}
		assertThat(this.reviews.start(this.pairing, YEAR)).isFalse();
		assertThat(cases("plaque-annual-review")).hasSize(1);
	}

	@Test
	void aPairingThatEndsClosesItsReviewAndRecallsThePlaques() {
		started();
		String review = this.walk.number();
		ended();
		assertThat(this.walk.file().outcome()).isEqualTo("PAIRING_ENDED");
		assertThat(this.reviewTable.ofPairing(this.pairing)).singleElement()
			.satisfies((one) -> assertThat(one.open()).isFalse());
		assertThat(state("G")).isEqualTo(PlaqueState.EXPIRED);
		String recall = this.measures.ofPlaque(number(1)).get(0).caseNumber();
		assertThat(recall).isNotEqualTo(review);
		this.walk.follow(recall);
		assertThat(this.walk.openSteps()).containsExactly("task-recover");
		List<Map<String, Object>> incomplete = List.of(fetched("G", 1, "RETURNED"));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(
					() -> this.walk.decide("q.officer", "task-recover", "RECOVERED", Map.of("recoveries", incomplete)))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("plaque.violation.every-plaque", "plaque.violation.proof"));
		this.walk.decide("q.officer", "task-recover", "RECOVERED",
				Map.of("recoveries", List.of(fetched("G", 1, "RETURNED"), fetched("E", 2, "LOST")), "recoveryPhotos",
						List.of(this.walk.upload("q.officer", "plaque.png")), "lossDeclarations",
						List.of(this.walk.upload("q.officer", "loss.pdf"))));
		assertThat(this.walk.file().outcome()).isEqualTo("RETIRED");
		assertThat(state("G")).isEqualTo(PlaqueState.RECALLED);
		assertThat(state("E")).isEqualTo(PlaqueState.LOST);
		assertThat(ask("E" + this.key).reason()).isNotEqualTo("REVOKED_RECENTLY");
	}

	@Test
	void aLostPlaqueIsReplacedByOneWithANewNumber() {
		String holder = "s.e" + this.key;
		Map<String, Object> request = Map.of("awardType", "REPLACE", "plaque", number(2), "cause", "LOST", "happenedOn",
				today().toString(), "causeFiles", List.of(this.walk.upload(holder, "declaration.pdf")));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.walk.open(Award.PROCESS, "s.g" + this.key, request));
		this.walk.open(Award.PROCESS, holder, request);
		assertThat(this.walk.file().parties()).containsExactly("E" + this.key);
		this.walk.decide("q.discipline", "task-check-replacement", "PASS",
				Map.of("causeProved", true, "replaceFree", true));
		assertThat(this.walk.openSteps()).containsExactly("task-produce");
		Plaque old = this.table.find(number(2)).orElseThrow();
		assertThat(old.state()).isEqualTo(PlaqueState.LOST);
		assertThat(old.replacedBy()).startsWith("DJGJ-");
		assertThat(this.table.find(old.replacedBy()).orElseThrow().validTo()).isEqualTo(old.validTo());
		this.house.getBean(org.gongjian.approval.Requests.class)
			.withdraw(this.walk.actor(holder), this.walk.number(), "it was found again");
		assertThat(state("E")).isEqualTo(PlaqueState.VALID);
		assertThat(this.table.find(number(2)).orElseThrow().replacedBy()).isNull();
	}

	@Test
	void plaquesNearTheirEndAreProposedForRenewalOnceAndScored() {
		this.jdbc.sql("update plaque set valid_to = :to where pairing = :pairing")
			.param("to", today().plusDays(60))
			.param("pairing", this.pairing)
			.update();
		this.jdbc.sql("update pairing set term_end = :to where number = :pairing")
			.param("to", today().plusDays(60))
			.param("pairing", this.pairing)
			.update();
		this.house.getBean(PlaqueRenewals.class).look();
		this.house.getBean(PlaqueRenewals.class).look();
		List<String> renewals = cases(Award.PROCESS);
		assertThat(renewals).hasSize(1);
		this.walk.follow(renewals.get(0));
		assertThat(this.walk.openSteps()).containsExactly("task-prepare-batch");
		assertThat(this.walk.data()).containsEntry("awardType", "RENEW").containsEntry("publicNotice", true);
		assertThat(LocalDate.parse(this.walk.data().get("validTo").toString())).isAfter(today().plusDays(60));
		assertThat(new Award(null, null, this.walk.data()).rows("recipients")).hasSize(2)
			.allSatisfy((row) -> assertThat(row).containsEntry("verdict", "KEEP")
				.containsEntry("result", "CONDITIONAL")
				.containsEntry("reason", "FEW_ACTIVITIES"));
	}

	@Test
	void aBreachOnRecordBarsFromAPlaque() {
		this.jdbc.sql("""
				insert into breach (id, organisation, kind, found_on, source, recorded_by, recorded_at, version)
				values (:id, :organisation, 'ACCIDENT', date '2026-01-05', 'test', 'test', current_timestamp, 0)
				""").param("id", UUID.randomUUID()).param("organisation", "E" + this.key).update();
		assertThat(ask("E" + this.key).reason()).isEqualTo("SERIOUS_VIOLATION");
		assertThat(ask("G" + this.key).reason()).isEqualTo("ALREADY_HELD");
	}

	@Test
	void aRevocationThatIsWithdrawnLeavesThePlaqueAsItWas() {
		this.walk.open(Award.PROCESS, "q.discipline", Map.of("awardType", "REVOKE", "ground", "FALSE_RECORDS",
				"groundText", "The minutes were made up.", "takenBack", List.of(Map.of("plaque", number(2)))));
		assertThat(state("E")).isEqualTo(PlaqueState.REVOKING);
		assertThat(this.walk.file().parties()).containsExactly("E" + this.key);
		this.house.getBean(org.gongjian.approval.Requests.class)
			.withdraw(this.walk.actor("q.discipline"), this.walk.number(), "it was a mistake");
		assertThat(state("E")).isEqualTo(PlaqueState.VALID);
		assertThat(this.measures.ofPlaque(number(2))).extracting(Measure::outcome).containsExactly("ABANDONED");
	}

	// What people do and find.

	private void started() {
		assertThat(this.reviews.start(this.pairing, YEAR)).isTrue();
		this.walk.follow(this.reviewTable.ofPairing(this.pairing).get(0).caseNumber());
	}

	private void reviewSelves() {
		this.walk.decide("l.g" + this.key, "task-self-review", "COMPLETE", selfReview(80))
			.decide("l.e" + this.key, "task-self-review", "COMPLETE", selfReview(90));
	}

	private static Map<String, Object> selfReview(int rating) {
		return Map.of("summary", "We met twice and talked about much, but nothing came of it in the end.",
				"partnerRating", rating, "wishRenew", "YES");
	}

	private void review(int activities, int percent, String violation) {
		this.walk.decide("q.officer", "task-review", "COMPLETE", points(activities, percent, violation));
	}

	/** So many per cent of every weight, the pairing's own criteria as computed. */
	private Map<String, Object> points(int activities, int percent, String violation) {
		var rows = new ArrayList<Map<String, Object>>();
		new Award(null, null, this.walk.data()).rows("scores").forEach((row) -> {
			int weight = this.evaluations.weights()
				.get(org.gongjian.pairing.Measured.Criterion.valueOf(Award.text(row, "criterion")));
			row.put("points", (activities == 0) ? weight * 0.8 : weight * percent / 100.0);
			row.put("reason", "seen in the files");
			rows.add(row);
		});
		return Map.of("scores", rows, "bonus", 0, "deduction", 0, "activitiesHeld", activities, "violationCode",
				violation, "remark", "The year as a whole was like this.");
	}

	private Map<String, Object> seen(String side) {
		return Map.of("organisation", side + this.key, "issue", "no activity", "found", "NOT_OK");
	}

	private Map<String, Object> fetched(String side, int which, String result) {
		return Map.of("plaque", number(which), "organisation", side + this.key, "result", result, "recoveredOn",
				today().toString());
	}

	private void ended() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("update pairing set status = 'TERMINATED', open_pair = null where number = :number")
				.param("number", this.pairing)
				.update();
			this.events.publishEvent(new PairingEnded(this.pairing, "G" + this.key, "E" + this.key,
					PairingEnded.Reason.MUTUAL, List.of()));
		});
	}

	private void plaque(String organisation, int which) {
		this.table.insert(new Plaque(UUID.randomUUID(), null, organisation, new Bilingual(organisation, organisation),
				this.pairing, number(which), "党建共建单位", "x", PlaqueState.VALID, LocalDate.of(2024, 1, 1),
				LocalDate.of(2099, 1, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), "OFFICE", null, null,
				null));
	}

	private String number(int which) {
		return "DJGJ-2018-" + this.key + which;
	}

	private PlaqueState state(String side) {
		return this.table.find(number(side.equals("G") ? 1 : 2)).orElseThrow().state();
	}

	private Eligible ask(String organisation) {
		return new TransactionTemplate(this.transactions)
			.execute((status) -> this.eligibility.ask("NEW", organisation, this.pairing, "党建共建单位", null));
	}

	private List<String> cases(String process) {
		return this.jdbc.sql("""
				select c.number from case_file c join case_party p on p.case_id = c.id
				where c.process = :process and p.org = :organisation
				""").param("process", process).param("organisation", "G" + this.key).query(String.class).list();
	}

	private static LocalDate today() {
		return LocalDate.now(Time.OFFICE);
	}

}
