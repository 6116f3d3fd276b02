package org.gongjian.form;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.gongjian.shared.Bilingual;

/**
 * Days, moments and numbers as their reader writes them; text that is none stays as it
 * is.
 */
final class Written {

	private Written() {
	}

	static String day(String text, Locale locale) {
		try {
			return Bilingual.of(LocalDate.parse(text)).in(locale);
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	static String month(String text, Locale locale) {
		try {
			return Bilingual.of(YearMonth.parse(text)).in(locale);
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	static String moment(String text, Locale locale, ZoneId zone) {
		try {
			return format(locale, "d MMM uuuu, HH:mm", "uuuu年M月d日 HH:mm")
				.format(OffsetDateTime.parse(text).atZoneSameInstant(zone));
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	private static DateTimeFormatter format(Locale locale, String english, String chinese) {
		boolean isChinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		return DateTimeFormatter.ofPattern(isChinese ? chinese : english, Locale.ENGLISH);
	}

	static String number(String text, int least, Locale locale, String sign) {
		try {
			NumberFormat format = NumberFormat.getInstance(locale);
			format.setMinimumFractionDigits(least);
			format.setMaximumFractionDigits(6);
			return sign + format.format(new BigDecimal(text));
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

}
