package org.gongjian.inbox;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.shared.Initials;

/**
 * Cuts texts into what can be searched for. A word is found by its beginning. Chinese has
 * no spaces, so it is found from each of its characters on, and by the initials of its
 * pinyin.
 */
final class SearchWords {

	private static final int CHINESE = 8;

	private static final int LATIN = 40;

	private static final int READ = 1000;

	/**
	 * Runs of Chinese, or of letters and digits with what joins them in numbers and
	 * names.
	 */
	private static final Pattern RUNS = Pattern
		.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&\\P{IsHan}]+(?:[-._@/][\\p{L}\\p{N}&&\\P{IsHan}]+)*");

	private SearchWords() {
	}

	/**
	 * What a text is found by.
	 * @param initials whether by the initials of its Chinese too
	 */
	static Set<String> of(String text, boolean initials) {
		Set<String> words = new LinkedHashSet<>();
		Matcher runs = RUNS.matcher(plain(text));
		while (runs.find()) {
			String run = runs.group();
			if (isChinese(run)) {
				suffixes(run, words);
				if (initials) {
					suffixes(Initials.of(run), words);
				}
			}
			else {
				words.add(cut(run, LATIN));
				List.of(run.split("[-._@/]")).forEach((part) -> words.add(cut(part, LATIN)));
			}
		}
		return words;
	}

	/** What has to be found for a word searched for. */
	static List<String> wanted(String text) {
		List<String> wanted = new ArrayList<>();
		Matcher runs = RUNS.matcher(plain(text));
		while (runs.find()) {
			String run = runs.group();
			int length = isChinese(run) ? CHINESE : LATIN;
			for (int from = 0; from < run.length(); from += length) {
				wanted.add(run.substring(from, Math.min(run.length(), from + length)));
				if (!isChinese(run)) {
					break;
				}
			}
		}
		return wanted;
	}

	/** The first and the end of the range of all that begin so. */
	static byte[][] range(String beginning) {
		byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
		byte[] end = Arrays.copyOf(first, first.length + 1);
		end[first.length] = (byte) 0xFF;
		return new byte[][] { first, end };
	}

	private static String plain(String text) {
		String read = (text.length() > READ) ? text.substring(0, READ) : text;
		return java.text.Normalizer.normalize(read, java.text.Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static void suffixes(String run, Set<String> words) {
		for (int from = 0; from < run.length(); from++) {
			if (!Character.isLowSurrogate(run.charAt(from))) {
				words.add(run.substring(from, Math.min(run.length(), from + CHINESE)));
			}
		}
	}

	private static boolean isChinese(String run) {
		return UnicodeScript.of(run.codePointAt(0)) == UnicodeScript.HAN;
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

}
