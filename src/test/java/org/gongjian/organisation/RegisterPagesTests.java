package org.gongjian.organisation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.identity.Accounts;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of organisations, departments, people, roles and parameters. */
@HouseTest
class RegisterPagesTests {

	private static final String ADMIN = "register.admin";

	private static final String OTHER = "register.other";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TestActors actors;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OrganisationTable organisations;

	@Autowired
	private PersonTable people;

	@Autowired
	private AssignmentTable assignments;

	@Autowired
	private Parameters parameters;

	@Autowired
	private Wordings wordings;

	@BeforeEach
	void register() {
		for (String username : new String[] { ADMIN, OTHER }) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
		this.actors.give(ADMIN, "sys-admin");
	}

	@Test
	void everyPageOpensInBothLanguages() {
		String code = organisation("PG");
		String department = add(Map.of("code", code("PD"), "nameEn", "Department", "nameZh", "部门" + UUID.randomUUID(),
				"side", "DEPARTMENT", "orgType", "DEPARTMENT"));
		UUID person = person("页面人", code, null);
		UUID assignment = role(person, "gov-secretary", code);
		for (String path : new String[] { "/admin/organisations", "/admin/organisations?q=pg&side=GOVERNMENT&state=all",
				"/admin/organisations/new", "/admin/organisations/" + code, "/admin/organisations/" + code + "/edit",
				"/admin/organisations/" + code + "/end", "/admin/organisations/import", "/admin/departments",
				"/admin/departments/" + department, "/admin/people", "/admin/people/new", "/admin/people/" + person,
				"/admin/people/" + person + "/edit", "/admin/people/" + person + "/end", "/admin/people/import",
				"/admin/roles", "/admin/roles?role=gov-secretary&state=all", "/admin/roles/new",
				"/admin/roles/new?person=" + person, "/admin/roles/" + assignment,
				"/admin/roles/new?person=" + person("他", code, null) + "&deputyOf=" + assignment, "/admin/parameters",
				"/admin/parameters/log", "/admin/parameters/pairing.maxPerGov", "/admin/parameters/plaque.text",
				"/admin/parameters/plaque.noticeForNew", "/admin/parameters/pairing.activateAt", "/admin/calendar",
				"/admin/calendar?year=2030", "/admin/calendar/import", "/admin/templates",
				"/admin/templates/reply-opening" }) {
			for (String language : new String[] { "en", "zh-CN" }) {
				assertThat(get(path, language)).as(path + " " + language)
					.hasStatusOk()
					.bodyText()
					.doesNotContainPattern("\\?\\?(organisation|calendar|web|wording)\\.");
			}
		}
	}

	@Test
	void onlySystemAdministratorsSeeThem() {
		for (String path : new String[] { "/admin/organisations", "/admin/people", "/admin/roles", "/admin/departments",
				"/admin/parameters", "/admin/calendar", "/admin/organisations/export", "/admin/people/export" }) {
			assertThat(this.mvc.get().uri(path).with(user(OTHER))).as(path).hasStatus(403);
			assertThat(this.mvc.get().uri(path)).as(path).hasStatus3xxRedirection();
		}
		assertThat(this.mvc.post().uri("/admin/organisations").with(user(OTHER)).with(csrf()).param("code", "X"))
			.hasStatus(403);
		assertThat(this.mvc.post().uri("/admin/organisations").with(user(ADMIN)).param("code", "X")).hasStatus(403);
	}

	@Test
	void aTemplateIsWordedInVersionsAndNobodyOverwritesAnother() {
		String path = "/admin/templates/mail-mention";
		this.jdbc.sql("delete from wording").update();
		assertThat(post(path, Map.of("version", "0", "zh", "{nobody}", "en", "two\nlines", "reason", "")))
			.hasStatus(422)
			.bodyText()
			.contains("zh-error", "{nobody}", "en-error", "reason-error");
		Map<String, String> worded = Map.of("version", "0", "zh", "有人提到您：{title}（{number}）", "en",
				"Look at {number}: {title}", "reason", "shorter");
		assertThat(post(path, worded)).hasStatus(302);
		assertThat(post(path, worded)).hasStatus(409).bodyText().contains("Look at {number}: {title}", ADMIN);
		assertThat(get(path, "en")).bodyText().contains("Look at {number}: {title}", "You were mentioned: {title}");
		assertThat(get(path + "?from=0", "en")).bodyText().contains(">You were mentioned: {title}</textarea>");
		assertThat(this.wordings.say(Wording.MAIL_MENTION, Locale.ENGLISH,
				Map.of("title", "The {number} hall", "number", "PA-1", "step", "")))
			.isEqualTo("Look at PA-1: The {number} hall");
		assertThat(get("/admin/templates/nothing", "en")).hasStatus(404);
		this.jdbc.sql("delete from wording").update();
	}

	@Test
	void anOrganisationIsAddedAndShownWithItsNames() {
		String code = organisation("AD");
		Organisation organisation = this.organisations.find(code).orElseThrow();
		assertThat(organisation.updatedBy()).isEqualTo(ADMIN);
		assertThat(get("/admin/organisations/" + code, "en")).bodyText()
			.contains(organisation.nameEn())
			.contains(organisation.nameZh());
		assertThat(journal("organisation.added", code)).isOne();
	}

	@Test
	void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() {
		assertThat(post("/admin/organisations",
				Map.of("code", "not a code", "nameEn", "Kept <b>", "nameZh", "", "side", "MOON", "orgType", "BRANCH",
						"memberCount", "１２x", "termEnd", "2026-13-01")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"code-error\"")
			.contains("id=\"nameZh-error\"")
			.contains("id=\"side-error\"")
			.contains("id=\"memberCount-error\"")
			.contains("id=\"termEnd-error\"")
			.contains("value=\"Kept &lt;b&gt;\"")
			.contains("class=\"error-summary\"")
			.contains("href=\"#code\"");
	}

	@Test
	void controlCharactersAreRefusedNotStored() {
		assertThat(post("/admin/organisations",
				Map.of("code", code("NU"), "nameEn", "a\u0007b", "nameZh", "a\u202Eb", "side", "GUEST", "orgType",
						"BRANCH")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"nameEn-error\"")
			.contains("id=\"nameZh-error\"");
	}

	@Test
	void aCodeOrAnActiveNameIsTakenOnce() {
		String code = organisation("TW");
		String name = this.organisations.find(code).orElseThrow().nameZh();
		assertThat(post("/admin/organisations",
				Map.of("code", code, "nameEn", "Again", "nameZh", "别名", "side", "GUEST", "orgType", "BRANCH")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"code-error\"");
		assertThat(post("/admin/organisations",
				Map.of("code", code("TX"), "nameEn", "Again", "nameZh", name, "side", "GUEST", "orgType", "BRANCH")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"nameZh-error\"");
	}

	@Test
	void theSecondOfTwoEditorsIsToldWhoWasFirstAndKeepsWhatWasTyped() {
		String code = organisation("ED");
		String nameZh = this.organisations.find(code).orElseThrow().nameZh();
		Map<String, String> first = Map.of("version", "0", "nameEn", "First", "nameZh", nameZh, "side", "GOVERNMENT",
				"orgType", "BRANCH", "sector", "GOV_ORGAN");
		Map<String, String> second = Map.of("version", "0", "nameEn", "Second", "nameZh", nameZh, "side", "GOVERNMENT",
				"orgType", "BRANCH", "sector", "GOV_ORGAN");
		assertThat(post("/admin/organisations/" + code, first)).hasStatus3xxRedirection();
		assertThat(post("/admin/organisations/" + code, second)).hasStatus(409)
			.bodyText()
			.contains(ADMIN + " changed this on")
			.contains("value=\"Second\"")
			.contains("<dd>First</dd>")
			.contains("name=\"version\" value=\"1\"");
		assertThat(this.organisations.find(code).orElseThrow().nameEn()).isEqualTo("First");
		assertThat(get("/admin/organisations/" + code, "en")).bodyText().contains("Former names");
	}

	@Test
	void theLanguageChangesInMidFormAndNothingTypedIsLost() {
		String bilingual = "register.bilingual";
		this.actors.give(bilingual, "sys-admin");
		this.accounts.create(bilingual, bilingual, null, null);
		assertThat(this.mvc.post()
			.uri("/admin/organisations")
			.with(user(bilingual))
			.with(csrf())
			.param("_lang", "zh-CN")
			.param("code", "half")
			.param("nameEn", "Half typed")).hasStatusOk()
			.bodyText()
			.contains("value=\"Half typed\"")
			.contains("新增党组织")
			.doesNotContain("id=\"code-error\"");
	}

	@Test
	void anEndedOrganisationKeepsItsPageAndLosesItsRoles() {
		String code = organisation("EN");
		UUID person = person("结束", code, "end." + code.toLowerCase());
		role(person, "gov-secretary", code);
		assertThat(post("/admin/organisations/" + code + "/end", Map.of("version", "0", "endedOn", "2999-01-01")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"endedOn-error\"");
		assertThat(post("/admin/organisations/" + code + "/end", Map.of("version", "0", "endedOn", "2026-01-01")))
			.hasStatus3xxRedirection();
		assertThat(this.assignments.ofOrganisation(code)).allMatch(Assignment::ended);
		assertThat(get("/admin/organisations/" + code, "en")).hasStatusOk().bodyText().contains("Ended on");
		assertThat(post("/admin/organisations/" + code + "/end", Map.of("version", "1", "endedOn", "2026-01-01")))
			.hasStatus(409);
	}

	@Test
	void unknownThingsAreNotFoundAndUnknownFiltersUnreadable() {
		assertThat(get("/admin/organisations/NO-SUCH", "en")).hasStatus(404);
		assertThat(get("/admin/people/" + UUID.randomUUID(), "en")).hasStatus(404);
		assertThat(get("/admin/people/abc", "en")).hasStatus(404);
		assertThat(get("/admin/roles/" + UUID.randomUUID(), "en")).hasStatus(404);
		assertThat(get("/admin/parameters/no.such", "en")).hasStatus(404);
		assertThat(get("/admin/imports/" + UUID.randomUUID(), "en")).hasStatus(404);
		assertThat(get("/admin/organisations?side=MOON", "en")).hasStatus(400);
		assertThat(get("/admin/organisations?state=drop", "en")).hasStatus(400);
		assertThat(get("/admin/organisations?cursor=%27--", "en")).hasStatus(400);
		assertThat(get("/admin/roles?role=king", "en")).hasStatus(400);
		assertThat(get("/admin/roles?cursor=-1", "en")).hasStatus(400);
		assertThat(get("/admin/people?cursor=x", "en")).hasStatus(400);
		assertThat(get("/admin/calendar?year=99999", "en")).hasStatus(400);
		assertThat(get("/admin/organisations?q=%07%25%27--", "en")).hasStatusOk();
	}

	@Test
	void aPersonIsEnteredGivenARoleAndADeputy() {
		String code = organisation("RO");
		String username = "ro." + code.toLowerCase();
		UUID person = person("书记", code, username);
		UUID assignment = role(person, "gov-secretary", code);
		assertThat(post("/admin/roles", Map.of("person", person.toString(), "role", "gov-secretary", "organisation",
				code, "from", "2026-02-01")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"from-error\"");
		assertThat(post("/admin/roles", Map.of("person", person.toString(), "role", "ent-secretary", "organisation",
				code, "from", "2026-02-01")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"organisation-error\"");
		assertThat(post("/admin/roles",
				Map.of("person", person.toString(), "role", "finance", "organisation", code, "from", "2026-02-01", "to",
						"2026-01-01")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"organisation-error\"")
			.contains("id=\"to-error\"");
		UUID deputy = person("代理", code, "de." + code.toLowerCase());
		assertThat(post("/admin/roles", Map.of("person", deputy.toString(), "role", "gov-secretary", "organisation",
				code, "from", "2026-01-01", "deputyOf", assignment.toString())))
			.hasStatus3xxRedirection();
		assertThat(get("/admin/roles/" + assignment, "en")).bodyText().contains("代理");
		assertThat(post("/admin/roles/" + assignment, Map.of("version", "0", "from", "2026-01-01", "to", "2026-01-31")))
			.hasStatus3xxRedirection();
		assertThat(post("/admin/roles/" + assignment, Map.of("version", "0", "from", "2026-01-01", "to", "")))
			.hasStatus(409);
		assertThat(post("/admin/roles/" + assignment + "/end", Map.of("version", "1"))).hasStatus3xxRedirection();
		assertThat(this.assignments.find(assignment).orElseThrow().ended()).isTrue();
	}

	@Test
	void aPersonWithAnAccountNameIsInvitedByLinkAndEndedWithTheAccount() {
		String username = "inv." + UUID.randomUUID().toString().substring(0, 8);
		UUID person = person("受邀", null, username);
		MvcTestResult invited = post("/admin/people/" + person + "/invite", Map.of());
		assertThat(invited).hasStatus3xxRedirection();
		assertThat(invited.getMvcResult().getFlashMap().get("link")).asString().contains("/setup?token=");
		assertThat(this.accounts.find(username)).isPresent();
		assertThat(post("/admin/people/" + person + "/invite", Map.of())).hasStatus(422);
		assertThat(post("/admin/people/" + person + "/end", Map.of("version", "0", "endedOn", "2026-01-01")))
			.hasStatus3xxRedirection();
		assertThat(this.accounts.find(username).orElseThrow().enabled()).isFalse();
	}

	@Test
	void aParameterIsChangedWithAReason() {
		int before = this.parameters.number("activity.coach");
		int version = this.parameters.get("activity.coach").version();
		String today = this.parameters.get("activity.coach").validFrom().plusYears(100).toString();
		assertThat(post("/admin/parameters/activity.coach",
				Map.of("version", String.valueOf(version), "value", "0x10", "validFrom", "2020-01-01", "reason", "x")))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"value-error\"")
			.contains("id=\"validFrom-error\"")
			.contains("id=\"reason-error\"");
		assertThat(post("/admin/parameters/activity.coach",
				Map.of("version", String.valueOf(version), "value", "1300", "validFrom", today, "reason", "New rule")))
			.hasStatus3xxRedirection();
		assertThat(post("/admin/parameters/activity.coach",
				Map.of("version", String.valueOf(version), "value", "1400", "validFrom", today, "reason", "New rule")))
			.hasStatus(409)
			.bodyText()
			.contains("value=\"1400\"");
		assertThat(this.parameters.number("activity.coach")).isEqualTo(before);
		assertThat(this.parameters.get("activity.coach").next()).isEqualTo("1300");
	}

	@Test
	void aFileWithOneBadLineIsShownWithItsReasonAndLoadsNothing() {
		String good = code("IM");
		String bad = header() + good + ",Good,好" + good + ",,GUEST,BRANCH,,,,,,,,,\r\n" + "bad code,,坏" + good
				+ ",,GUEST,BRANCH,,,,,many,,,,\r\n" + "short,line\r\n";
		String preview = upload("/admin/organisations/import", bad.getBytes(StandardCharsets.UTF_8));
		assertThat(get(preview, "en")).hasStatusOk()
			.bodyText()
			.contains("name_en")
			.contains("member_count")
			.contains("15 columns are expected, 2 found")
			.contains("nothing will be loaded");
		assertThat(post(preview, Map.of())).hasStatus(422);
		assertThat(this.organisations.find(good)).isEmpty();
	}

	@Test
	void aRightFileIsLoadedOnce() {
		String one = code("IA");
		String two = code("IB");
		String file = "\uFEFF" + header() + one + ",'=1+1,甲" + one + ",,ZONE,COMMITTEE,,,,,,,,,\r\n" + two + ",Two,乙"
				+ two + ",,GOVERNMENT,BRANCH,GOV_ORGAN," + one + ",,,7,2027/6/30,,,\r\n";
		String preview = upload("/admin/organisations/import", file.getBytes(StandardCharsets.UTF_8));
		assertThat(get(preview, "en")).hasStatusOk().bodyText().contains("Load 2 lines");
		assertThat(this.organisations.find(one)).isEmpty();
		assertThat(post(preview, Map.of())).hasRedirectedUrl("/admin/organisations");
		assertThat(this.organisations.find(one).orElseThrow().nameEn()).isEqualTo("=1+1");
		assertThat(this.organisations.find(two).orElseThrow().parent()).isEqualTo(one);
		assertThat(post(preview, Map.of())).hasStatus(404);
		assertThat(this.mvc.get().uri("/admin/organisations/export").with(user(ADMIN))).hasStatusOk()
			.hasContentTypeCompatibleWith("text/csv")
			.bodyText()
			.contains(one + ",'=1+1,");
	}

	@Test
	void peopleAndRolesComeFromOneFileInChineseEncoding() {
		String code = organisation("IP");
		String chief = "chief." + code.toLowerCase();
		String file = String.join(",", ImportKind.PEOPLE.columns()) + "\r\n" + "张三,," + code + ",书记,FORMAL,13800001234,"
				+ chief + ",,gov-secretary," + code + ",2026-01-01,,\r\n" + "\r\n" + "李四,," + code + ",,NO,,vice."
				+ code.toLowerCase() + ",,gov-secretary," + code + ",2026-01-01,," + chief + "\r\n" + "张三,,,,,," + chief
				+ ",,finance,,2026-01-01,,\r\n";
		String preview = upload("/admin/people/import", file.getBytes(java.nio.charset.Charset.forName("GB18030")));
		assertThat(get(preview, "en")).hasStatusOk().bodyText().contains("张三").contains("Load 3 lines");
		assertThat(post(preview, Map.of())).hasRedirectedUrl("/admin/people");
		Person person = this.people.byUsername(chief).orElseThrow();
		assertThat(this.assignments.ofPerson(person.id())).extracting(Assignment::slot)
			.containsExactlyInAnyOrder("gov-secretary@" + code, "finance");
		assertThat(this.mvc.get().uri("/admin/people/export").with(user(ADMIN))).bodyText()
			.contains("张三")
			.doesNotContain("13800001234");
		assertThat(get("/admin/people/" + person.id(), "en")).bodyText().contains("138****1234");
	}

	@Test
	void twinsAndContradictionsInAFileOfSemicolonsAreNamed() {
		String code = code("TP");
		String line = code + ",Twin,双" + code + ",,GUEST,BRANCH,,,,,,,,,\r\n";
		String preview = upload("/admin/organisations/import",
				(header() + line + line + code + ",Other,另" + code + ",,GUEST,BRANCH,,,,,,,,,\r\n").replace(',', ';')
					.getBytes(StandardCharsets.UTF_8));
		assertThat(get(preview, "en")).bodyText()
			.contains("The same as line 2")
			.contains("The code " + code + " is taken");
	}

	@Test
	void whatIsNoTableIsRefusedAtOnce() {
		assertThat(uploaded("/admin/organisations/import", new byte[0])).hasStatus(422);
		assertThat(uploaded("/admin/organisations/import", new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0 }))
			.hasStatus(422);
		assertThat(uploaded("/admin/organisations/import", new byte[Imports.MOST_BYTES + 1])).hasStatus(422);
		String preview = upload("/admin/people/import", "name\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
		assertThat(get(preview, "en")).bodyText().contains("The first line must be exactly");
		String open = upload("/admin/organisations/import",
				(header() + "\"never closed").getBytes(StandardCharsets.UTF_8));
		assertThat(get(open, "en")).hasStatusOk().bodyText().contains("quotation mark");
		StringBuilder long1 = new StringBuilder(header());
		for (int row = 0; row <= Imports.MOST_ROWS; row++) {
			long1.append("X").append(row).append("\r\n");
		}
		String many = upload("/admin/organisations/import", long1.toString().getBytes(StandardCharsets.UTF_8));
		assertThat(get(many, "en")).bodyText().contains("More than 5,000 lines");
	}

	@Test
	void anUploadBelongsToTheOneWhoMadeIt() {
		this.actors.give(OTHER + "2", "sys-admin");
		if (this.accounts.find(OTHER + "2").isEmpty()) {
			this.accounts.create(OTHER + "2", OTHER, null, null);
		}
		String preview = upload("/admin/organisations/import", header().getBytes(StandardCharsets.UTF_8));
		assertThat(this.mvc.get().uri(preview).with(user(OTHER + "2"))).hasStatus(404);
	}

	@Test
	void aNewYearIsPreviewedAndLoaded() {
		StringBuilder file = new StringBuilder("date,weekday,type,name\n");
		java.time.LocalDate.of(2099, 1, 1).datesUntil(java.time.LocalDate.of(2100, 1, 1)).forEach((day) -> {
			boolean weekend = day.getDayOfWeek().getValue() > 5;
			String type = (day.getDayOfYear() == 1) ? "HOLIDAY" : weekend ? "WEEKEND" : "WORKDAY";
			String weekday = day.getDayOfWeek().name().substring(0, 3);
			file.append(day).append(',').append(weekday).append(',').append(type).append(",\n");
		});
		assertThat(uploaded("/admin/calendar/import", file.toString().getBytes(StandardCharsets.UTF_8))).hasStatusOk()
			.bodyText()
			.contains("2099")
			.contains("Load the calendar");
		assertThat(post("/admin/calendar/load", Map.of("content", file.substring(0, 400)))).hasStatus(422);
		assertThat(post("/admin/calendar/load", Map.of("content", file.toString())))
			.hasRedirectedUrl("/admin/calendar?year=2099");
		assertThat(get("/admin/calendar?year=2099", "en")).bodyText().contains("working days");
		assertThat(journal("calendar.imported", "[2099]")).isOne();
	}

	private int journal(String what, String subject) {
		return this.jdbc
			.sql("select count(*) from journal where what = :what and subject = :subject and actor = :actor")
			.param("what", what)
			.param("subject", subject)
			.param("actor", ADMIN)
			.query(Integer.class)
			.single();
	}

	private static String header() {
		return String.join(",", ImportKind.ORGANISATIONS.columns()) + "\r\n";
	}

	private String upload(String path, byte[] bytes) {
		MvcTestResult result = uploaded(path, bytes);
		assertThat(result).hasStatus3xxRedirection();
		return result.getResponse().getHeader(HttpHeaders.LOCATION);
	}

	private MvcTestResult uploaded(String path, byte[] bytes) {
		return this.mvc.post()
			.uri(path)
			.multipart()
			.file(new MockMultipartFile("file", "file.csv", "text/csv", bytes))
			.with(user(ADMIN))
			.with(csrf())
			.exchange();
	}

	private static String code(String prefix) {
		return prefix + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
	}

	private String organisation(String prefix) {
		String code = code(prefix);
		return add(Map.of("code", code, "nameEn", "Branch " + code, "nameZh", "支部" + code, "side", "GOVERNMENT",
				"orgType", "BRANCH", "sector", "GOV_ORGAN", "memberCount", "12"));
	}

	private String add(Map<String, String> form) {
		assertThat(post("/admin/organisations", form)).hasStatus3xxRedirection();
		return form.get("code");
	}

	private UUID person(String name, String organisation, String username) {
		MvcTestResult added = post("/admin/people",
				Map.of("name", name, "organisation", (organisation == null) ? "" : organisation, "membership", "FORMAL",
						"username", (username == null) ? "" : username));
		assertThat(added).hasStatus3xxRedirection();
		return UUID.fromString(added.getResponse().getHeader(HttpHeaders.LOCATION).replaceAll(".*/", ""));
	}

	private UUID role(UUID person, String role, String organisation) {
		assertThat(post("/admin/roles",
				Map.of("person", person.toString(), "role", role, "organisation", organisation, "from", "2026-01-01")))
			.hasStatus3xxRedirection();
		return this.assignments.ofPerson(person).get(0).id();
	}

	private MvcTestResult get(String path, String language) {
		return this.mvc.get()
			.uri(java.net.URI.create(path))
			.with(user(ADMIN))
			.header(HttpHeaders.ACCEPT_LANGUAGE, language)
			.exchange();
	}

	private MvcTestResult post(String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(user(ADMIN)).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

}
