package org.gongjian.pairing;

import java.util.List;

import org.gongjian.identity.Accounts;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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
	void programmesAreKeptByTheSystemAdministrator() {
		assertThat(get("/admin/programmes", "p.officer", "en")).hasStatus(403);
		assertThat(get("/admin/programmes", "p.sys", "zh-CN")).hasStatusOk().bodyText().contains("测试方案");
		assertThat(get("/admin/programmes/new", "p.sys", "en")).hasStatusOk();
		MvcTestResult wrong = post("/admin/programmes/new", "code", "x", "titleEn", "Only English", "startsOn", "soon");
		assertThat(wrong).hasStatus(422)
			.bodyText()
			.contains("Only English", "Enter the title in Chinese.", "id=\"startsOn-error\"");
		assertThat(post("/admin/programmes/new", "code", "JH-X", "titleEn", "X", "titleZh", "某方案", "startsOn",
				"2026-06-01", "endsOn", "2026-12-31"))
			.hasStatus(422)
			.bodyText()
			.contains("one is open at a time");
		assertThat(post("/admin/programmes/new", "code", "JH-X", "titleEn", "X", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31"))
			.hasStatus3xxRedirection();
		assertThat(post("/admin/programmes/JH-X", "code", "JH-X", "titleEn", "Y", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31", "closed", "true", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post("/admin/programmes/JH-X", "code", "JH-X", "titleEn", "Z", "titleZh", "某方案", "startsOn",
				"2020-06-01", "endsOn", "2020-12-31", "version", "0"))
			.hasStatus(409);
		assertThat(get("/admin/programmes/JH-X", "p.sys", "en")).hasStatusOk().bodyText().contains("value=\"Y\"");
	}

	private MvcTestResult get(String uri, String username, String language) {
		return this.mvc.get().uri(uri).header("Accept-Language", language).with(user(username)).exchange();
	}

	private MvcTestResult post(String uri, String... fields) {
		var request = this.mvc.post()
			.uri(uri)
			.header("Accept-Language", "en")
			.with(user("p.sys"))
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
