package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongjian.meeting.FollowUp;
import org.gongjian.meeting.FollowUpFilter;
import org.gongjian.meeting.FollowUps;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.pairing.PairingEnded;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.calendar.OfficeHours;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/** Walk-throughs 6 to 10 and their opposites, through every room and the engine. */
@HouseTest
class ActivityHouseTests {

	private static ActivityTown town;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private ActivityTable table;

	@Autowired
	private BookingTable bookings;

	@Autowired
	private Published published;

	@Autowired
	private Activities activities;

	@Autowired
	private NewsTable news;

	@Autowired
	private PublicNews publicNews;

	@Autowired
	private FollowUps followUps;

	@Autowired
	private ProblemTable problems;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void aTown() {
		if (town == null) {
			town = this.beans.createBean(ActivityTown.class);
		}
	}

	@AfterAll
	static void theTownIsLeft() {
		town.leave();
		town = null;
	}

	@Test
	void walk6aPlannedStudyNeedsOnlyItsTwoSidesAndIsFiled() {
		String number = town.propose("ag1.liaison", town.study());
		assertThat(town.openSteps(number)).containsExactly("task-co-host-confirm");
		town.confirm(number);
		Activity activity = row(number);
		assertThat(activity.status()).isEqualTo(ActivityStatus.PUBLISHED);
		assertThat(activity.number()).startsWith("HD-");
		assertThat(activity.level()).isEqualTo("BRANCH");
		assertThat(town.openSteps(number)).isEmpty();
		assertThat(town.cases.log(number)).extracting((entry) -> entry.action()).contains("FILED");
	}

	@Test
	void walk6unplannedItGoesToTheDepartment() {
		var data = town.study();
		data.remove("planRow");
		String number = town.propose("ag1.liaison", data);
		assertThat(town.cases.data(number).get("warnings")).asInstanceOf(LIST).contains("UNPLANNED");
		town.confirm(number);
		assertThat(town.openSteps(number)).containsExactly("task-party-officer");
		assertThat(town.asked(number)).contains("a.party-officer");
	}

	@Test
	void walk7aChildrensDayIsReviewedAndApprovedByTheLeader() {
		var data = children();
		String number = town.propose("ag1.liaison", data);
		assertThat(row(number).risk()).isEqualTo("HIGH");
		assertThat(town.cases.data(number).get("warnings")).asInstanceOf(LIST)
			.contains("PHOTO_MINORS", "NO_FILM")
			.doesNotContain("NO_LESSON");
		town.confirm(number);
		assertThat(town.openSteps(number)).containsExactly("task-integrity-review", "task-safety-review");
		town.safety(number);
		town.integrity(number);
		town.decide("a.party-officer", number, "task-party-officer", "APPROVE", Map.of());
		assertThat(town.openSteps(number)).containsExactly("task-leader");
		town.decide("a.wc-deputy", number, "task-leader", "APPROVE", Map.of("leaderAttends", true));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.PUBLISHED);
		toNews(number);
		newsOfMinorsNeedConsent(number);
	}

	private void toNews(String number) {
		town.fire(number, "timer-readiness");
		town.readiness(number);
		town.fire(number, "timer-activity-end");
		var record = town.record(number, null);
		record.put("photosMinors", true);
		record.put("publicityWanted", true);
		town.decide("ag1.liaison", number, "task-record", "COMPLETE", record);
		town.decide("ae1.liaison", number, "task-co-host-verify", "CONFIRM", Map.of("score", 5));
		assertThat(town.openSteps(number)).containsExactly("task-draft");
	}

	private void newsOfMinorsNeedConsent(String number) {
		var draft = new HashMap<String, Object>();
		draft.put("headline", "童心向党迎六一");
		draft.put("newsBody", "机关党支部与企业党支部共同开展主题党日活动，".repeat(6));
		draft.put("channels", List.of("SITE"));
		draft.put("namesChecked", true);
		draft.put("namesLeaders", false);
		draft.put("minorsInPhotos", true);
		draft.put("newsPhotos", List.of(town.picture("ag1.liaison")));
		assertThat(refused(() -> town.decide("ag1.liaison", number, "task-draft", "SUBMIT", draft)))
			.containsExactly("consentFiles");
		draft.put("consentFiles", List.of(town.upload("ag1.liaison")));
		town.decide("ag1.liaison", number, "task-draft", "SUBMIT", draft);
		var text = Map.<String, Object>of("newsBody", draft.get("newsBody"));
		town.decide("ag1.secretary", number, "task-first-review", "APPROVE", text);
		town.returnTo("a.publicity", number, "task-second-review", "START");
		assertThat(town.openSteps(number)).containsExactly("task-draft");
		draft.put("newsPhotos", List.of(town.picture("ag1.liaison"), town.upload("ag1.liaison")));
		assertThat(refused(() -> town.decide("ag1.liaison", number, "task-draft", "SUBMIT", draft)))
			.as("a photo is a picture")
			.containsExactly("newsPhotos");
		draft.put("newsPhotos", List.of(town.picture("ag1.liaison")));
		town.decide("ag1.liaison", number, "task-draft", "SUBMIT", draft);
		town.decide("ag1.secretary", number, "task-first-review", "APPROVE", text);
		town.decide("a.publicity", number, "task-second-review", "APPROVE", text);
		assertThat(town.asked(number)).contains("a.party-head");
		town.decide("a.party-head", number, "task-final-review", "APPROVE", text);
		assertThat(this.news.ofActivity(row(number).id())).isEmpty();
		town.decide("a.publicity", number, "task-publish", "COMPLETE",
				Map.of("publishedAt", town.now().toString(), "newsUrl", "https://example.org/1"));
		News shown = this.news.ofActivity(row(number).id()).orElseThrow();
		assertThat(shown.headline()).isEqualTo("童心向党迎六一");
		assertThat(this.news.photos(shown.id())).as("with consent").hasSize(1);
		assertThat(this.publicNews.of(town.cases.get(number))).extracting((one) -> one.href())
			.containsExactly("/news/" + shown.id());
		archived(number);
	}

	private void archived(String number) {
		assertThat(town.openSteps(number)).containsExactly("task-archive");
		town.decide("a.archivist", number, "task-archive", "COMPLETE",
				Map.of("hasScheme", true, "hasSafety", true, "hasRecord", true, "hasCosts", true, "retention", "10Y"));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.ARCHIVED);
		assertThat(row(number).score()).isEqualTo(5);
		assertThat(town.cases.get(number).status()).isEqualTo("completed");
	}

	private static Map<String, Object> children() {
		var data = town.study();
		data.put("title", "欢庆六一主题党日");
		data.put("activityType", "THEME_PARTY_DAY");
		data.put("isThemePartyDay", true);
		data.put("lessonTopic", "关爱未成年人");
		data.put("minorsInvolved", true);
		data.put("minorsCount", 10);
		data.put("guardianConsentPlan", "社区提前一周收集监护人同意书。");
		data.put("foodProvided", "PACKAGED");
		data.put("safetyPlan", List.of(town.upload("ag1.liaison")));
		return data;
	}

	@Test
	void walk8aWalkIsCheckedTheDayBeforeAndBadWeatherGivesTheVenueBack() {
		String venue = town.venue("八号广场");
		String number = town.propose("ag1.liaison", outdoor(venue));
		assertThat(row(number).risk()).isEqualTo("MED");
		town.confirm(number);
		town.safety(number);
		town.decide("a.party-officer", number, "task-party-officer", "APPROVE", Map.of());
		assertThat(this.bookings.ofActivity(row(number).id())).singleElement().matches(Booking::confirmed);
		assertThat(town.due(number, "timer-readiness").atZone(Time.OFFICE).toLocalTime()).isEqualTo(OfficeHours.OPEN);
		town.fire(number, "timer-readiness");
		assertThat(town.asked(number)).containsExactly("ag1.liaison");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.published.cancel(town.actor("a.finance"), handle(number), "台风红色预警"));
		this.published.cancel(town.actor("a.safety"), handle(number), "台风红色预警");
		assertThat(this.bookings.ofActivity(row(number).id())).singleElement().matches((one) -> !one.confirmed());
		assertThat(row(number).status()).isEqualTo(ActivityStatus.CANCELLED);
		assertThat(row(number).reason()).isEqualTo("台风红色预警");
		assertThat(town.cases.get(number).status()).isEqualTo("terminated");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.published.cancel(town.actor("a.safety"), handle(number), "台风红色预警"));
	}

	private static Map<String, Object> outdoor(String venue) {
		var data = town.study();
		data.put("title", "文明健步走");
		data.put("activityType", "WALK");
		data.put("placeKind", "OUTDOOR");
		ActivityTown.people(data, 60);
		data.put("safetyPlan", List.of(town.upload("ag1.liaison")));
		data.put("venue", venue);
		return data;
	}

	@Test
	void aMissingItemGoesToTheSecretaryWhoPostponesUnderTheSameNumber() {
		String number = town.propose("ag1.liaison", outdoor(town.venue("九号广场")));
		town.confirm(number);
		town.safety(number);
		town.decide("a.party-officer", number, "task-party-officer", "APPROVE", Map.of());
		String published = handle(number);
		town.fire(number, "timer-readiness");
		town.readiness(number, "readyPeople");
		assertThat(town.asked(number)).containsExactly("ag1.secretary");
		String later = LocalDateTime.ofInstant(town.now(), Time.OFFICE)
			.plusDays(40)
			.truncatedTo(ChronoUnit.HOURS)
			.toString();
		town.decide("ag1.secretary", number, "task-go-decision", "POSTPONE", Map.of("newStart", later));
		assertThat(town.openSteps(number)).containsExactly("task-co-host-confirm");
		assertThat(row(number).edition()).isEqualTo(2);
		assertThat(this.bookings.ofActivity(row(number).id())).noneMatch(Booking::confirmed);
		town.confirm(number);
		town.safety(number);
		town.decide("a.party-officer", number, "task-party-officer", "APPROVE", Map.of());
		assertThat(handle(number)).isEqualTo(published);
		assertThat(this.bookings.ofActivity(row(number).id())).filteredOn(Booking::confirmed).hasSize(1);
	}

	@Test
	void walk9aGiftForOfficialsIsProhibitedWithItsReason() {
		var data = town.study();
		data.put("benefitsFromEnterprise", List.of("GIFT"));
		String number = town.propose("ag1.liaison", data);
		assertThat(row(number).status()).isEqualTo(ActivityStatus.RETURNED);
		assertThat(town.cases.data(number)).containsEntry("riskReason", "GIFT_OR_FEE");
		assertThat(town.openSteps(number)).containsExactly("task-revise");
		town.decide("ag1.liaison", number, "task-revise", "RESUBMIT",
				Map.of("benefitsFromEnterprise", List.of("NONE")));
		assertThat(town.openSteps(number)).containsExactly("task-co-host-confirm");
	}

	@Test
	void walk10costsAboveTheBudgetAreExplainedAndSettled() {
		String number = costly("1150.00");
		assertThat(town.openSteps(number)).containsExactly("task-explain-costs");
		var costs = Map.<String, Object>of("actualCost", town.cases.data(number).get("actualCost"));
		assertThat(refused(() -> town.decide("ag1.secretary", number, "task-explain-costs", "COMPLETE", costs)))
			.containsExactly("varianceReason");
		var explained = new HashMap<>(costs);
		explained.put("varianceReason", "材料价格上涨");
		town.decide("ag1.secretary", number, "task-explain-costs", "COMPLETE", explained);
		assertThat(town.asked(number)).contains("a.finance");
		town.decide("a.finance", number, "task-settle", "SETTLED", Map.of("settledAmount", 1150, "voucherNo", "V-1"));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.ARCHIVED);
		assertThat(row(number).actualCost()).isEqualByComparingTo(new BigDecimal("1150"));
	}

	@Test
	void whatWasAgreedOnIsFollowedUpByTheHost() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		held(number);
		var record = town.record(number, null);
		record.put("nextSteps", List.of(Map.of("action", "月底前走访企业", "owner", "李明", "due", "2099-01-31"),
				Map.of("action", "整理学习资料", "owner", "王芳")));
		town.decide("ag1.liaison", number, "task-record", "COMPLETE", record);
		town.decide("ae1.liaison", number, "task-co-host-verify", "CONFIRM", Map.of("score", 4));
		assertThat(followed("ag1.liaison", number)).containsExactlyInAnyOrder("月底前走访企业 (李明)", "整理学习资料 (王芳)");
		assertThat(followed("ae1.liaison", number)).isEmpty();
	}

	private List<String> followed(String username, String number) {
		return this.followUps.page(town.actor(username), false, FollowUpFilter.of("OPEN"), null, 100)
			.items()
			.stream()
			.filter((task) -> task.source().equals(row(number).number()))
			.map(FollowUp::content)
			.toList();
	}

	@Test
	void walk10withinTheBudgetNothingIsExplained() {
		assertThat(town.openSteps(costly("1100.00"))).containsExactly("task-settle");
	}

	private static String costly(String cost) {
		var data = town.study();
		data.put("budget", List.of(ActivityTown.cost("MATERIAL", 10, "100")));
		data.put("fundingSource", "ENTERPRISE");
		String number = town.propose("ag1.liaison", data);
		town.confirm(number);
		held(number);
		town.decide("ag1.liaison", number, "task-record", "COMPLETE", town.record(number, cost));
		town.decide("ae1.liaison", number, "task-co-host-verify", "CONFIRM", Map.of("score", 4));
		return number;
	}

	private static void held(String number) {
		town.fire(number, "timer-readiness");
		town.fire(number, "timer-activity-end");
	}

	@Test
	void aVenueIsNeverBookedTwiceAndTheSecondIsTold() {
		String venue = town.venue("十号会议室");
		var first = town.study();
		first.put("venue", venue);
		var second = new HashMap<>(first);
		second.put("planRow", town.planRow("另一次"));
		String one = town.propose("ag1.liaison", first);
		String two = town.propose("ag1.liaison", second);
		town.confirm(one);
		town.confirm(two);
		assertThat(this.bookings.ofActivity(row(one).id())).hasSize(1);
		assertThat(this.bookings.ofActivity(row(two).id())).isEmpty();
		assertThat(town.cases.data(two).get("warnings")).asInstanceOf(LIST).contains("RESOURCE_TAKEN");
	}

	@Test
	void aMinorChangeIsPublishedAgainAndAMajorOneApprovedAgain() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		Activity before = row(number);
		this.published.change(town.actor("ag1.liaison"), handle(number), moved(before, 1, "22"));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.PUBLISHED);
		assertThat(row(number).edition()).isEqualTo(2);
		assertThat(row(number).participants()).isEqualTo(22);
		this.published.change(town.actor("ag1.liaison"), handle(number), moved(row(number), 8, "22"));
		assertThat(town.openSteps(number)).containsExactly("task-co-host-confirm");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.published.change(town.actor("ae1.liaison"), handle(number), moved(before, 1, "22")));
	}

	private static ChangeForm moved(Activity activity, int days, String people) {
		return new ChangeForm(local(activity.startsAt(), days), local(activity.endsAt(), days), activity.place(),
				activity.placeKind(), people, null, null, null, "会议室调整");
	}

	private static String local(Instant at, int days) {
		return LocalDateTime.ofInstant(at, Time.OFFICE).plusDays(days).toString();
	}

	@Test
	void anIncidentIsReportedWhileTheActivityGoesOn() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		this.published.reportIncident(town.actor("ae1.secretary"), handle(number), "一名群众摔倒");
		assertThat(town.asked(number)).containsExactly("ag1.secretary");
		town.decide("ag1.secretary", number, "task-incident", "COMPLETE",
				Map.of("happenedAt", town.now().toString(), "incidentKind", "INJURY", "injured", 1, "incidentFacts",
						"一名群众在会场门口台阶处摔倒，膝盖擦伤，已由医务人员处理并送回家中休息。", "incidentMeasures", "已设置警示标志并安排专人值守。", "reportedTo",
						List.of("LEADER")));
		assertThat(row(number).incident()).isTrue();
		assertThat(this.problems.of(row(number).id())).singleElement().matches((one) -> one.row() == 0);
		assertThat(row(number).status()).isEqualTo(ActivityStatus.PUBLISHED);
	}

	@Test
	void problemsFoundAreRaisedOncePerRow() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		held(number);
		var record = town.record(number, null);
		record.put("problemsFound", List.of(problem("厂区门口路灯不亮影响出行"), problem("夜班职工缺少公交线路")));
		town.decide("ag1.liaison", number, "task-record", "COMPLETE", record);
		town.decide("ae1.liaison", number, "task-co-host-verify", "DISPUTE", Map.of("disputeText", "参加人数统计有误，请核对。"));
		town.decide("a.party-officer", number, "task-mediate", "COMPLETE",
				Map.of("keepAsIs", true, "mediationNote", "经核对签到表，人数无误。"));
		assertThat(this.problems.of(row(number).id())).extracting(ProblemTable.Found::row).containsExactly(1, 2);
		assertThat(row(number).status()).isEqualTo(ActivityStatus.ARCHIVED);
	}

	private static Map<String, Object> problem(String title) {
		return Map.of("organisation", "AE1", "title", title, "description", "职工多次反映该问题，希望有关部门现场查看并尽快解决。",
				"desiredResult", "尽快修复", "category", "ROADS", "severity", "S4", "consent", true);
	}

	@Test
	void aSilentCoHostLeavesItToTheHostAndItMayBeLetBe() {
		String number = town.propose("ag1.liaison", town.study());
		town.fire(number, "timer-co-host-silent");
		town.decide("ag1.secretary", number, "task-host-decides", "CANCEL", Map.of());
		assertThat(row(number).status()).isEqualTo(ActivityStatus.CANCELLED);
	}

	@Test
	void withoutARecordItDoesNotCount() {
		String number = town.propose("ag1.liaison", town.study());
		town.confirm(number);
		held(number);
		town.fire(number, "timer-not-evidenced");
		assertThat(row(number).status()).isEqualTo(ActivityStatus.NOT_EVIDENCED);
	}

	@Test
	void theEndOfAPairingCancelsWhatIsAhead() {
		town.pairing("JD-TEST-903", "AZ1", "AE1");
		var data = town.study();
		data.remove("planRow");
		data.put("pairing", "JD-TEST-903");
		data.put("hostOrg", "AE1");
		data.put("coHosts", List.of(Map.of("organisation", "AG1")));
		String number = town.propose("ae1.liaison", data);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.events
			.publishEvent(new PairingEnded("JD-TEST-903", "AZ1", "AE1", PairingEnded.Reason.EXPIRY, List.of())));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.CANCELLED);
		assertThat(row(number).reason()).isEqualTo("PAIRING_ENDED JD-TEST-903");
	}

	@Test
	void aDissolvedOrganisationCancelsWhatIsAhead() {
		var data = town.study();
		data.remove("planRow");
		data.put("pairing", "JD-TEST-902");
		data.put("coHosts", List.of(Map.of("organisation", "AE2")));
		String number = town.propose("ag1.liaison", data);
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new OrganisationEnded("AE2", null)));
		assertThat(row(number).status()).isEqualTo(ActivityStatus.CANCELLED);
	}

	@Test
	void othersOrganisationsSeeNothingOfIt() {
		String number = town.propose("ag1.liaison", town.study());
		Actor stranger = town.actor("ae2.liaison");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.activities.visible(stranger, number));
		assertThat(this.activities.page(stranger, ActivityFilter.ALL, null, 100).items())
			.noneMatch((row) -> number.equals(row.activity().caseNumber()));
		assertThat(this.activities.page(town.actor("ae1.liaison"), ActivityFilter.ALL, null, 100).items())
			.anyMatch((row) -> number.equals(row.activity().caseNumber()));
	}

	@Test
	void aProposalIsCheckedFieldByField() {
		var data = town.study();
		data.put("end", data.get("start"));
		data.put("expectedParticipants", 21);
		data.put("placeKind", "OUTDOOR");
		data.put("budget", List.of(ActivityTown.cost("MEAL", 1, "10")));
		data.put("benefitsFromEnterprise", List.of("NONE", "MEAL"));
		data.put("hostOrg", "AE2");
		assertThat(refused(() -> town.propose("ag1.liaison", data))).contains("end", "expectedParticipants",
				"safetyPlan", "fundingSource", "benefitsFromEnterprise", "hostOrg");
		assertThat(refused(() -> town.propose("ae2.liaison", town.study()))).contains("pairing");
	}

	private static List<String> refused(ThrowingCallable call) {
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, call);
		assertThat(invalid).isNotNull();
		return invalid.violations().stream().map(Violation::field).toList();
	}

	private Activity row(String number) {
		return this.table.ofCase(number).orElseThrow();
	}

	private String handle(String number) {
		return row(number).handle();
	}

}
