package org.gongjian.identity;

import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeWordsTests {

	private final ChangeWords words = new ChangeWords(messages());

	@AfterEach
	void nobodyReads() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void fieldsAndCodesAreSaidInTheReadersLanguage() {
		String kept = "duties: → 道路; categories: [] → [ROADS, UTILITIES]; side: ZONE → GUEST; orgType:  → BRANCH";
		assertThat(said(Locale.ENGLISH, "department.changed", kept))
			.isEqualTo("Duties: – → 道路; Problem categories it handles: – → Roads & traffic, Utilities; "
					+ "Side: Zone → Guest; Type: – → Party branch");
		assertThat(said(Locale.SIMPLIFIED_CHINESE, "department.changed", kept)).contains("道路交通")
			.doesNotContain("ROADS", "side", "GUEST");
	}

	@Test
	void whatHasNoWordsIsShownAsItIsKept() {
		assertThat(said(Locale.ENGLISH, "parameter.changed", "3 → 4, 2026-01-01: a reason"))
			.isEqualTo("3 → 4, 2026-01-01: a reason");
		assertThat(said(Locale.ENGLISH, "organisation.changed", "colour: RED → BLUE")).isEqualTo("colour: RED → BLUE");
		assertThat(said(Locale.ENGLISH, "account.created", "side: ZONE → GUEST")).isEqualTo("side: ZONE → GUEST");
	}

	private String said(Locale reader, String what, String detail) {
		LocaleContextHolder.setLocale(reader);
		return this.words.of(new Journal.Entry(1, Instant.EPOCH, "system", "", what, "F05", detail, ""));
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-organisation");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
