package org.gongjian.browser;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class LanguageTests {

	private static final String TYPED = "Half a sen";

	@Test
	void theLanguageChangesInTheMiddleOfAFormAndNothingTypedIsLost(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("gov.liaison").open("/new/pairing-approval");
		assertThat(visitor.text("h1")).isEqualTo("Propose, renew, adjust or end a pairing");
		visitor.fill("governmentOrg", "G02")
			.fill("reason", TYPED)
			.fill("focusAreas", "TEAM")
			.fill("termStart", "2027-01-01");
		visitor.click(".language--typing");
		assertThat(visitor.text("h1")).isEqualTo("结对申请（新结对、续签、调整、解除）");
		assertThat(visitor.page().inputValue("[name=reason]")).isEqualTo(TYPED);
		assertThat(visitor.page().inputValue("[name=governmentOrg]")).isEqualTo("G02");
		assertThat(visitor.page().inputValue("[name=termStart]")).isEqualTo("2027-01-01");
		assertThat(visitor.page().isChecked("[name=focusAreas][value=TEAM]")).isTrue();
		visitor.click(".language--typing");
		assertThat(visitor.text("h1")).isEqualTo("Propose, renew, adjust or end a pairing");
	}

}
