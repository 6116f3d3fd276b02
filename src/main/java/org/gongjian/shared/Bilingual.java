package org.gongjian.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A text that exists in both languages of the house.
 *
 * @param en English
 * @param zh Simplified Chinese
 */
public record Bilingual(String en, String zh) {

	private static final String BOTH = " / ";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.CHINESE);

	/** A month, {@code December 2026} and {@code 2026年12月}. */
	public static Bilingual of(YearMonth month) {
		return new Bilingual(MONTH.format(month), CHINESE_MONTH.format(month));
	}

	/** A day, {@code 2 Dec 2026} and {@code 2026年12月2日}. */
	public static Bilingual of(LocalDate day) {
		return new Bilingual(DAY.format(day), CHINESE_DAY.format(day));
	}

	/** The text in the reader's language, or in the other one where it is missing. */
	public String in(Locale locale) {
		boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		String wanted = chinese ? this.zh : this.en;
		String other = chinese ? this.en : this.zh;
		return (wanted == null || wanted.isBlank()) ? other : wanted;
	}

	/**
	 * Splits a title somebody typed in both languages, {@code English / 中文}; anything
	 * else is the title in both.
	 */
	public static Bilingual ofTitle(String title) {
		int cut = (title == null) ? -1 : title.indexOf(BOTH);
		String en = (cut < 0) ? title : title.substring(0, cut).strip();
		String zh = (cut < 0) ? title : title.substring(cut + BOTH.length()).strip();
		boolean both = cut > 0 && !chinese(en) && chinese(zh);
		return both ? new Bilingual(en, zh) : new Bilingual(title, title);
	}

	private static boolean chinese(String text) {
		return text.codePoints().anyMatch((sign) -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
	}

	/**
	 * Splits a name of a diagram, {@code English 中文}, at its first Chinese character;
	 * both halves are the whole name when only one language is there.
	 */
	public static Bilingual ofName(String name) {
		String text = (name == null) ? "" : name.strip().replaceAll("\\s+", " ");
		int split = 0;
		while (split < text.length() && Character.UnicodeScript.of(text.charAt(split)) != Character.UnicodeScript.HAN) {
			split++;
		}
		String en = text.substring(0, split).strip();
		String zh = text.substring(split).strip();
		return new Bilingual(en.isEmpty() ? zh : en, zh.isEmpty() ? en : zh);
	}

}
