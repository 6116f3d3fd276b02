package org.gongjian.pairing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Actor;
import org.gongjian.support.HouseTest;
import org.gongjian.support.Settlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of pairings and programmes. */
@HouseTest
class PairingPagesTests {

	private static PairingHouse house;

	private static String number;

	private static String handle;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void aPairingInForce() {
		if (house == null) {
			house = this.beans.createBean(PairingHouse.class);
			house.town.holds("p.sys", "sys-admin");
			house.enterprise(36);
			number = house.story.inForce("PG1", house.enterprise(35));
			handle = house.row(number).number();
			for (String username : List.of("p.officer", "p.sys", "pe35.liaison", "pe36.liaison")) {
				if (this.accounts.find(username).isEmpty()) {
					this.accounts.create(username, username, null, "kettle window forty two");
				}
			}
		}
	}

	@AfterAll
	static void theTownIsLeft() {
		house.town.leave();
		house = null;
	}

	@Test
	void theListShowsAPairingInBothLanguages() {
		assertThat(get("/pairings?text=" + handle, "p.officer", "en")).hasStatusOk()
			.bodyText()
			.contains(handle, "Branch PG1", "Branch PE35", "In force");
		assertThat(get("/pairings?text=" + handle, "p.officer", "zh-CN")).hasStatusOk()
			.bodyText()
			.contains(handle, "测试PG1党支部", "生效中")
			.doesNotContain("??");
	}

	@Test
	void filtersThatFindNothingSaySo() {
		assertThat(get("/pairings?text=%25nothing%25&status=IN_FORCE&org=PG1", "p.officer", "en")).hasStatusOk()
			.bodyText()
			.contains("Nothing found");
		assertThat(get("/pairings?status=NONSENSE", "p.officer", "en")).hasStatusOk();
		assertThat(get("/pairings?cursor=nonsense", "p.officer", "en")).hasStatus(422);
	}

	@Test
	void onePairingShowsItsListsPlanAndAgreement() {
		assertThat(get("/pairings/" + handle, "pe35.liaison", "en")).hasStatusOk()
			.bodyText()
			.contains("政策资料", "设备更新补贴政策辅导", "政策进企业", "联合学习党章", "XY-", "/cases/" + number);
		assertThat(get("/pairings/" + handle, "pe35.liaison", "zh-CN")).hasStatusOk()
			.bodyText()
			.contains("资源清单", "年度活动计划", "共建协议")
			.doesNotContain("??");
	}

	@Test
	void whatIsNotOnesOwnDoesNotExist() {
		assertThat(get("/pairings/" + handle, "pe36.liaison", "en")).hasStatus(404);
		assertThat(get("/pairings/JD-1999-001", "pe36.liaison", "en")).hasStatus(404);
		assertThat(get("/pairings", "pe36.liaison", "en")).bodyText().doesNotContain(handle);
	}

	@Test
	void theMatrixIsATableWithHeadings() {
		assertThat(get("/pairings/matrix", "p.officer", "en")).hasStatusOk()
			.bodyText()
			.contains("scope=\"col\"", "scope=\"row\"", handle + ": Branch PG1 with Branch PE35");
		assertThat(get("/pairings/matrix", "pe36.liaison", "zh-CN")).hasStatusOk().bodyText().doesNotContain(handle);
	}

	@Test
	void theMatrixShowsAPartAndLeadsToTheRest() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			status.setRollbackOnly();
			manyPartners();
			aPartIsShown();
		});
	}

	private void manyPartners() {
		var settlers = new Settlers(this.jdbc, "matrix");
		settlers.programme("PMX", true);
		settlers.organisation("PMG", "Branch PMG", "支部PMG", "GOVERNMENT", "BRANCH");
		for (int i = 1; i <= 30; i++) {
			String code = "PME%02d".formatted(i);
			settlers.organisation(code, "Branch " + code, "支部" + code + "（演示）", "ENTERPRISE", "BRANCH");
			settlers.pairing("JM-%02d".formatted(i), "PMX", "PMG", code);
		}
		this.jdbc.sql("update pairing set status = 'EXPIRED', open_pair = null where number = 'JM-02'").update();
	}

	private void aPartIsShown() {
		assertThat(get("/pairings/matrix?text=PMG", "p.officer", "en")).hasStatusOk()
			.bodyText()
			.contains("1 of 1 government organisations and 25 of 30 enterprise", "JM-01: Branch PMG with Branch PME01",
					"JM-02, ended: ", "<td class=\"matrix__sum\">29</td>", "column=PME25")
			.doesNotContain("JM-26");
		assertThat(get("/pairings/matrix?text=PMG&column=PME25", "p.officer", "zh-CN")).hasStatusOk()
			.bodyText()
			.contains("JM-26", "JM-30", "30个", "<span title=\"支部PME26（演示）\">支部PME26</span>")
			.doesNotContain("JM-25", "column=PME", "??");
		assertThat(get("/pairings/matrix?text=PME30", "p.officer", "en")).bodyText()
			.contains("JM-30")
			.doesNotContain("JM-29");
		assertThat(get("/pairings/matrix?cursor=PMF", "p.officer", "en")).bodyText().contains("JM-01");
		assertThat(get("/pairings/matrix?text=PMG", "pe36.liaison", "en")).bodyText()
			.contains("Nothing found")
			.doesNotContain("PME01");
	}

	@Test
	void programmesAreKeptByTheSystemAdministrator() {
		assertThat(get("/admin/programmes", "p.officer", "en")).hasStatus(403);
		assertThat(get("/admin/programmes", "p.sys", "zh-CN")).hasStatusOk().bodyText().contains("测试方案");
		assertThat(get("/admin/programmes/new", "p.sys", "en")).hasStatusOk();
		MvcTestResult wrong = post("p.sys", "/admin/programmes/new", "code", "x", "titleEn", "Only English", "startsOn",
				"soon");
		assertThat(wrong).hasStatus(422)
			.bodyText()
			.contains("Only English", "Enter the title in Chinese.", "id=\"startsOn-error\"");
		assertThat(post("p.sys", "/admin/programmes/new", "code", "JH-X", "titleEn", "X", "titleZh", "某方案", "startsOn",
				"2026-06-01", "endsOn", "2026-12-31"))
			.hasStatus(422)
			.bodyText()
			.contains("one is open at a time");
		assertThat(post("p.sys", "/admin/programmes/new", "code", "JH-X", "titleEn", "X", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31"))
			.hasStatus3xxRedirection();
		assertThat(post("p.sys", "/admin/programmes/JH-X", "code", "JH-X", "titleEn", "Y", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31", "closed", "true", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post("p.sys", "/admin/programmes/JH-X", "code", "JH-X", "titleEn", "Z", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31", "version", "0"))
			.hasStatus(409);
		assertThat(get("/admin/programmes/JH-X", "p.sys", "en")).hasStatusOk().bodyText().contains("value=\"Y\"");
	}

	@Test
	void itemsAreMovedOnByBothSides() {
		String item = "/pairings/" + handle + "/items/" + house.pairings.items(house.row(number)).get(0).id();
		assertThat(get(item, "pe35.liaison", "zh-CN")).hasStatusOk().bodyText().contains("目前进展").doesNotContain("??");
		assertThat(get(item, "pe36.liaison", "en")).hasStatus(404);
		assertThat(post("pe35.liaison", item, "version", "0", "status", "DONE", "note", "kept")).hasStatus(422)
			.bodyText()
			.contains("Choose how far it is.", "kept");
		assertThat(post("pe35.liaison", item, "version", "0", "status", "DOING")).hasStatus3xxRedirection();
		assertThat(post("pe35.liaison", item, "version", "0", "status", "DONE", "note", "two sessions")).hasStatus(409);
		assertThat(get("/pairings/" + handle, "p.officer", "en")).bodyText().contains("Under way");
	}

	@Test
	void theOfficerLooksAfterInactivePairings() {
		assertThat(get("/pairings/inactive", "pe35.liaison", "en")).hasStatus(403);
		assertThat(get("/pairings/inactive", "p.officer", "zh-CN")).hasStatusOk().bodyText().doesNotContain("??");
		String suspend = "/pairings/" + handle + "/watch/suspend";
		assertThat(get(suspend, "p.officer", "en")).hasStatusOk();
		assertThat(post("p.officer", suspend, "note", "no")).hasStatus(422).bodyText().contains("Write 5 to 300");
		assertThat(post("pe35.liaison", suspend, "note", "because we move")).hasStatus(403);
		assertThat(post("p.officer", suspend, "note", "because they move")).hasStatus3xxRedirection();
		assertThat(get("/pairings/" + handle, "pe35.liaison", "en")).bodyText()
			.contains("Suspended", "because they move");
		assertThat(post("p.officer", "/pairings/" + handle + "/watch/resume", "note", "they have moved"))
			.hasStatus3xxRedirection();
		assertThat(get("/pairings/" + handle + "/watch/nonsense", "p.officer", "en")).hasStatus(404);
	}

	@Test
	void aRenewalBeginsWithWhatIsInForce() {
		assertThat(get("/new/pairing-approval?requestType=RENEW&pairingId=" + handle, "pe35.liaison", "en"))
			.hasStatusOk()
			.bodyText()
			.contains("value=\"" + handle + "\"", "value=\"" + house.row(number).termEnd().plusDays(1) + "\"");
		assertThat(get("/new/pairing-approval?requestType=RENEW&pairingId=" + handle, "pe36.liaison", "en"))
			.hasStatusOk()
			.bodyText()
			.doesNotContain(handle);
	}

	@Test
	void severalPairsOfAProgrammeAreCheckedAndStartedEachOnItsOwn() {
		house.enterprise(54);
		house.enterprise(55);
		String page = "/programmes/" + PairingTown.PROGRAMME;
		assertThat(get("/programmes", "p.officer", "zh-CN")).hasStatusOk().bodyText().contains("测试方案");
		assertThat(get(page, "p.officer", "en")).hasStatusOk();
		assertThat(get(page, "pe35.liaison", "en")).hasStatus(403);
		assertThat(post("p.officer", page, "action", "check")).hasStatus(422).bodyText().contains("Choose 1 to 100");
		String[] batch = { "governments", "PG1", "enterprises", "PE54", "reasons", "", "governments", "PG1",
				"enterprises", "PE35", "reasons", "", "governments", "PG2", "enterprises", "PE55", "reasons", "",
				"reason", "双方业务互补,支部组织生活可以共同开展。", "focusAreas", "TEAM", "termStart", house.story.today().toString(),
				"termEnd", house.story.today().plusYears(1).toString(), "plannedActivities", "3", "plannedDeeds", "1",
				"token", "batch-of-the-pages", "action", "check" };
		assertThat(post("p.officer", page, batch)).hasStatusOk()
			.bodyText()
			.contains("2 of 3 rows are right", "paired already", "Start 2 cases");
		assertThat(house.pairings.list(Actor.SYSTEM, new PairingFilter("", null, "PE54"), null, 5).items()).isEmpty();
		batch[batch.length - 1] = "start";
		assertThat(post("p.officer", page, batch)).hasStatusOk()
			.bodyText()
			.contains("2 of 3 cases were started", "PA-");
		assertThat(post("p.officer", page, batch)).as("sent twice").hasStatusOk().bodyText().contains("2 of 3 cases");
		assertThat(house.pairings.list(Actor.SYSTEM, new PairingFilter("", null, "PE54"), null, 5).items()).hasSize(1);
	}

	@Test
	void aFileOfPairsIsReadOrRefused() {
		house.enterprise(56);
		String page = "/programmes/" + PairingTown.PROGRAMME;
		assertThat(upload(page, "nonsense")).hasStatus(422).bodyText().contains("The first line must be");
		assertThat(upload(page, "governmentOrg,enterpriseOrg\n")).hasStatus(422).bodyText().contains("Choose 1 to 100");
		assertThat(upload(page, "governmentOrg,enterpriseOrg,reason\nPG1,PE56,\nPG1,PE56,\nPG1,NOBODY,\n"))
			.hasStatusOk()
			.bodyText()
			.contains("0 of 3 rows", "stands there twice", "NOBODY");
	}

	private MvcTestResult upload(String uri, String csv) {
		return this.mvc.post()
			.uri(uri)
			.multipart()
			.file(new MockMultipartFile("file", "pairs.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
			.param("action", "check")
			.header("Accept-Language", "en")
			.with(user("p.officer"))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private MvcTestResult get(String uri, String username, String language) {
		return this.mvc.get().uri(uri).header("Accept-Language", language).with(user(username)).exchange();
	}

	private MvcTestResult post(String username, String uri, String... fields) {
		var request = this.mvc.post()
			.uri(uri)
			.header("Accept-Language", "en")
			.with(user(username))
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static RequestPostProcessor user(String username) {
		return SecurityMockMvcRequestPostProcessors.user(username);
	}

}
