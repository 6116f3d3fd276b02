package org.gongjian.support;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe finds wrong with a page. */
public final class Axe {

	private static final String SCRIPT = AxeBuilder.getAxeScript();

	/**
	 * Only what is wrong: the whole report of a long page takes longer than the page. By
	 * night only what depends on the colours and the language: each page is looked at by
	 * day as well.
	 */
	private static final String RUN = """
			async () => (await axe.run(document, matchMedia('(prefers-color-scheme: dark)').matches
			    ? { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block', 'html-has-lang',
			        'html-lang-valid', 'valid-lang', 'target-size', 'scrollable-region-focusable'] }
			    : { resultTypes: ['violations'] })).violations
			  .flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + rule.help + ' ' + node.html))""";

	private Axe() {
	}

	/** One line for each element with which something is wrong; empty for nothing. */
	public static List<String> violations(Page page) {
		page.evaluate(SCRIPT);
		return ((List<?>) page.evaluate(RUN)).stream().map(String.class::cast).toList();
	}

}
