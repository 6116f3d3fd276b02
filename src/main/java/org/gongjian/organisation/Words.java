package org.gongjian.organisation;

import java.text.Normalizer;
import java.util.Locale;

import org.gongjian.shared.Written;

/** Texts people type: cleaned, compared, searched for. */
final class Words {

	private Words() {
	}

	/** In order as {@link Written} has it, or {@code null} when nothing is left. */
	static String clean(String typed) {
		String text = Written.line(typed).text();
		return text.isEmpty() ? null : text;
	}

	/**
	 * The form in which texts are compared: width, case and spaces make no difference.
	 */
	static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\s\\u200c\\u200d]+", " ")
			.strip();
	}

	/** The folded texts, one after the other, as far as they fit. */
	static String searchKey(int length, String... texts) {
		StringBuilder key = new StringBuilder();
		for (String text : texts) {
			if (text != null) {
				key.append(fold(text)).append(' ');
			}
		}
		String whole = key.toString().strip();
		if (whole.length() <= length) {
			return whole;
		}
		int end = Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length;
		return whole.substring(0, end);
	}

	/** A pattern for {@code like … escape '!'} that finds the text literally. */
	static String pattern(String typed) {
		StringBuilder kept = new StringBuilder();
		if (typed != null) {
			typed.codePoints().limit(200).filter(Written::keeps).forEach(kept::appendCodePoint);
		}
		String text = fold(kept.toString());
		return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
