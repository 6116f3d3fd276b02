package org.gongjian.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;

/** Where one can go from a page of the house. */
final class Links {

	private static final Pattern DOWNLOAD = Pattern
		.compile("\\.(csv|pdf)|/export|/template|/attachments/|/uploads/|/v3/");

	private static final String ON = """
			(selector) => [...document.querySelectorAll(selector)].map((a) => a.getAttribute('href') ?? '')""";

	private static final String BEHIND = """
			async (paths) => {
			  const links = [];
			  for (const path of paths) {
			    const response = await fetch(path);
			    if (!response.ok) throw new Error(path + ' answers ' + response.status);
			    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
			    links.push(...[...page.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')));
			  }
			  return links;
			}""";

	private Links() {
	}

	/** On a page that is open. */
	static List<String> on(Page page, String selector) {
		return pages(page.evaluate(ON, selector));
	}

	/** In the pages at these addresses, which are fetched and not shown. */
	static List<String> behind(Page page, List<String> paths) {
		return pages(page.evaluate(BEHIND, paths));
	}

	private static List<String> pages(Object links) {
		return ((List<?>) links).stream()
			.map(String.class::cast)
			.filter((path) -> path.startsWith("/") && !DOWNLOAD.matcher(path).find())
			.distinct()
			.toList();
	}

}
