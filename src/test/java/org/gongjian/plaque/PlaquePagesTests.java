package org.gongjian.plaque;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Bilingual;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of plaques, ceremonies and notices, and what the public may see. */
@HouseTest
class PlaquePagesTests {

	private static int pairs = 500;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlaqueTable plaques;

	@Autowired
	private BatchTable batches;

	@Autowired
	private NoticeTable notices;

	@Autowired
	private CeremonyTable ceremonies;

	@Autowired
	private org.springframework.transaction.PlatformTransactionManager transactions;

	private String key;

	private String pairing;

	@BeforeEach
	void aPair() {
		var town = new PlaqueTown(this.jdbc);
		town.settle();
		this.key = String.valueOf(++pairs);
		this.pairing = town.pair(this.key);
		for (String username : List.of("q.officer", "q.discipline", "s.g" + this.key, "s.e" + this.key)) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
	}

	@Test
	void everyPageOpensInBothLanguages() {
		String number = plaque("E" + this.key, PlaqueState.VALID);
		UUID ceremony = ceremony();
		Notice notice = notice();
		for (String path : List.of("/plaques", "/plaques?q=e&state=VALID", "/plaques/" + number,
				"/plaques/" + number + "/wall-check", "/plaques/batch", "/evaluations",
				"/evaluations?q=x&year=2026&grade=GOOD", "/evaluations?year=abcd", "/ceremonies", "/ceremonies/new",
				"/ceremonies/" + ceremony, "/ceremonies/" + ceremony + "/edit", "/notices", "/notices/" + notice.id(),
				"/notices/" + notice.id() + "/objection", "/verify", "/verify/" + number)) {
			for (String language : List.of("en", "zh-CN")) {
				assertThat(get("q.officer", path, language)).as(path + " " + language)
					.hasStatusOk()
					.bodyText()
					.doesNotContain("??");
			}
		}
	}

	@Test
	void aNoticeNamesItsRecipients() {
		assertThat(get("q.officer", "/notices/" + notice().id(), "en")).bodyText()
			.contains("Branch G" + this.key, "Branch E" + this.key);
	}

	@Test
	void aBreachIsKeptByDisciplineReviewersOnlyAndSettledOnce() {
		assertThat(get("q.officer", "/breaches", "en")).hasStatus(403);
		assertThat(post("q.discipline", "/breaches", Map.of("organisation", "NOBODY", "kind", "x"))).hasStatus(422)
			.bodyText()
			.contains("organisation-error", "kind-error", "foundOn-error", "source-error");
		assertThat(post("q.discipline", "/breaches", Map.of("organisation", "E" + this.key, "kind", "FALSE_RECORDS",
				"foundOn", "2026-01-05", "source", "[2026] 3")))
			.hasStatus(302);
		UUID id = this.jdbc.sql("select id from breach where organisation = :code")
			.param("code", "E" + this.key)
			.query(UUID.class)
			.single();
		for (String path : List.of("/breaches", "/breaches/new", "/breaches/" + id)) {
			assertThat(get("q.discipline", path, "zh-CN")).as(path).hasStatusOk().bodyText().doesNotContain("??");
		}
		assertThat(post("q.discipline", "/breaches/" + id + "/settle", Map.of("version", "0"))).hasStatus(422);
		assertThat(
				post("q.discipline", "/breaches/" + id + "/settle", Map.of("version", "0", "settlement", "a warning")))
			.hasStatus(302);
		assertThat(post("q.discipline", "/breaches/" + id + "/settle", Map.of("version", "0", "settlement", "another")))
			.hasStatus(409);
	}

	@Test
	void whatHangsOnTheWallIsNotedAndShownInTheHistory() {
		String number = plaque("E" + this.key, PlaqueState.VALID);
		String path = "/plaques/" + number + "/wall-check";
		assertThat(post("s.e" + this.key, path, Map.of("found", "MISSING"))).hasStatus(403);
		assertThat(post("q.officer", path, Map.of("found", "MISSING"))).hasStatus(422)
			.bodyText()
			.contains("note-error");
		assertThat(post("q.officer", path, Map.of("found", "MISSING", "note", "an empty nail"))).hasStatus(302);
		assertThat(get("s.e" + this.key, "/plaques/" + number, "en")).bodyText().contains("an empty nail");
	}

	@Test
	void nobodyAppealsWhereNothingWasDecided() {
		String number = plaque("E" + this.key, PlaqueState.VALID);
		assertThat(get("s.e" + this.key, "/plaques/" + number + "/appeal", "en")).hasStatus(409);
	}

	@Test
	void enterprisePeopleFindOnlyTheirOwnPlaques() {
		String number = plaque("G" + this.key, PlaqueState.VALID);
		assertThat(get("s.g" + this.key, "/plaques/" + number, "en")).hasStatusOk();
		assertThat(get("s.e" + this.key, "/plaques/" + number, "en")).hasStatus(404);
		assertThat(get("s.e" + this.key, "/plaques/" + number + "/certificate.pdf", "en")).hasStatus(404);
		assertThat(get("s.e" + this.key, "/plaques?q=" + number, "en")).hasStatusOk()
			.bodyText()
			.doesNotContain("/plaques/" + number);
	}

	@Test
	void theCertificateIsAPdfToKeep() {
		String number = plaque("E" + this.key, PlaqueState.VALID);
		MvcTestResult certificate = get("s.e" + this.key, "/plaques/" + number + "/certificate.pdf", "en");
		assertThat(certificate).hasStatusOk().hasContentType("application/pdf");
		assertThat(certificate.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment")
			.contains(number);
		assertThat(certificate.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
	}

	@Test
	void thePublicLearnsWhetherAPlaqueCountsAndNothingElse() {
		String valid = plaque("E" + this.key, PlaqueState.VALID);
		String made = plaque("G" + this.key, PlaqueState.MADE);
		assertThat(this.mvc.get().uri("/verify/" + valid)).hasStatusOk()
			.bodyText()
			.contains("Genuine and in force", "2024")
			.doesNotContain("Branch E" + this.key, this.pairing);
		assertThat(this.mvc.get().uri("/verify?number=" + valid.toLowerCase())).hasStatusOk();
		assertThat(this.mvc.get().uri("/verify/" + made)).hasStatusOk()
			.bodyText()
			.contains("Not in force")
			.doesNotContain("In force since");
		assertThat(this.mvc.get().uri("/verify/" + valid).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")).bodyText()
			.contains("真实有效");
	}

	@Test
	void unknownAndMalformedNumbersLookTheSame() {
		String unknown = body("/verify/DJGJ-1999-999").replace("DJGJ-1999-999", "N");
		for (String typed : List.of("x", "49", "DJGJ-1999-", "__$%7B7*7%7D__", "%3Cscript%3E", "DJGJ-1999-9999999")) {
			MvcTestResult result = this.mvc.get().uri(java.net.URI.create("/verify/" + typed)).exchange();
			assertThat(result).as(typed).hasStatus(404).bodyText().doesNotContain("<script>", "Exception");
		}
		assertThat(body("/verify/DJGJ-1998-123").replace("DJGJ-1998-123", "N")).isEqualTo(unknown);
		assertThat(body("/verify/abc").replace("value=\"abc\"", "value=\"N\"")).isEqualTo(unknown);
	}

	@Test
	void onlyOfficersPlanCeremonies() {
		for (String path : List.of("/ceremonies/new", "/plaques/batch")) {
			assertThat(get("s.e" + this.key, path, "en")).as(path).hasStatus(403);
		}
		assertThat(post("s.e" + this.key, "/ceremonies", Map.of("title", "X", "plannedOn", "2026-12-31")))
			.hasStatus(403);
		assertThat(post("s.e" + this.key, "/ceremonies/" + ceremony() + "/hand-over", Map.of())).hasStatus(403);
		assertThat(this.mvc.get().uri("/ceremonies")).hasStatus3xxRedirection();
	}

	@Test
	void aCeremonyWithMistakesIsShownAgainAndKeepsWhatWasTyped() {
		MvcTestResult again = post("q.officer", "/ceremonies",
				Map.of("title", " ", "plannedOn", "31.12.2026", "place", "The hall"));
		assertThat(again).hasStatus(422)
			.bodyText()
			.contains("id=\"title-error\"", "id=\"plannedOn-error\"", "The hall", "31.12.2026");
	}

	@Test
	void aCeremonyIsPlannedChangedAndCancelled() {
		String path = location(post("q.officer", "/ceremonies", Map.of("title", "Spring", "plannedOn", "2027-03-01")));
		assertThat(post("q.officer", path, Map.of("title", "Spring 2027", "plannedOn", "2027-03-02", "version", "0")))
			.hasStatus3xxRedirection();
		assertThat(post("q.officer", path, Map.of("title", "Late", "plannedOn", "2027-03-03", "version", "0")))
			.hasStatus(409);
		assertThat(get("q.officer", path, "en")).bodyText().contains("Spring 2027", "2 Mar 2027");
		assertThat(post("q.officer", path + "/cancel", Map.of())).hasStatus3xxRedirection();
		assertThat(post("q.officer", path + "/hand-over", Map.of())).hasStatus(409);
		assertThat(get("q.officer", path, "en")).bodyText().contains("Cancelled").doesNotContain("hand-over");
	}

	@Test
	void whoWaitsIsTakenIntoTheStartForm() {
		new org.springframework.transaction.support.TransactionTemplate(this.transactions).executeWithoutResult(
				(status) -> this.batches.wait(this.batches.collecting(), "E" + this.key, this.pairing));
		assertThat(get("q.officer", "/plaques/batch", "en")).bodyText().contains("Branch E" + this.key, this.pairing);
		assertThat(post("q.officer", "/plaques/batch/propose", Map.of())).hasRedirectedUrl("/new/plaque-award");
		assertThat(get("q.officer", "/new/plaque-award", "en")).hasStatusOk()
			.bodyText()
			.contains("Branch E" + this.key);
		this.jdbc.sql("delete from draft where owner = 'q.officer' and subject = 'plaque-award'").update();
		assertThat(post("q.officer", "/plaques/batch/remove", Map.of("organisation", "E" + this.key)))
			.hasStatus3xxRedirection();
		assertThat(this.batches.waiting()).extracting(BatchTable.Waiting::organisation).doesNotContain("E" + this.key);
	}

	@Test
	void anObjectionWithMistakesIsShownAgain() {
		MvcTestResult again = post("s.g" + this.key, "/notices/" + notice().id() + "/objection",
				Map.of("organisation", "XX", "claim", "too short"));
		assertThat(again).hasStatus(422)
			.bodyText()
			.contains("id=\"organisation-error\"", "id=\"claim-error\"", "id=\"objector-error\"", "too short");
	}

	@Test
	void anObjectionAfterTheNoticeIsSettledOnceByDisciplineInspection() {
		UUID notice = notice().id();
		this.jdbc.sql("update public_notice set closes_at = opened_at where id = :id").param("id", notice).update();
		String form = "/notices/" + notice + "/objection";
		assertThat(get("q.officer", "/notices/" + notice, "zh-CN")).hasStatusOk().bodyText().contains(form);
		assertThat(get("q.officer", form, "en")).bodyText().contains("stops no award").doesNotContain("name=\"files\"");
		assertThat(post("q.officer", form, Map.of("organisation", "E" + this.key, "anonymous", "true", "claim",
				"It takes money for showing the plaque.")))
			.hasStatus(302);
		UUID id = this.jdbc.sql("select id from objection where notice = :notice")
			.param("notice", notice)
			.query(UUID.class)
			.single();
		String path = "/objections/" + id;
		assertThat(get("q.officer", "/objections", "en")).hasStatus(403);
		assertThat(get("s.e" + this.key, path, "en")).hasStatus(404);
		assertThat(get("q.discipline", "/objections", "zh-CN")).hasStatusOk().bodyText().contains(path);
		assertThat(post("q.officer", path + "/settle", Map.of("result", "UPHELD", "findings", "x"))).hasStatus(404);
		assertThat(post("q.discipline", path + "/settle", Map.of("findings", ""))).hasStatus(422)
			.bodyText()
			.contains("result-error", "findings-error");
		assertThat(post("q.discipline", path + "/settle", Map.of("result", "UPHELD", "findings", "In the books.")))
			.hasStatus(302);
		assertThat(post("q.discipline", path + "/settle", Map.of("result", "DISMISSED", "findings", "No.")))
			.hasStatus(409);
		assertThat(get("q.discipline", path, "en")).bodyText().contains("In the books.", "ground=OBJECTION");
		assertThat(get("q.officer", path, "zh-CN")).bodyText().contains("In the books.").doesNotContain("??");
	}

	private String plaque(String organisation, PlaqueState state) {
		String number = "DJGJ-2018-" + (pairs * 10 + ((organisation.charAt(0) == 'E') ? 1 : 2));
		this.plaques.insert(new Plaque(UUID.randomUUID(), null, organisation,
				new Bilingual("Branch " + organisation, "支部" + organisation), this.pairing, number, "党建共建单位",
				"湘潭高新区党工委", state, LocalDate.of(2024, 1, 1), LocalDate.of(2099, 1, 1), null, null, null, null, null,
				null));
		return number;
	}

	private UUID ceremony() {
		UUID id = UUID.randomUUID();
		this.ceremonies.insert(id, new CeremonyForm.Planned("Ceremony", null, LocalDate.of(2027, 1, 1), null), null,
				"q.officer");
		return id;
	}

	private Notice notice() {
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		String number = "SX-" + pairs;
		this.jdbc.sql("""
				insert into case_file (id, number, process, definition, instance, title_en, title_zh, status, initiator,
				  opened_at, revision)
				values (:id, :number, 'plaque-award', 'x', 'x', 'x', 'x', 'open', 'x', :at, 0)
				""")
			.param("id", UUID.randomUUID())
			.param("number", number)
			.param("at", now.atOffset(java.time.ZoneOffset.UTC))
			.update();
		Notice notice = new Notice(UUID.randomUUID(), this.batches.open(number, "NEW"), number, "党建共建单位", "党工委",
				List.of("G" + this.key, "E" + this.key), now, now.plus(1, ChronoUnit.DAYS), false);
		this.notices.insert(notice);
		return notice;
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get().uri(path).with(user(username)).header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange();
	}

	private MvcTestResult post(String username, String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(user(username)).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

	private String body(String path) {
		MvcTestResult result = this.mvc.get().uri(path).exchange();
		assertThat(result).hasStatus(404);
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private static String location(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return result.getResponse().getHeader(HttpHeaders.LOCATION);
	}

}
