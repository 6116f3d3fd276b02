package org.gongjian.browser;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Follows every link of the navigation and one of each kind of page behind it. */
@BrowserTest
class EveryPageTests {

	private static final int MOST = 60;

	@ParameterizedTest
	@CsvSource({ "sys.admin, en", "sys.admin, zh-CN", "party.officer, en", "ent.liaison, zh-CN", "viewer, en",
			"process.admin, zh-CN" })
	void everyPageIsAccessibleAndFits(String username, String language, House house) {
		Visitor visitor = house.visitor(Locale.forLanguageTag(language)).signIn(username);
		Set<String> seen = new TreeSet<>();
		List<String> next = visitor.links("nav a, .menu a");
		for (int round = 0; round < 3; round++) {
			Set<String> found = new TreeSet<>();
			for (String path : next) {
				if (seen.size() < MOST && seen.add(kind(path))) {
					visitor.open(path);
					found.addAll(visitor.links("main a"));
				}
			}
			next = List.copyOf(found);
		}
		assertThat(seen).hasSizeGreaterThan(8);
	}

	/** Pages of one kind differ by numbers, codes and ids only. */
	private static String kind(String path) {
		return path.replaceAll("\\?.*", "?").replaceAll("/[^/]*\\d[^/]*", "/*");
	}

}
