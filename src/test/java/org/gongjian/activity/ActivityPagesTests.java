package org.gongjian.activity;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of activities, resources, calendar, feed and news, through the doors. */
@HouseTest
class ActivityPagesTests {

	private static ActivityTown town;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ActivityTable table;

	@Autowired
	private NewsTable news;

	@BeforeEach
	void aTown() {
		if (town == null) {
			town = this.beans.createBean(ActivityTown.class);
			for (String username : List.of("ag1.liaison", "ae2.liaison", "a.safety", "a.party-officer")) {
				if (this.accounts.find(username).isEmpty()) {
					this.accounts.create(username, username, null, null);
				}
			}
		}
	}

	@AfterAll
	static void theTownIsLeft() {
		town.leave();
		town = null;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/activities", "/activities?q=x&status=RECORDING&org=AG1", "/activity-calendar",
			"/activity-calendar?month=2026-02&pairing=JD-TEST-901", "/activity-calendar?month=nonsense", "/resources",
			"/resources?kind=VENUE&q=x", "/resources/new", "/new/activity-proposal" })
	void pagesOpenInBothLanguages(String path) {
		assertThat(get("ag1.liaison", path, "en")).hasStatusOk();
		assertThat(get("ag1.liaison", path, "zh-CN")).hasStatusOk();
	}

	@Test
	void anActivityIsShownToItsOwnAndToNobodyElse() {
		String handle = published();
		assertThat(get("ag1.liaison", "/activities/" + handle, "zh-CN")).hasStatusOk()
			.bodyText()
			.contains("联合学习党章", "变更", "主办");
		assertThat(get("ae2.liaison", "/activities/" + handle, "en")).hasStatus(404);
		assertThat(get("ae2.liaison", "/activities", "en")).bodyText().doesNotContain(handle);
		assertThat(get("a.party-officer", "/pairings/" + ActivityTown.PAIRING, "en")).bodyText()
			.contains("/activities/" + handle)
			.doesNotContain("/new/activity-proposal");
		assertThat(get("ag1.liaison", "/activities/" + activity(handle).caseNumber(), "en"))
			.as("its case still leads to it")
			.hasStatusOk();
	}

	@Test
	void thePageOfAPairingBeginsAProposalThatKnowsIt() {
		String start = "/new/activity-proposal?pairing=" + ActivityTown.PAIRING;
		assertThat(get("ag1.liaison", "/pairings/" + ActivityTown.PAIRING, "en")).bodyText()
			.contains("href=\"" + start + "\"");
		assertThat(get("ag1.liaison", start, "en")).bodyText()
			.contains("value=\"" + ActivityTown.PAIRING + "\" selected", "value=\"AG1\"", "value=\"AE1\"");
	}

	@Test
	void aChangeThatIsWrongIsShownAgainWithWhatWasTyped() {
		String handle = published();
		String path = "/activities/" + handle + "/change";
		assertThat(get("ag1.liaison", path, "en")).hasStatusOk();
		MvcTestResult wrong = post("ag1.liaison", path, Map.of("place", "新地点", "participants", "1"));
		assertThat(wrong).hasStatus(422).bodyText().contains("新地点", "start-error", "reason-error");
		LocalDateTime start = LocalDateTime.ofInstant(activity(handle).startsAt(), Time.OFFICE).plusHours(1);
		assertThat(
				post("ag1.liaison", path,
						Map.of("start", start.toString(), "end", start.plusHours(2).toString(), "place", "新地点",
								"placeKind", "INDOOR", "participants", "20", "reason", "会议室调整")))
			.hasRedirectedUrl("/activities/" + handle);
		assertThat(activity(handle).place()).isEqualTo("新地点");
	}

	@Test
	void safetyCallsItOffWithAReason() {
		String handle = published();
		assertThat(post("a.safety", "/activities/" + handle + "/cancel", Map.of("reason", " "))).hasStatus(422);
		assertThat(post("a.safety", "/activities/" + handle + "/cancel", Map.of("reason", "台风红色预警")))
			.hasRedirectedUrl("/activities/" + handle);
		assertThat(post("a.safety", "/activities/" + handle + "/cancel", Map.of("reason", "台风红色预警"))).hasStatus(409);
	}

	@Test
	void oneLikeItAndOneOfThePlanBeginAsDrafts() {
		String handle = published();
		assertThat(post("ag1.liaison", "/activities/" + handle + "/copy", Map.of()))
			.hasRedirectedUrl("/new/activity-proposal");
		assertThat(get("ag1.liaison", "/new/activity-proposal", "en")).bodyText().contains("党员活动室");
		String row = town.planRow("学习计划第九项");
		String way = "/activities/plan/" + row;
		String pairing = "/pairings/" + ActivityTown.PAIRING;
		assertThat(get("ag1.liaison", pairing, "en")).bodyText().contains(way);
		assertThat(get("a.safety", pairing, "en")).bodyText().doesNotContain(way);
		assertThat(post("ag1.liaison", way, Map.of())).hasRedirectedUrl("/new/activity-proposal");
		assertThat(get("ag1.liaison", "/new/activity-proposal", "en")).bodyText().contains("学习计划第九项");
		String item = town.item("设备更新政策辅导");
		assertThat(post("ae2.liaison", "/activities/item/" + item, Map.of())).hasStatus(404);
		assertThat(post("ag1.liaison", "/activities/item/" + item, Map.of()))
			.hasRedirectedUrl("/new/activity-proposal");
		assertThat(get("ag1.liaison", "/new/activity-proposal", "en")).bodyText().contains("设备更新政策辅导");
	}

	@Test
	void thePageOfAPairingLeadsFromItsPlanToAProposal() {
		String row = town.planRow("走访计划第十项");
		String button = "action=\"/activities/plan/" + row + "\"";
		assertThat(get("ag1.liaison", "/pairings/" + ActivityTown.PAIRING, "en")).bodyText()
			.contains("走访计划第十项", button, "/activities?pairing=" + ActivityTown.PAIRING);
		assertThat(get("a.party-officer", "/pairings/" + ActivityTown.PAIRING, "zh-CN")).bodyText()
			.contains("走访计划第十项", "尚未执行")
			.doesNotContain(button);
		var data = town.study();
		data.put("planRow", row);
		String handle = this.table.ofCase(town.propose("ag1.liaison", data)).orElseThrow().handle();
		assertThat(get("ag1.liaison", "/pairings/" + ActivityTown.PAIRING, "en")).bodyText()
			.contains("/activities/" + handle)
			.doesNotContain(button);
	}

	@Test
	void anActivityHasPapersForWhomItConcerns() throws Exception {
		String handle = published();
		for (String paper : List.of("scheme", "sign-in")) {
			MvcTestResult pdf = get("ag1.liaison", "/activities/" + handle + "/" + paper + ".pdf", "en");
			assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
			assertThat(text(pdf)).contains("联合学习党章", "党员活动室");
			assertThat(get("ae2.liaison", "/activities/" + handle + "/" + paper + ".pdf", "en")).hasStatus(404);
		}
		assertThat(get("ag1.liaison", "/activities/" + handle + "/summary.pdf", "en")).as("not recorded yet")
			.hasStatus(404);
		assertThat(get("ag1.liaison", "/activities/" + handle + "/nonsense.pdf", "en")).hasStatus(404);
		assertThat(get("ag1.liaison", "/activities/" + handle, "en")).bodyText()
			.contains("Sign-in sheet to print (PDF)")
			.doesNotContain("Summary (PDF)");
		String number = activity(handle).caseNumber();
		town.fire(number, "timer-readiness");
		town.fire(number, "timer-activity-end");
		town.decide("ag1.liaison", number, "task-record", "COMPLETE", town.record(number, null));
		town.decide("ae1.liaison", number, "task-co-host-verify", "CONFIRM", Map.of("score", 5));
		assertThat(text(get("ag1.liaison", "/activities/" + handle + "/summary.pdf", "en"))).contains("三条共建措施", "90%");
	}

	private static String text(MvcTestResult pdf) throws Exception {
		try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
			return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
		}
	}

	@Test
	void anOrganisationSetsItsPartyDayItself() {
		var friday = Map.of("organisation", "AG1", "week", "2", "weekday", "5", "version", "-1");
		assertThat(post("ae2.liaison", "/activity-calendar/party-day", friday)).hasStatus(403);
		assertThat(post("ag1.liaison", "/activity-calendar/party-day",
				Map.of("organisation", "AG1", "week", "9", "weekday", "5", "version", "-1")))
			.hasStatus(422);
		assertThat(post("ag1.liaison", "/activity-calendar/party-day", friday)).hasRedirectedUrl("/activity-calendar");
		assertThat(post("ag1.liaison", "/activity-calendar/party-day", friday)).as("set meanwhile").hasStatus(409);
		assertThat(get("ag1.liaison", "/activity-calendar?month=2026-12", "en")).bodyText()
			.contains("second", "Friday", "in this month 11 Dec 2026");
		assertThat(get("ag1.liaison", "/activity-calendar?month=2026-12", "zh-CN")).bodyText()
			.contains("第二个", "星期五", "2026年12月11日");
		assertThat(post("ag1.liaison", "/activity-calendar/party-day",
				Map.of("organisation", "AG1", "week", "5", "weekday", "1", "version", "0")))
			.hasRedirectedUrl("/activity-calendar");
		assertThat(get("ag1.liaison", "/activity-calendar?month=2026-12", "en")).bodyText().contains("28 Dec 2026");
	}

	@Test
	void aResourceIsAddedByItsOwnerAndChangedByNobodyElse() {
		assertThat(post("ag1.liaison", "/resources", Map.of("kind", "VENUE", "owner", "AE2", "name", "")))
			.hasStatus(422);
		MvcTestResult added = post("ag1.liaison", "/resources",
				Map.of("kind", "VENUE", "owner", "AG1", "name", "一号会议室", "bookable", "true", "active", "true"));
		String address = added.getResponse().getRedirectedUrl();
		assertThat(get("ae2.liaison", address, "en")).hasStatusOk().bodyText().contains("一号会议室");
		assertThat(get("ae2.liaison", address + "/edit", "en")).hasStatus(403);
		assertThat(get("ag1.liaison", address + "/edit", "en")).hasStatusOk();
		var change = Map.of("kind", "VENUE", "owner", "AG1", "name", "二号会议室", "version", "0");
		assertThat(post("ag1.liaison", address, change)).hasRedirectedUrl(address);
		assertThat(post("ag1.liaison", address, change)).hasStatus(409);
	}

	@Test
	void aFeedIsReadWithoutLoginUntilItIsRevoked() {
		String handle = published();
		MvcTestResult made = post("ag1.liaison", "/activity-calendar/feed", Map.of());
		String address = String.valueOf(made.getMvcResult().getFlashMap().get("address"));
		String path = address.substring(address.indexOf("/feeds/"));
		assertThat(this.mvc.get().uri(path)).hasStatusOk()
			.bodyText()
			.contains("BEGIN:VCALENDAR\r\n", "DESCRIPTION:" + handle, "SUMMARY:联合学习党章");
		assertThat(post("ag1.liaison", "/activity-calendar/feed/revoke", Map.of()))
			.hasRedirectedUrl("/activity-calendar");
		assertThat(this.mvc.get().uri(path)).hasStatus(404);
	}

	@Test
	void newsArePublicOnceTheirMomentHasCome() {
		Activity activity = activity(published());
		News now = new News(UUID.randomUUID(), "今日新闻标题", "正文".repeat(60), "https://example.org/1",
				town.now().minusSeconds(5));
		this.news.insert(now, activity, List.of("one", "two", "three"));
		News later = new News(UUID.randomUUID(), "明日新闻标题", "正文".repeat(60), null, town.now().plusSeconds(90_000));
		this.news.insert(later, activity(published()), List.of("one", "two", "three"));
		assertThat(this.mvc.get().uri("/news")).hasStatusOk().bodyText().contains("今日新闻标题").doesNotContain("明日新闻标题");
		assertThat(this.mvc.get().uri("/news/" + now.id())).hasStatusOk();
		assertThat(this.mvc.get().uri("/news/" + later.id())).hasStatus(404);
	}

	private String published() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		return this.table.ofCase(number).orElseThrow().handle();
	}

	private Activity activity(String handle) {
		return this.table.find(handle).orElseThrow();
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get().uri(path).with(user(username)).header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange();
	}

	private MvcTestResult post(String username, String path, Map<String, String> fields) {
		var request = this.mvc.post().uri(path).with(user(username)).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

}
