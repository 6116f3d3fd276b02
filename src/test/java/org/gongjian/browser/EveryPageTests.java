package org.gongjian.browser;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows every link of the navigation and one of each kind of page behind it, as
 * everybody who sees other pages than the rest. Each page is fetched for each of them; a
 * kind of page is looked at once by day in English and once by night in Chinese.
 */
@BrowserTest
class EveryPageTests {

	private static final List<String> PEOPLE = List.of("party.officer", "ent.liaison", "gov.liaison", "process.admin",
			"sys.admin", "viewer");

	private static final int ROUNDS = 3;

	private static final String KEYS = "(/admin/(?:accounts|parameters|process|operations)/)(?!new|log|who|hand-over)[^/]+"
			+ "|(?<=/insight/(?:waiting|behind)/).+";

	private final Set<String> looked = new TreeSet<>();

	@ParameterizedTest
	@CsvSource({ "en, LIGHT", "zh-CN, DARK" })
	void everyPageIsAccessibleAndFits(String language, ColorScheme theme, House house) {
		Visitor visitor = house.visitor(Locale.forLanguageTag(language)).in(theme);
		for (String username : PEOPLE) {
			visitor.signIn(username);
			assertThat(walk(visitor)).as("pages of %s", username).isGreaterThan(8);
		}
		assertThat(this.looked).hasSizeGreaterThan(60);
	}

	private int walk(Visitor visitor) {
		Set<String> seen = new HashSet<>();
		List<String> next = visitor.links("nav a, .menu a");
		for (int round = 0; round < ROUNDS; round++) {
			List<String> paths = next.stream().filter((path) -> seen.add(kind(path))).toList();
			paths.stream().filter((path) -> this.looked.add(kind(path))).forEach(visitor::open);
			next = Links.behind(visitor.page(), paths);
		}
		return seen.size();
	}

	/** Pages of one kind differ by numbers, codes, ids, keys and filters only. */
	private static String kind(String path) {
		return path.replaceAll("[?#].*", "").replaceAll("/[^/]*\\d[^/]*", "/*").replaceAll(KEYS, "$1*");
	}

}
