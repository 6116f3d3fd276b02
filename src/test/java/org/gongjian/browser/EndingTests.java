package org.gongjian.browser;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes after: the review of a year, and the end of a pairing. */
@BrowserTest
class EndingTests {

	private static final String SUMMARY = "一年来双方开展联合学习和走访，现因企业搬迁经双方协商拟解除结对关系，未结事项已逐项明确，双方均无异议，特此说明。";

	@Test
	void aPairingIsEndedByAgreement(House house) {
		Visitor visitor = house.visitor(Locale.SIMPLIFIED_CHINESE);
		Walk walk = new Walk(visitor);
		open(visitor, "F03").click("a[href*='requestType=TERMINATE']");
		visitor.fill("terminateReason", "MUTUAL").fill("reason", "企业搬迁后不再具备共建条件，经双方协商一致申请解除结对关系。");
		walk.sends();
		walk.by("ent4.secretary").decide("ACCEPT");
		walk.by("party.officer").fill("plaqueAction", "RECALL").fill("summary", SUMMARY);
		visitor.fill("openMatters[0].action", "HAND_OVER").fill("openMatters[0].handedTo", "G02");
		visitor.fill("handover", "由办公室党支部继续跟办。").decide(null);
		walk.by("party.head").decide("APPROVE");
		walk.by("wc.deputy").decide("APPROVE");
		walk.by("archivist").fill("checked", "true").decide(null);
		assertThat(open(visitor, "F03").text("main")).contains("已解除");
	}

	@Test
	void aYearWithoutActivitiesIsPutRight(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		Walk walk = new Walk(visitor);
		walk.begins("party.officer", "plaque-annual-review").choose("pairing", "Enterprise A");
		visitor.fill("reviewYear", visitor.today().substring(0, 4));
		walk.sends();
		assertThat(visitor.text("h1")).contains(visitor.today().substring(0, 4));
		for (String liaison : List.of("gov3.liaison", "ent2.liaison")) {
			walk.by(liaison).fill("summary", SUMMARY).fill("partnerRating", "60").fill("wishRenew", "YES").decide(null);
		}
		walk.by("party.officer2").fill("remark", "年度内没有已确认的活动，需限期整改。");
		for (int row = 0; row < 6; row++) {
			String points = "scores[%d].points".formatted(row);
			if (visitor.page().inputValue("[name='%s']".formatted(points)).isEmpty()) {
				visitor.fill(points, "0").fill("scores[%d].reason".formatted(row), "no register tells 台账无记录");
			}
		}
		visitor.decide(null);
		for (String secretary : List.of("gov3.secretary", "ent2.secretary")) {
			walk.by(secretary);
			walk.row("measures", 0, Map.of("issue", "无活动", "action", "每季度联合学习一次", "done", "true"));
			visitor.upload("evidence", Papers.pdf("plan")).decide(null);
		}
		walk.by("party.head").fill("visitDate", visitor.today());
		for (int row = 0; row < visitor.page().locator("select[name^='verifications'][name$='found']").count(); row++) {
			visitor.fill("verifications[%d].found".formatted(row), "OK");
		}
		visitor.decide("PASS");
		assertThat(walk.seenBy("party.officer").text("main")).contains("completed");
	}

	private static Visitor open(Visitor visitor, String enterprise) {
		visitor.signIn("gov3.liaison").open("/pairings?org=" + enterprise);
		return visitor.click("main a[href^='/pairings/JD-']");
	}

}
