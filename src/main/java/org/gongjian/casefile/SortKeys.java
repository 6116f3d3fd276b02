package org.gongjian.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import com.github.promeg.pinyinhelper.Pinyin;

/** Texts and numbers as lists sort them; Chinese by its pinyin. */
public final class SortKeys {

	private static final int LONGEST = 120;

	private static final BigDecimal ABOVE_ZERO = BigDecimal.TEN.pow(15);

	private SortKeys() {
	}

	/** A text: lower case, each Chinese character as its syllable. */
	public static String text(String text) {
		StringBuilder key = new StringBuilder();
		String plain = (text == null) ? "" : text.strip().toLowerCase(Locale.ROOT);
		for (int i = 0; i < plain.length() && key.length() < LONGEST; i++) {
			char letter = plain.charAt(i);
			if (Pinyin.isChinese(letter)) {
				key.append(Pinyin.toPinyin(letter).toLowerCase(Locale.ROOT)).append(' ');
			}
			else if (!Character.isSurrogate(letter) && letter >= ' ') {
				key.append(letter);
			}
		}
		return key.substring(0, Math.min(key.length(), LONGEST)).strip();
	}

	/**
	 * A number below 10 to the power of 15, so that texts sort as numbers do, also those
	 * below zero.
	 */
	public static String number(BigDecimal number) {
		BigDecimal shifted = number.add(ABOVE_ZERO).max(BigDecimal.ZERO).setScale(4, RoundingMode.HALF_UP);
		String digits = shifted.toPlainString();
		return "0".repeat(Math.max(0, 24 - digits.length())) + digits;
	}

}
