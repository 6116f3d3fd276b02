package org.gongjian.organisation;

import java.text.Normalizer;
import java.util.Locale;

/** Texts people type: cleaned, compared, searched for. */
final class Words {

	private Words() {
	}

	/** Composed and without blanks around, or {@code null} when nothing is left. */
	static String clean(String typed) {
		if (typed == null) {
			return null;
		}
		String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
		return text.isEmpty() ? null : text;
	}

	/**
	 * Whether a text may be kept: no control characters, lone surrogates, characters that
	 * turn the direction of text or cannot be seen.
	 */
	static boolean proper(String text, boolean lines) {
		return text.codePoints().allMatch((character) -> proper(character, lines));
	}

	private static boolean proper(int character, boolean lines) {
		if (lines && (character == '\n' || character == '\r' || character == '\t')) {
			return true;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			// joiners are parts of emoji and of some scripts
			case Character.FORMAT -> character == 0x200C || character == 0x200D;
			default -> true;
		};
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
			typed.codePoints()
				.limit(200)
				.filter((character) -> proper(character, false))
				.forEach(kept::appendCodePoint);
		}
		String text = fold(kept.toString());
		return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
