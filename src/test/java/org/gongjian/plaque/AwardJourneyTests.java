package org.gongjian.plaque;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Requests;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Definitions;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.ActorSource;
import org.gongjian.inbox.Register;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.pairing.PairingEffective;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Awards as people go through them: forms, rules, steps, registers, with the real engine.
 */
@HouseTest
class AwardJourneyTests {

	private static int pairs = 100;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private List<Register> registers;

	@Autowired
	private Definitions definitions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Forms forms;

	@Autowired
	private FormSessions sessions;

	@Autowired
	private Requests requests;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Desk desk;

	@Autowired
	private Cases cases;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Plaques plaques;

	@Autowired
	private PlaqueTable table;

	@Autowired
	private BatchTable batches;

	@Autowired
	private Ceremonies ceremonies;

	@Autowired
	private NoticeTable notices;

	@Autowired
	private Notices noticeBoard;

	@Autowired
	private EarlyAwards earlyAwards;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	private PlaqueTown town;

	private String number;

	private final List<String> organisations = new ArrayList<>();

	private final Map<String, String> pairings = new HashMap<>();

	@BeforeEach
	void aTown() {
		this.town = new PlaqueTown(this.jdbc);
		this.town.settle();
	}

	@Test
	void aBatchIsCollectedApprovedNumberedHandedOverAtTheCeremonyAndVerifiesPublicly() {
		pair(1);
		effective();
		assertThat(this.batches.waiting()).extracting(BatchTable.Waiting::organisation).containsAll(this.organisations);
		UUID ceremony = ceremony(20);
		start(ceremony);
		assertThat(this.batches.waiting()).extracting(BatchTable.Waiting::organisation)
			.doesNotContainAnyElementsOf(this.organisations);
		assertThat(file().parties()).containsAll(this.organisations);
		approve(ceremony, false);
		String first = sheet().get(0);
		assertThat(first).matches("DJGJ-[0-9]{4}-[0-9]{3}");
		assertThat(this.plaques.verify(first).standing()).isEqualTo(Verification.Standing.NOT_IN_FORCE);
		produce();
		assertThat(openSteps()).isEmpty();
		var atTheSameTime = CompletableFuture
			.supplyAsync(() -> this.ceremonies.handOver(actor("q.officer2"), ceremony));
		var told = this.ceremonies.handOver(actor("q.officer"), ceremony);
		assertThat(told).singleElement().extracting(Delivery::outcome).isEqualTo("DELIVERED");
		assertThat(atTheSameTime.join()).isEqualTo(told);
		assertThat(this.ceremonies.handOver(actor("q.officer"), ceremony)).isEqualTo(told);
		receive(this.organisations);
		assertThat(this.plaques.verify(first.toLowerCase()).standing()).isEqualTo(Verification.Standing.IN_FORCE);
		assertThat(this.plaques.verify(first).since()).isEqualTo(today());
		this.organisations.forEach(this::hang);
		decide("q.archivist", "task-archive", "COMPLETE", Map.of("retention", "30Y", "ledgerChecked", true));
		assertThat(file().outcome()).isEqualTo("VALID");
		assertThat(states()).containsOnly(PlaqueState.VALID);
		assertThat(this.registers).filteredOn((one) -> one.name().equals("archive"))
			.singleElement()
			.satisfies((archive) -> assertThat(archive.find(actor("q.archivist"), file().number()).orElseThrow())
				.containsEntry("retention", "30Y"));
	}

	/** Walk-through 17: a batch of 10 recipients, the ceremony is postponed. */
	@Test
	void aPostponedCeremonyTurnsIntoSingleHandOversAfterThirtyDays() {
		for (int i = 0; i < 5; i++) {
			pair(1);
		}
		UUID ceremony = ceremony(20);
		start(ceremony);
		approve(ceremony, false);
		assertThat(sheet()).hasSize(10).doesNotHaveDuplicates();
		produce();
		assertThat(openSteps()).isEmpty();
		fire("timer-ceremony");
		assertThat(openSteps()).hasSize(10).containsOnly("task-handover");
		receive(this.organisations);
		assertThat(openSteps()).containsOnly("task-hang-confirm");
	}

	/** Walk-through 18: an objection during the notice is upheld for one recipient. */
	@Test
	void onlyTheRecipientOfAnUpheldObjectionIsDropped() {
		pair(2);
		start(null);
		approve(null, true);
		Notice notice = notice();
		assertThat(notice.recipients()).containsAll(this.organisations);
		String about = this.organisations.get(1);
		Objection objection = this.noticeBoard.object(actor("s." + this.organisations.get(0).toLowerCase()),
				notice.id(),
				new ObjectionForm(about, true, null, "13800000000", "This organisation charges a fee for the plaque."),
				List.of());
		assertThat(this.cases.data(this.number).get("objections").toString()).contains(about)
			.doesNotContain("13800000000");
		fire("timer-notice");
		assertThat(openSteps()).containsExactly("task-objection");
		decide("q.head", "task-objection", "UPHELD", Map.of("objection", objection.id().toString(), "findings",
				"The fee was found in the books of the year."));
		assertThat(openSteps()).containsExactly("task-produce");
		assertThat(state(about)).isEqualTo(PlaqueState.NOT_AWARDED);
		assertThat(sheet()).hasSize(this.organisations.size() - 1);
	}

	@Test
	void anObjectionAfterTheNoticeStopsNothingAndIsToldToTheReviewers() {
		pair(1);
		start(null);
		approve(null, true);
		Notice notice = notice();
		fire("timer-notice");
		this.jdbc.sql("update public_notice set closes_at = opened_at where id = :id")
			.param("id", notice.id())
			.update();
		assertThat(this.noticeBoard
			.object(actor("q.officer"), notice.id(),
					new ObjectionForm(this.organisations.get(0), true, null, null, "Late, and long enough."), List.of())
			.late()).isTrue();
		assertThat(openSteps()).containsExactly("task-produce");
		assertThat(this.cases.data(this.number)).doesNotContainKey("objections");
		assertThat(this.jdbc.sql("select count(*) from case_copy where case_number = :number")
			.param("number", this.number)
			.query(Integer.class)
			.single()).isPositive();
		long told = bells();
		assertThat(told).isPositive();
		this.noticeBoard.object(actor("q.deputy"), notice.id(),
				new ObjectionForm(this.organisations.get(0), true, null, null, "Another one, and long enough."),
				List.of());
		assertThat(bells()).isEqualTo(2 * told);
	}

	private long bells() {
		return this.jdbc.sql("select count(*) from notification where case_number = :number and kind = 'COPY'")
			.param("number", this.number)
			.query(Long.class)
			.single();
	}

	@Test
	void aYearBeforeThePairingBeganIsNotReviewed() {
		pair(1);
		Actor officer = actor("q.officer");
		FormContext context = FormContext.start(officer, AnnualReviews.PROCESS,
				this.forms.catalogue(this.definitions.newest(AnnualReviews.PROCESS).orElseThrow().id()));
		for (int year : List.of(2021, today().getYear() + 1)) {
			Map<String, Object> data = Map.of("pairing", this.pairings.get(this.organisations.get(0)), "reviewYear",
					year);
			assertThatExceptionOfType(InvalidInput.class)
				.isThrownBy(() -> this.sessions.fill(context, data, Answer.of(null, null, data)))
				.satisfies((invalid) -> assertThat(invalid.violations()).singleElement()
					.satisfies((one) -> assertThat(one.code()).isEqualTo("plaque.violation.review-year")));
		}
	}

	@Test
	void anOrganisationThatHoldsAPlaqueIsIneligibleAndMustBeDropped() {
		pair(1);
		String holder = this.organisations.get(0);
		this.table.insert(new Plaque(UUID.randomUUID(), null, holder, file(holder), null, "DJGJ-2019-" + pairs,
				"党建共建单位", "x", PlaqueState.VALID, LocalDate.of(2024, 1, 1), LocalDate.of(2099, 1, 1), null, null, null,
				null, null, null));
		start(null);
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("q.officer", "task-prepare-batch", "SUBMIT", prepared(null, false)))
			.satisfies((invalid) -> assertThat(invalid.violations())
				.anyMatch((violation) -> violation.code().equals("plaque.violation.ineligible")));
		Map<String, Object> prepared = prepared(null, false);
		prepared.put("recipients",
				List.of(row(holder, "DROP", "holds one"), row(this.organisations.get(1), "KEEP", null)));
		decide("q.officer", "task-prepare-batch", "SUBMIT", prepared);
		assertThat(state(holder)).isEqualTo(PlaqueState.NOT_AWARDED);
	}

	@Test
	void theFormsRefuseWhatTheRulesForbid() {
		pair(1);
		start(null);
		Map<String, Object> wrong = prepared(null, false);
		wrong.putAll(Map.of("plaqueText", "先进单位", "unitCost", 301, "validTo", today().plusMonths(40).toString()));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("q.officer", "task-prepare-batch", "SUBMIT", wrong))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("field")
				.contains("otherTextReason", "unitCost", "validTo"));
		decide("q.officer", "task-prepare-batch", "SUBMIT", prepared(null, false));
		Map<String, Object> check = checklist();
		check.put("complianceRows", List.of(Map.of("organisation", this.organisations.get(0), "verdict", "DROP")));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("q.discipline", "task-compliance-check", "PASS", check))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("plaque.violation.reason", "plaque.violation.everybody"));
	}

	@Test
	void complianceAndApprovalDropRecipientsOneByOne() {
		pair(2);
		start(null);
		decide("q.officer", "task-prepare-batch", "SUBMIT", prepared(null, false));
		Map<String, Object> check = checklist();
		check.put("complianceRows", List.of(verdict(0, "DROP", "wall limit"), verdict(1, "PASS", null),
				verdict(2, "PASS", null), verdict(3, "PASS", null)));
		decide("q.discipline", "task-compliance-check", "PASS", check);
		decide("q.deputy", "task-approve", "APPROVE_PARTLY",
				Map.of("approvedRows", List.of(approved(1, "NO"), approved(2, "YES"), approved(3, "YES"))));
		assertThat(states()).containsExactly(PlaqueState.NOT_AWARDED, PlaqueState.NOT_AWARDED, PlaqueState.NUMBERED,
				PlaqueState.NUMBERED);
		assertThat(sheet()).hasSize(2);
	}

	@Test
	void anEvaluativeAwardNeedsThePrincipalLeaderWithMinutes() {
		pair(1);
		start(null);
		Map<String, Object> prepared = prepared(null, false);
		prepared.put("isEvaluative", true);
		decide("q.officer", "task-prepare-batch", "SUBMIT", prepared);
		decide("q.discipline", "task-compliance-check", "PASS", checked());
		assertThat(openSteps()).containsOnly("task-score").hasSizeBetween(3, 5);
		fire("timer-score");
		assertThat(this.cases.data(this.number)).containsEntry("panelNote", "TOO_FEW");
		assertThat(open("task-approve").slot()).isEqualTo("wc-secretary");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("q.principal", "task-approve", "APPROVE", Map.of()));
		decide("q.principal", "task-approve", "APPROVE",
				Map.of("meetingDate", today().toString(), "minutesNo", "[2026] 7"));
		assertThat(openSteps()).containsExactly("task-produce");
	}

	@Test
	void twoReworksAreEnoughAndStoppingVoidsTheNumbers() {
		pair(1);
		start(null);
		approve(null, false);
		List<String> numbers = sheet();
		for (int i = 0; i < 2; i++) {
			make();
			decide("q.officer2", "task-inspect", "REWORK", Map.of("defect", "a wrong character"));
		}
		make();
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("q.officer2", "task-inspect", "REWORK", Map.of("defect", "a wrong character")));
		decide("q.officer2", "task-inspect", "ESCALATE", Map.of("defect", "a wrong character"));
		decide("q.head", "task-settle-defect", "STOP", Map.of());
		assertThat(file().outcome()).isEqualTo("STOPPED");
		assertThat(states()).containsOnly(PlaqueState.VOID);
		assertThat(this.jdbc.sql("select count(*) from voided_number where number in (:numbers)")
			.param("numbers", numbers)
			.query(Integer.class)
			.single()).isEqualTo(numbers.size());
		assertThat(this.batches.waiting()).extracting(BatchTable.Waiting::organisation).containsAll(this.organisations);
	}

	@Test
	void whoOrderedThePlaquesDoesNotInspectThem() {
		pair(1);
		start(null);
		approve(null, false);
		make();
		assertThat(this.desk.people(open("task-inspect"))).doesNotContain("q.officer").contains("q.officer2");
	}

	@Test
	void theInitiatorTakesANumberedBatchBack() {
		pair(1);
		start(null);
		approve(null, false);
		this.requests.withdraw(actor("q.officer"), this.number, "the programme has changed");
		assertThat(file().outcome()).isEqualTo("WITHDRAWN");
		assertThat(states()).containsOnly(PlaqueState.VOID);
	}

	@Test
	void absentAndRefusingRecipientsAreSortedOut() {
		pair(2);
		start(null);
		approve(null, false);
		produce();
		String absent = this.organisations.get(0);
		String refusing = this.organisations.get(1);
		handOver(absent, "ABSENT", Map.of("appointmentOn", today().plusDays(3).toString()));
		handOver(refusing, "REFUSED", Map.of("refusalReason", "no wall to hang it on"));
		receive(this.organisations.subList(2, 4));
		assertThat(openSteps()).isEmpty();
		assertThat(state(refusing)).isEqualTo(PlaqueState.VOID);
		fire("timer-appointment");
		assertThat(openSteps()).containsExactly("task-handover");
		receive(List.of(absent));
		assertThat(openSteps()).hasSize(3).containsOnly("task-hang-confirm");
		hang(absent);
		fire("timer-hang-reminder");
		fire("timer-hang-overdue");
		assertThat(openSteps()).containsExactly("task-visit");
		List<String> silent = this.organisations.subList(2, 4);
		decide("q.officer", "task-visit", "COMPLETE",
				Map.of("visitedOn", today().toString(), "visits",
						List.of(Map.of("organisation", silent.get(0), "found", "HUNG", "hangPlace", "OFFICE"),
								Map.of("organisation", silent.get(1), "found", "NOT_HUNG"))));
		assertThat(state(silent.get(0))).isEqualTo(PlaqueState.VALID);
		assertThat(state(silent.get(1))).isEqualTo(PlaqueState.HANDED_OVER);
		assertThat(openSteps()).containsExactly("task-archive");
	}

	@Test
	void anOrganisationThatIsDissolvedLeavesTheBatchAndTheOthersGoOn() {
		pair(1);
		start(null);
		approve(null, false);
		String gone = this.organisations.get(1);
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new OrganisationEnded(gone, null)));
		assertThat(state(gone)).isEqualTo(PlaqueState.VOID);
		assertThat(openSteps()).containsExactly("task-produce");
		make(1);
		assertThat(openSteps()).containsExactly("task-inspect");
	}

	@Test
	void whoWaitsIsProposedByItselfBeforeACeremony() {
		pair(1);
		effective();
		UUID ceremony = ceremony(5);
		this.earlyAwards.look();
		this.earlyAwards.look();
		this.number = this.batches.ofCeremony(ceremony).get(0).caseNumber();
		assertThat(this.batches.ofCeremony(ceremony)).hasSize(1);
		assertThat(openSteps()).containsExactly("task-prepare-batch");
		assertThat(file().initiator()).isEqualTo("system");
	}

	@Test
	void enterprisePeopleSeeOnlyTheirOwnPlaques() {
		pair(2);
		start(null);
		approve(null, false);
		String own = this.organisations.get(1);
		var seen = this.plaques.list(actor("s." + own.toLowerCase()), PlaqueFilter.ALL, null, 100).items();
		assertThat(seen).extracting(Plaque::organisation).containsOnly(own);
		assertThat(this.plaques.list(actor("q.officer"), PlaqueFilter.ALL, null, 2).next()).isNotNull();
	}

	// What people do.

	private void pair(int count) {
		for (int i = 0; i < count; i++) {
			String key = String.valueOf(++pairs);
			String pairing = this.town.pair(key);
			this.organisations.addAll(List.of("G" + key, "E" + key));
			this.pairings.put("G" + key, pairing);
			this.pairings.put("E" + key, pairing);
		}
		this.organisations.sort(String::compareTo);
	}

	private void effective() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.pairings.values()
			.stream()
			.distinct()
			.forEach((pairing) -> this.events
				.publishEvent(new PairingEffective(pairing, "G" + key(pairing), "E" + key(pairing), true))));
	}

	private static String key(String pairing) {
		return pairing.substring(pairing.lastIndexOf('-') + 1);
	}

	private UUID ceremony(int days) {
		return this.ceremonies.plan(actor("q.officer"),
				new CeremonyForm("Ceremony", null, today().plusDays(days).toString(), null));
	}

	private void start(UUID ceremony) {
		Map<String, Object> data = new HashMap<>();
		data.put("awardType", "NEW");
		data.put("ceremony", (ceremony == null) ? null : ceremony.toString());
		data.put("recipients",
				this.organisations.stream()
					.map((code) -> Map.of("organisation", code, "pairing", this.pairings.get(code)))
					.toList());
		Actor officer = actor("q.officer");
		FormContext context = FormContext.start(officer, Award.PROCESS,
				this.forms.catalogue(this.definitions.newest(Award.PROCESS).orElseThrow().id()));
		this.number = this.requests.open(this.sessions.fill(context, data, Answer.of(null, null, data))).number();
	}

	private Map<String, Object> prepared(UUID ceremony, boolean publicNotice) {
		Map<String, Object> data = new HashMap<>();
		data.put("plaqueText", "党建共建单位");
		data.put("issuer", "湘潭高新区党工委");
		data.put("basisNo", "[2024] 1");
		data.put("basisDoc", List.of(file("q.officer", "basis.pdf")));
		data.put("isEvaluative", false);
		data.put("material", "STEEL");
		data.put("size", "600X400");
		data.put("unitCost", 120);
		data.put("validFrom", today().toString());
		data.put("validTo", today().plusMonths(12).toString());
		data.put("ceremony", (ceremony == null) ? null : ceremony.toString());
		data.put("publicNotice", publicNotice);
		data.put("recipients", this.organisations.stream().map((code) -> row(code, "KEEP", null)).toList());
		return data;
	}

	private Map<String, Object> row(String code, String verdict, String note) {
		Map<String, Object> row = new HashMap<>();
		row.put("organisation", code);
		row.put("pairing", this.pairings.get(code));
		row.put("verdict", verdict);
		row.put("note", note);
		return row;
	}

	private static Map<String, Object> checklist() {
		Map<String, Object> data = new HashMap<>();
		for (String item : List.of("issuerAuthorised", "textListed", "noFee", "noDouble", "wallLimitKept",
				"noViolation", "noCompetition")) {
			data.put(item, true);
		}
		return data;
	}

	private Map<String, Object> checked() {
		Map<String, Object> data = checklist();
		data.put("complianceRows",
				this.organisations.stream().map((code) -> Map.of("organisation", code, "verdict", "PASS")).toList());
		return data;
	}

	private Map<String, Object> verdict(int at, String verdict, String reason) {
		Map<String, Object> row = new HashMap<>();
		row.put("organisation", this.organisations.get(at));
		row.put("verdict", verdict);
		row.put("reason", reason);
		return row;
	}

	private Map<String, Object> approved(int at, String approved) {
		return Map.of("organisation", this.organisations.get(at), "approved", approved, "reason", "as discussed");
	}

	private void approve(UUID ceremony, boolean publicNotice) {
		decide("q.officer", "task-prepare-batch", "SUBMIT", prepared(ceremony, publicNotice));
		decide("q.discipline", "task-compliance-check", "PASS", checked());
		decide("q.deputy", "task-approve", "APPROVE", Map.of());
	}

	private void make() {
		make(sheet().size());
	}

	private void make(int quantity) {
		decide("q.officer", "task-produce", "COMPLETE",
				Map.of("proofFile", List.of(file("q.officer", "proof.pdf")), "textChecked", true, "supplier",
						"Workshop", "cost", 200, "qty", quantity, "deliveredOn", today().toString()));
	}

	private void produce() {
		make();
		decide("q.officer2", "task-inspect", "ACCEPT", Map.of("nameCorrect", true, "numberCorrect", true, "noTypos",
				true, "inspectionPhoto", List.of(file("q.officer2", "photo.png"))));
	}

	private void receive(List<String> codes) {
		List.copyOf(codes)
			.forEach((code) -> handOver(code, "RECEIVED", Map.of("receivedOn", today().toString(), "receiver",
					this.town.person("s." + code.toLowerCase()), "condition", "OK")));
	}

	private void handOver(String code, String decision, Map<String, Object> data) {
		decide("s." + code.toLowerCase(), code, "task-handover", decision, data);
	}

	private void hang(String code) {
		String liaison = "l." + code.toLowerCase();
		decide(liaison, code, "task-hang-confirm", "COMPLETE", Map.of("hangPlace", "ACTIVITY_ROOM", "hungOn",
				today().toString(), "photo", List.of(file(liaison, "wall.png"))));
	}

	private String file(String username, String name) {
		byte[] bytes = name.endsWith(".pdf") ? "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII)
				: Base64.getDecoder().decode(QrCode.image("a wall").split(",")[1]);
		return this.attachments.store(actor(username), new ByteArrayInputStream(bytes), name, Optional.empty())
			.id()
			.toString();
	}

	private Decided decide(String username, String step, String decision, Map<String, Object> data) {
		return decide(username, null, step, decision, data);
	}

	private Decided decide(String username, String code, String step, String decision, Map<String, Object> data) {
		Actor actor = actor(username);
		WorkItem item = this.desk.openTasks(file())
			.stream()
			.filter((open) -> open.step().equals(step) && (code == null || open.slot().endsWith("@" + code)))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open but " + openSteps()));
		Filled filled = this.sessions.fill(this.desk.context(actor, item), data,
				Answer.of(decision, "because it is right", Map.of("coiDeclared", "true")));
		return this.decisions.decide(actor, item.id(), filled, null);
	}

	private void fire(String timer) {
		Job job = this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(file().instance())
			.activityId(timer)
			.singleResult();
		assertThat(job).as(timer).isNotNull();
		this.engine.getManagementService().executeJob(job.getId());
	}

	// What they find.

	private CaseFile file() {
		return this.cases.get(this.number);
	}

	private static org.gongjian.shared.Bilingual file(String code) {
		return new org.gongjian.shared.Bilingual(code, code);
	}

	private WorkItem open(String step) {
		return this.desk.openTasks(file())
			.stream()
			.filter((item) -> item.step().equals(step))
			.findFirst()
			.orElseThrow();
	}

	private List<String> openSteps() {
		return this.desk.openTasks(file()).stream().map(WorkItem::step).toList();
	}

	private List<Plaque> plaquesOfCase() {
		return this.table.ofBatch(this.batches.ofCase(this.number).orElseThrow().id());
	}

	private List<PlaqueState> states() {
		return plaquesOfCase().stream().map(Plaque::state).toList();
	}

	private PlaqueState state(String organisation) {
		return plaquesOfCase().stream()
			.filter((plaque) -> plaque.organisation().equals(organisation))
			.map(Plaque::state)
			.findFirst()
			.orElseThrow();
	}

	private List<String> sheet() {
		return plaquesOfCase().stream().map(Plaque::number).filter((one) -> one != null).toList();
	}

	private Notice notice() {
		return this.notices.page(java.time.Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), 100)
			.stream()
			.filter((one) -> one.caseNumber().equals(this.number))
			.findFirst()
			.orElseThrow();
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	private static LocalDate today() {
		return LocalDate.now(Time.OFFICE);
	}

}
