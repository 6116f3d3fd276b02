package org.gongjian.web;

import java.time.Clock;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final StaticListableBeanFactory NOTHING = new StaticListableBeanFactory();

	private final Words words = new Words(new StaticMessageSource(), NOTHING.getBeanProvider(Visitor.class),
			NOTHING.getBeanProvider(PersonNames.class), Clock.systemUTC());

	@AfterEach
	void nobodyReads() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource({ "en,季度联席会议（演示）,zh-CN", "en,Joint meeting: 季度联席会议,zh-CN", "en,Joint meeting,", "zh-CN,季度联席会议,",
			"zh-CN,Joint meeting,en", "zh-CN,HY-2026-0001,", "en,,", "zh-CN,," })
	void aTextInAnotherLanguageThanThePageIsMarked(Locale reader, String text, String language) {
		LocaleContextHolder.setLocale(reader);
		assertThat(this.words.tongue(text)).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|February 2027", "zh-CN|2027年2月" })
	void aMonthIsWrittenAsItsReaderWritesIt(Locale reader, String said) {
		LocaleContextHolder.setLocale(reader);
		assertThat(this.words.month("2027-02")).isEqualTo(said);
	}

}
