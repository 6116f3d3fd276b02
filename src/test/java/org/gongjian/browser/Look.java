package org.gongjian.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

	/**
	 * The kinds of elements a page is made of, its language and heading but for numbers:
	 * where nothing of it is new there is nothing new to find.
	 */
	private static final String MADE_OF = """
			() => document.documentElement.lang + document.querySelector('h1')?.textContent.replace(/[0-9]+/g, '')
			  + [...new Set([...document.querySelectorAll('*')].map((e) => e.localName + '.' + e.className + '.'
			    + e.type + '.' + [...e.attributes].map((a) => a.name).join()))].sort().join(' ')""";

	/** What the colours of a page come from: its elements and those they stand in. */
	private static final String COLOURED_BY = """
			() => {
			  const made = (e) => e.localName + '.' + e.getAttribute('class') + '.' + e.getAttribute('type');
			  return [...new Set([...document.querySelectorAll('body *')]
			    .map((e) => made(e.parentElement) + ' ' + made(e)))];
			}""";

	private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

	private static final Set<Object> SEEN_BY_NIGHT = ConcurrentHashMap.newKeySet();

	private static final Pattern WITHOUT_WORDS = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

	private Look() {
	}

	/**
	 * What is wrong with a page, empty for nothing. Leaves it in its own width.
	 */
	static List<String> at(Page page, boolean scripts, int own) {
		List<String> wrong = new ArrayList<>();
		for (int width : List.of(WIDE + NARROW - own, own)) {
			page.setViewportSize(width, HEIGHT);
			wrong.addAll(scrolling(page, width));
		}
		if (scripts && isNew(page)) {
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

	/** By night only the colours are looked at: each page is seen by day as well. */
	private static boolean isNew(Page page) {
		boolean night = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
		return night ? SEEN_BY_NIGHT.addAll((List<?>) page.evaluate(COLOURED_BY))
				: SEEN.add(page.evaluate(MADE_OF).toString());
	}

	private static List<String> scrolling(Page page, int width) {
		Object wide = page.evaluate(OVERFLOW);
		return "".equals(wide) ? List.of() : List.of("at " + width + " px " + wide);
	}

}
