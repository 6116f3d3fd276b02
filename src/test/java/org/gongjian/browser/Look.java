package org.gongjian.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.gongjian.support.Axe;

/** What must be true of every page, whoever sees it. */
final class Look {

	static final int WIDE = 1440;

	static final int NARROW = 390;

	static final int HEIGHT = 900;

	private static final String OVERFLOW = """
			() => {
			  const root = document.documentElement;
			  if (root.scrollWidth <= root.clientWidth) return '';
			  const far = [...document.querySelectorAll('body *')]
			    .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
			    .map((e) => e.tagName.toLowerCase() + '.' + e.className);
			  return (root.scrollWidth - root.clientWidth) + ' px too wide: ' + far.slice(0, 5).join(', ');
			}""";

	private static final Pattern WITHOUT_WORDS = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

	private Look() {
	}

	/** What is wrong with a page, empty for nothing. */
	static List<String> at(Page page, boolean scripts) {
		List<String> wrong = new ArrayList<>();
		for (int width : List.of(NARROW, WIDE)) {
			page.setViewportSize(width, HEIGHT);
			wrong.addAll(scrolling(page, width));
		}
		if (scripts) {
			wrong.addAll(Axe.violations(page));
		}
		if (page.title().contains("??") || WITHOUT_WORDS.matcher(page.innerText("body")).find()) {
			wrong.add("shows a key instead of words");
		}
		if (page.locator("h1").count() != 1) {
			wrong.add("has " + page.locator("h1").count() + " main headings");
		}
		return wrong.stream().map((what) -> page.url() + ": " + what).toList();
	}

	private static List<String> scrolling(Page page, int width) {
		Object wide = page.evaluate(OVERFLOW);
		return "".equals(wide) ? List.of() : List.of("at " + width + " px " + wide);
	}

}
