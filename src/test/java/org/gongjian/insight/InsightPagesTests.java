package org.gongjian.insight;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.gongjian.support.Settlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The dashboard, the rows behind it, and what can be taken away. */
@HouseTest
class InsightPagesTests {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	/**
	 * A figure that counts, or a bar that does; not the times of steps and the processes
	 * drawn here.
	 */
	private static final Pattern COUNT = Pattern
		.compile("insight__figure[^>]*?href=\"((?!/ledgers)[^\"]+)\"[^>]*>\\s*<strong>(\\d+)</strong>"
				+ "|<th scope=\"row\"><a href=\"((?!/ledgers|[^\"]*done=true)[^\"]+)\">[^<]*</a>\\s*</th>"
				+ "\\s*<td class=\"number\">(\\d+)</td>");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CircularTable circular;

	@Autowired
	private InsightProblems problems;

	@Autowired
	private Accounts accounts;

	@Autowired
	private BasisTable bases;

	@Autowired
	private Clock clock;

	@BeforeEach
	void aTown() {
		for (String username : List.of("i.officer", "i.ent", "i.admin", "i.stranger")) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
		var settlers = new Settlers(this.jdbc, "test");
		if (!settlers.settled("IZ1")) {
			settlers.organisation("IZ1", "Branch IZ1", "支部IZ1", "ZONE", "WORKING_COMMITTEE");
			settlers.organisation("IG1", "Branch IG1", "支部IG1", "GOVERNMENT", "BRANCH");
			settlers.organisation("IE1", "Branch IE1", "支部IE1", "ENTERPRISE", "BRANCH");
			settlers.organisation("IE2", "Branch IE2", "支部IE2", "ENTERPRISE", "BRANCH");
			settlers.holds("i.officer", "IZ1", "party-officer", null);
			settlers.holds("i.admin", "IZ1", "sys-admin", null);
			settlers.holds("i.ent", "IE1", "ent-liaison", "IE1");
			settlers.programme("PI", false);
			settlers.pairing("JI-2024-001", "PI", "IG1", "IE1");
			settlers.pairing("JI-2024-002", "PI", "IG1", "IE2");
			task("PA-1990-0001", "IE1");
			task("PA-1990-0002", "IE2");
		}
	}

	@Test
	void everyFigureLeadsToRows() {
		for (String language : List.of("en", "zh-CN")) {
			MvcTestResult page = get("i.officer", "/insight", language);
			assertThat(page).hasStatusOk()
				.bodyText()
				.doesNotContain("??")
				.contains("<svg", "/pairings?status=IN_FORCE");
			String body = body(page);
			var links = Pattern.compile("insight__figure[^>]*href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*insight__figure")
				.matcher(body)
				.results()
				.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
				.map((link) -> link.replace("&amp;", "&"))
				.toList();
			assertThat(links).hasSizeGreaterThan(8)
				.allSatisfy((link) -> assertThat(get("i.officer", link, language)).as(link)
					.hasStatusOk()
					.bodyText()
					.doesNotContain("??"));
		}
		assertThat(get("i.officer", "/insight?org=IE1", "en")).hasStatusOk().bodyText().contains("Branch IE1");
		assertThat(get("i.officer", "/insight?org=NONE", "en")).hasStatus(404);
	}

	/** Of the zone too, but its rows belong to many tests and change while they run. */
	@Test
	void everyCountOpensExactlyItsRows() {
		problem("SQ-2004-00001", "2004-03-05T02:00:00Z", null, "HANDLING", null, false);
		problem("SQ-2004-00002", "2004-03-05T02:00:00Z", null, "HANDLING", null, true);
		this.jdbc.sql("update problem set paired_org = 'IG1' where case_number like 'SQ-2004-%'").update();
		this.jdbc
			.sql("""
					insert into follow_up (id, kind, source, source_key, content, organisation, due_on, state, created_at, version)
					values (:id, 'STEP', 'HD-1990-1', 'i-late', 'late', 'IE1', :on, 'OPEN', :at, 0)
					""")
			.param("id", UUID.randomUUID())
			.param("on", THEN.toLocalDate())
			.param("at", THEN)
			.update();
		this.jdbc.sql("update case_file set reserved_for = 'discipline' where number = 'PA-1990-0002'").update();
		try {
			assertThat(counts("i.officer", "/insight?org=IE1")).isGreaterThan(8);
			assertThat(counts("i.officer", "/insight?org=IE2") + counts("i.officer", "/insight?org=IG1")
					+ counts("i.ent", "/insight"))
				.isGreaterThan(20);
			assertThat(body(get("i.officer", "/insight/waiting/none/task-x?done=true", "en")))
				.contains("Nothing was decided here.");
		}
		finally {
			this.jdbc.sql("update case_file set reserved_for = null where number = 'PA-1990-0002'").update();
			this.jdbc.sql("delete from follow_up where source_key = 'i-late'").update();
			this.jdbc.sql("delete from problem where case_number like 'SQ-2004-%'").update();
		}
	}

	private int counts(String username, String dashboard) {
		String page = body(get(username, dashboard, "en"));
		var counted = COUNT.matcher(page).results().toList();
		assertThat(counted).allSatisfy((found) -> {
			boolean figure = found.group(1) != null;
			String link = (figure ? found.group(1) : found.group(3)).replace("&amp;", "&");
			String main = body(get(username, link, "en")).replaceAll("(?s)<thead>.*?</thead>", "");
			long rows = Pattern.compile("<tr>|<tr |<article class=\"panel\"").matcher(main).results().count();
			assertThat(rows).as(dashboard + " " + link)
				.isEqualTo(Long.parseLong(figure ? found.group(2) : found.group(4)));
		});
		return counted.size();
	}

	@Test
	void theCircularOfAMonthCountsWhatBelongsToIt() throws Exception {
		problem("SQ-2003-00001", "2003-03-05T02:00:00Z", "2003-03-20T02:00:00Z", "CLOSED_RESOLVED", 4, false);
		problem("SQ-2003-00002", "2003-03-06T02:00:00Z", "2003-03-21T02:00:00Z", "CLOSED_EXPLAINED", 2, false);
		problem("SQ-2003-00003", "2003-03-07T02:00:00Z", null, "HANDLING", null, false);
		problem("SQ-2003-00004", "2003-02-07T02:00:00Z", "2003-04-01T02:00:00Z", "CLOSED_RESOLVED", 5, false);
		problem("SQ-2003-00005", "2003-03-08T02:00:00Z", "2003-03-09T02:00:00Z", "CLOSED_RESOLVED", 5, true);
		Instant from = Instant.parse("2003-02-28T16:00:00Z");
		Instant to = Instant.parse("2003-03-31T16:00:00Z");
		assertThat(this.circular.closed(from, to)).isEqualTo(new CircularTable.Closed(2, 1, 1, 2, 1, 1, 1));
		assertThat(this.circular.byCategory(from, to)).containsExactly(new CircularTable.Line("ROADS", 3, 2, 2));
		assertThat(this.circular.byDepartment(from, to)).containsExactly(new CircularTable.Line("IE2", 3, 2, 2));
		MvcTestResult pdf = get("i.officer", "/insight/circular.pdf?month=2003-03", "en");
		assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
		try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
			// fonts draw some radicals for the characters they look like
			String text = Normalizer.normalize(new org.apache.pdfbox.text.PDFTextStripper().getText(document),
					Normalizer.Form.NFKC);
			assertThat(text).contains("2003年3月", "50.0%");
		}
		assertThat(get("i.ent", "/insight/circular.pdf?month=2003-03", "en")).hasStatus(404);
		assertThat(get("i.officer", "/insight/circular.pdf?month=2999-01", "en")).hasStatus(422);
		assertThat(get("i.officer", "/insight/circular.pdf?month=soon", "en")).hasStatus(422);
		assertThat(CircularController.share(0, 0)).isEqualTo("—");
		this.jdbc.sql("delete from problem where case_number like 'SQ-2003-%'").update();
	}

	private void problem(String number, String registered, String closed, String state, Integer satisfaction,
			boolean confidential) {
		this.jdbc
			.sql("""
					insert into problem (case_number, title, reporter_org, kind, category, severity, ladder, state, confidential,
					  channel, lead_department, dispatch_count, rework_count, charge_count, was_parked, answered, satisfaction,
					  registered_at, closed_at, search_key, version)
					values (:number, 'x', 'IE1', 'HELP', 'ROADS', 'S3', 'L1', :state, :confidential, 'FORM', 'IE2', 0, 0, 0, false,
					  true, :satisfaction, :registered, :closed, 'x', 0)
					""")
			.param("number", number)
			.param("state", state)
			.param("confidential", confidential)
			.param("satisfaction", satisfaction)
			.param("registered", OffsetDateTime.parse(registered))
			.param("closed", (closed == null) ? null : OffsetDateTime.parse(closed),
					java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	@Test
	@Transactional
	void whatWasSentBackForMoreWorkWasNotSolvedAtFirst() {
		problem("SQ-2002-00001", "2002-03-05T02:00:00Z", "2002-03-20T02:00:00Z", "CLOSED_RESOLVED", 4, false);
		problem("SQ-2002-00002", "2002-03-05T02:00:00Z", "2002-03-20T02:00:00Z", "CLOSED_RESOLVED", 2, false);
		problem("SQ-2002-00003", "2002-03-05T02:00:00Z", "2002-03-20T02:00:00Z", "CLOSED_EXPLAINED", null, false);
		this.jdbc.sql("update problem set rework_count = 1 where case_number = 'SQ-2002-00002'").update();
		this.jdbc.sql("update problem set reporter_org = 'IQ9' where case_number like 'SQ-2002-%'").update();
		assertThat(this.problems.closed("IQ9")).isEqualTo(new InsightProblems.Closed(2, 1, 2, 2, 1));
	}

	/** And the page behind each has as many rows as the figure says. */
	@Test
	@Transactional
	void figuresOfAYearAreWhatOneCountsByHand() {
		var settlers = new Settlers(this.jdbc, "test");
		settlers.organisation(Lived.ORG, "Branch IB9", "支部IB9", "ENTERPRISE", "BRANCH");
		for (int n = 1; n <= 5; n++) {
			settlers.pairing("JB-1991-00" + n, "PI", "IB" + n, Lived.ORG);
		}
		List.of("PB-1991-0001", "PB-1991-0002", "HB-1991-0001", "HB-1991-0002")
			.forEach((number) -> task(number, "IB9"));
		this.jdbc.sql("update work_item set state = 'DONE', decision = 'RETURN' where case_number = 'PB-1991-0001'")
			.update();
		var lived = new Lived(this.jdbc, LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
		lived.pairings();
		lived.activities();
		lived.problems();
		lived.plaques();
		Lived.expected().forEach((name, expected) -> {
			Basis basis = Bases.named(name.split(" ")[0]);
			String group = name.contains(" ") ? name.split(" ")[1] : null;
			Sum sum = this.bases.sums(List.of(basis), Lived.ORG)
				.stream()
				.filter((one) -> Objects.equals(one.group(), group))
				.findFirst()
				.orElseThrow();
			BigDecimal value = sum.value(basis.sort());
			if (name.equals("problem-parked")) {
				// parked at noon ten days ago: it grows while the day goes on
				assertThat(value).isBetween(new BigDecimal("9.5"), new BigDecimal("10.5"));
				value = new BigDecimal("10.0");
			}
			assertThat(value + " " + sum.hits() + "/" + sum.many()).as(name).isEqualTo(expected);
			assertThat(this.bases.lines(basis, Lived.ORG, group, null, null, 9)).as(name).hasSize((int) sum.many());
			assertThat(this.bases.lines(basis, Lived.ORG, group, true, null, 9)).as(name).hasSize((int) sum.hits());
			String page = "/insight/behind/" + basis.code() + "?org=IB9" + ((group == null) ? "" : "&group=" + group);
			assertThat(body(get("i.officer", page, "zh-CN"))).as(name).doesNotContain("??").contains("支部IB9");
		});
		assertThat(this.bases.whole(List.of(MoreBases.OBJECTIONS), Lived.ORG).get(MoreBases.OBJECTIONS).many())
			.isZero();
		assertThat(this.bases.whole(List.of(MoreBases.OBJECTIONS), null).get(MoreBases.OBJECTIONS).hits()).isPositive();
		Basis proofs = MoreBases.PLAQUE_PROOFS;
		BasisTable.Line first = this.bases.lines(proofs, Lived.ORG, null, null, null, 1).get(0);
		assertThat(this.bases.lines(proofs, Lived.ORG, null, null, first, 9)).hasSize(1).doesNotContain(first);
		String dashboard = body(get("i.officer", "/insight?org=IB9", "en"));
		assertThat(dashboard).contains("/insight/behind/plaque-proofs?org=IB9", "1 of 2", "¥200.00");
		assertThat(get("i.ent", "/insight/behind/plaque-proofs?org=IB9", "en")).hasStatus(404);
		assertThat(get("i.officer", "/insight/behind/nothing", "en")).hasStatus(404);
		assertThat(get("i.officer", "/insight/behind/problem-days?group=S9", "en")).hasStatus(422);
	}

	@Test
	void stepsLeadToTheCasesThatWaitThere() {
		assertThat(get("i.officer", "/insight/waiting/none/task-x", "en")).hasStatusOk()
			.bodyText()
			.contains("PA-1990-0001", "PA-1990-0002");
		assertThat(get("i.officer", "/insight/waiting/none/task-x?org=IE2", "en")).hasStatusOk()
			.bodyText()
			.contains("PA-1990-0002")
			.doesNotContain("PA-1990-0001");
		assertThat(get("i.officer", "/insight/quiet?org=IE1", "zh-CN")).hasStatusOk()
			.bodyText()
			.contains("JI-2024-001")
			.doesNotContain("JI-2024-002", "??");
		assertThat(get("i.officer", "/insight/clocks?kind=RESOLVE&late=true", "en")).hasStatusOk();
		assertThat(get("i.officer", "/insight/clocks?kind=nonsense", "en")).hasStatus(422);
	}

	@Test
	void whatIsReservedForARoleIsKeptFromTheOthers() {
		this.jdbc.sql("update case_file set reserved_for = 'discipline' where number = 'PA-1990-0001'").update();
		try {
			assertThat(get("i.officer", "/insight/waiting/none/task-x", "en")).hasStatusOk()
				.bodyText()
				.contains("PA-1990-0002")
				.doesNotContain("PA-1990-0001");
		}
		finally {
			this.jdbc.sql("update case_file set reserved_for = null where number = 'PA-1990-0001'").update();
		}
	}

	@Test
	void activitiesAndProblemsLeadToTheirRows() {
		assertThat(get("i.officer", "/insight", "zh-CN")).bodyText().contains("/insight/plan", "/problems?open=true");
		for (String path : List.of("/insight/plan", "/insight/plan?org=IG1", "/insight/activities?pillar=TEAM",
				"/insight/activities?pillar=APPEAL&org=IE1&cursor=2026-01-01_HD-1")) {
			assertThat(get("i.officer", path, "zh-CN")).as(path).hasStatusOk().bodyText().doesNotContain("??");
		}
		assertThat(get("i.officer", "/insight/activities?pillar=FUN", "en")).hasStatus(422);
		assertThat(get("i.ent", "/insight/plan?org=IE2", "en")).hasStatus(404);
	}

	@Test
	void enterprisePeopleHaveTheirOwnFiguresOnly() {
		assertThat(get("i.ent", "/insight", "en")).hasStatusOk()
			.bodyText()
			.contains("Branch IE1")
			.doesNotContain("Branch IE2");
		assertThat(get("i.ent", "/insight?org=IE2", "en")).hasStatus(404);
		assertThat(get("i.ent", "/insight/quiet", "en")).hasStatusOk().bodyText().doesNotContain("JI-2024-002");
		assertThat(get("i.ent", "/insight/waiting", "en")).hasStatusOk()
			.bodyText()
			.contains("PA-1990-0001")
			.doesNotContain("PA-1990-0002");
		assertThat(get("i.stranger", "/insight", "en")).hasStatusOk()
			.bodyText()
			.contains("You belong to neither")
			.doesNotContain("Branch IE1");
		assertThat(get("i.stranger", "/insight/quiet", "en")).hasStatus(404);
	}

	@Test
	void aTableHoldsTheRowsOneMaySee() {
		String all = body(get("i.officer", "/exports/pairings.csv", "en"));
		assertThat(all).startsWith("\uFEFFNumber").contains("JI-2024-001", "JI-2024-002", "In force", "Branch IE1");
		String own = body(get("i.ent", "/exports/pairings.csv", "zh-CN"));
		assertThat(own).startsWith("\uFEFF编号").contains("JI-2024-001", "生效").doesNotContain("JI-2024-002");
		assertThat(body(get("i.ent", "/exports/cases.csv", "en"))).contains("PA-1990-0001", "Open", "Branch IE1")
			.doesNotContain("PA-1990-0002");
		assertThat(body(get("i.stranger", "/exports/pairings.csv", "en"))).contains("No rows");
	}

	@Test
	void everyLedgerIsThereInBothFormatsAndNotedInTheJournal() throws Exception {
		assertThat(get("i.admin", "/exports", "en")).hasStatusOk()
			.bodyText()
			.contains("/exports/pairings.xlsx", "/exports/plaques.csv", "/exports/cases.xlsx", "/exports/journal.csv",
					"/exports/meetings.csv", "/exports/activities.csv", "/exports/problems.csv");
		for (String name : List.of("pairings", "plaques", "cases", "journal", "meetings", "activities", "problems")) {
			assertThat(get("i.admin", "/exports/" + name + ".csv", "en")).as(name).hasStatusOk();
			MvcTestResult book = get("i.admin", "/exports/" + name + ".xlsx", "en");
			assertThat(book).hasStatusOk();
			assertThat(book.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment")
				.contains(name + ".xlsx");
			try (var zip = new ZipInputStream(new ByteArrayInputStream(book.getResponse().getContentAsByteArray()))) {
				assertThat(zip.getNextEntry()).isNotNull();
			}
		}
		for (String name : List.of("archive", "ceremonies", "evaluations", "follow-ups", "knowledge", "notices",
				"programmes", "resources")) {
			assertThat(get("i.officer", "/exports/" + name + ".csv", "zh-CN")).as(name).hasStatusOk();
		}
		assertThat(this.jdbc.sql("select count(*) from journal where what = 'export.written' and actor = 'i.admin'")
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(10);
	}

	@Test
	void theJournalIsForSystemAdministrators() {
		assertThat(get("i.officer", "/exports/journal.csv", "en")).hasStatus(404);
		assertThat(get("i.officer", "/exports", "en")).bodyText().doesNotContain("journal.csv");
		assertThat(get("i.officer", "/exports/nothing.csv", "en")).hasStatus(404);
	}

	private void task(String number, String party) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into case_file (id, number, process, definition, instance, title_en, title_zh, status, initiator,
				  opened_at, revision)
				values (:id, :number, 'none', 'x', 'x', 'A title', '标题', 'open', 'x', :at, 0)
				""").param("id", id).param("number", number).param("at", THEN).update();
		this.jdbc.sql("insert into case_party (case_id, org) values (:id, :org)")
			.param("id", id)
			.param("org", party)
			.update();
		this.jdbc
			.sql("""
					insert into work_item (id, case_number, process, definition, step, step_name, body, slot, asked, why, state,
					  title_en, title_zh, requested_by, created_at, due_at, round, review, reminders, escalated, version)
					values (:id, :number, 'none', 'x', 'task-x', 'Step 步骤', 'x', 'x', 'x', 'x', 'OPEN', 'x', 'x', 'x', :at, :at, 1,
					  false, 0, false, 0)
					""")
			.param("id", id.toString())
			.param("number", number)
			.param("at", THEN)
			.update();
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get()
			.uri(URI.create(path))
			.with(user(username))
			.header(HttpHeaders.ACCEPT_LANGUAGE, language)
			.exchange();
	}

	private static String body(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
