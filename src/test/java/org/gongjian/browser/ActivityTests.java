package org.gongjian.browser;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day for children from its proposal to the public news, with a venue and a problem
 * found.
 */
@BrowserTest
class ActivityTests {

	private static final String LONG = "四十名儿童参加读书活动，党员志愿者全程陪同，现场秩序良好。The children read with volunteers. ".repeat(3);

	private static final int DAYS = 14;

	@Test
	void aChildrensDayIsApprovedHeldAndInTheNews(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		Walk walk = new Walk(visitor);
		isProposed(walk);
		walk.by("ent3.liaison").fill("_decision", "CONFIRM").fill("ownParticipants", "30").decide(null);
		walk.by("gov3.secretary").decide("APPROVE");
		isReviewed(walk);
		walk.by("party.officer").decide("APPROVE");
		walk.by("wc.deputy").decide("APPROVE");
		String day = visitor.day(DAYS);
		theVenueIsBooked(walk);
		theClockMoves(visitor, visitor.day(DAYS - 1) + "T10:00");
		walk.by("gov3.liaison");
		List.of("Venue", "People", "Weather", "Safety", "FirstAid", "Food", "Transport", "Minors")
			.forEach((item) -> visitor.fill("ready" + item, "OK"));
		visitor.decide(null);
		theClockMoves(visitor, day + "T18:00");
		isRecorded(walk, day);
		walk.by("ent3.liaison").fill("_decision", "CONFIRM").fill("score", "5").decide(null);
		isPublished(walk, day);
		walk.by("archivist").fill("hasScheme", "true").fill("hasSafety", "true").fill("hasRecord", "true");
		visitor.fill("hasCosts", "true").fill("retention", "10Y").decide(null);
		assertThat(walk.seenBy("gov3.liaison").text("main")).contains("Archived");
		isInTheNews(house.visitor(Locale.ENGLISH));
		visitor.signIn("ent3.liaison").open("/problems");
		assertThat(visitor.text("main")).contains("社区书屋座椅不足");
	}

	private static void isProposed(Walk walk) {
		Visitor visitor = walk.begins("gov3.liaison", "activity-proposal");
		visitor.choose("pairing", "Enterprise B").fill("title", "儿童读书日 Reading day").fill("activityType", "CARING");
		visitor.fill("pillar", "ACTIVITY").fill("isThemePartyDay", "false").fill("hostOrg", "F04");
		walk.row("coHosts", 0, Map.of("organisation", "F02"));
		visitor.fill("expectedParticipants", "60").fill("publicEvent", "false");
		walk.row("byOrg", 0, Map.of("organisation", "F04", "count", "30"));
		walk.row("byOrg", 1, Map.of("organisation", "F02", "count", "30"));
		visitor.fill("minorsInvolved", "true").fill("minorsCount", "40");
		visitor.fill("guardianConsentPlan", "The community asks all guardians 由社区统一征求");
		visitor.fill("start", visitor.day(DAYS) + "T14:00").fill("end", visitor.day(DAYS) + "T16:00");
		visitor.fill("place", "社区书屋 Community library")
			.fill("placeKind", "COMMUNITY")
			.choose("venue", "Hall, demo enterprise A");
		visitor.fill("foodProvided", "PACKAGED").fill("vehicles", "NONE").fill("benefitsFromEnterprise", "NONE");
		walk.row("agenda", 0, Map.of("time", "14:00", "content", "Reading 共读", "responsible", "Liaison"));
		walk.row("agenda", 1, Map.of("time", "15:00", "content", "Talk 交流", "responsible", "Secretary"));
		visitor.fill("expectedResult", "Children of both sides read together. 两个支部共同关爱儿童。");
		visitor.upload("safetyPlan", Papers.pdf("safety")).fill("publicityPlan", "EXTERNAL");
		walk.sends();
		assertThat(visitor.text("main")).contains("High");
	}

	private static void isReviewed(Walk walk) {
		Visitor visitor = walk.by("safety");
		assertThat(visitor.text("main")).contains("minors");
		List.of("venueCapacity", "routesExits", "weatherPlan", "firstAid", "insurance", "foodSafety", "traffic",
				"minorsSupervision")
			.forEach((question) -> visitor.fill(question, "YES"));
		visitor.decide("PASS");
		walk.by("discipline");
		List.of("noGifts", "mealsPaid", "noPromotion", "noInterference", "noEndorsement")
			.forEach((question) -> visitor.fill(question, "YES"));
		visitor.decide("PASS");
	}

	private static void theVenueIsBooked(Walk walk) {
		Visitor visitor = walk.visitor.signIn("gov3.liaison").open("/activities?q=Reading");
		visitor.click("main a[href^='/activities/HD-']");
		assertThat(visitor.text("main")).contains("Hall, demo enterprise A", "booked", walk.number());
	}

	private static void theClockMoves(Visitor visitor, String to) {
		visitor.signIn("sys.admin").open("/admin/demo").fill("now", to).click("#clock-form [type=submit]");
		assertThat(visitor.text(".notice--good")).isNotBlank();
	}

	private static void isRecorded(Walk walk, String day) {
		Visitor visitor = walk.by("gov3.liaison");
		visitor.fill("actualStart", day + "T14:00").fill("actualEnd", day + "T16:00").fill("plannedMembers", "20");
		visitor.upload("signInSheet", Papers.pdf("sign-in")).fill("membersPresent", "19");
		visitor.fill("minutes", LONG).fill("results", LONG).fill("publicityWanted", "true");
		visitor.upload("photos", Papers.photo("reading")).fill("photosMinors", "true");
		walk.row("problemsFound", 0,
				Map.of("organisation", "F02", "title", "社区书屋座椅不足", "description", "活动中发现书屋座椅不足，儿童只能站立阅读，希望协调解决。",
						"desiredResult", "More seats 增加座椅", "category", "LIFE", "severity", "S5", "consent", "true"));
		visitor.decide(null);
	}

	/** Photos of minors are not published without consent, then three people review. */
	private static void isPublished(Walk walk, String day) {
		Visitor visitor = walk.by("gov3.liaison").fill("_decision", "SUBMIT");
		visitor.fill("headline", "Reading together 共读共建").fill("newsBody", LONG).fill("channels", "SITE");
		visitor.upload("newsPhotos", Papers.photo("news")).fill("namesChecked", "true").fill("minorsInPhotos", "true");
		visitor.refused(() -> visitor.press("submit"));
		assertThat(visitor.text(".error-summary")).contains("Consent");
		visitor.upload("consentFiles", Papers.pdf("consent")).decide(null);
		for (String reviewer : List.of("gov3.secretary", "publicity", "party.head")) {
			walk.by(reviewer).decide("APPROVE");
		}
		walk.by("publicity").fill("publishedAt", day + "T17:00").fill("newsUrl", "https://example.org/news");
		visitor.decide(null);
	}

	private static void isInTheNews(Visitor stranger) {
		stranger.open("/news").click("main a:has-text('Reading together')");
		assertThat(stranger.text("main")).contains("四十名儿童参加读书活动");
	}

}
