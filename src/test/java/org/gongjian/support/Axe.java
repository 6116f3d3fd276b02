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
	 * day as well. Contrast is dear, and the third row made of the same elements has the
	 * colours of the first two.
	 */
	private static final String RUN = """
			async () => {
			  const made = (e) => e.localName + '.' + e.getAttribute('class') + '.' + e.getAttribute('type');
			  const met = {};
			  for (const row of document.querySelectorAll('tr, li, form, fieldset, details, section, dl > div')) {
			    const kind = [...new Set([row, ...row.querySelectorAll('*')].map(made))].join();
			    met[kind] = (met[kind] || 0) + 1;
			    row.toggleAttribute('data-alike', met[kind] > 2);
			  }
			  const rules = matchMedia('(prefers-color-scheme: dark)').matches
			    ? { runOnly: ['link-in-text-block', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'target-size',
			        'scrollable-region-focusable'] }
			    : { rules: { 'color-contrast': { enabled: false } } };
			  const quick = { resultTypes: ['violations'], preload: false };
			  const found = [await axe.run(document, { ...quick, ...rules }),
			    await axe.run({ exclude: [['[data-alike]']] }, { ...quick, runOnly: ['color-contrast'] })];
			  return found.flatMap((run) => run.violations)
			    .flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + rule.help + ' ' + node.html));
			}""";

	private Axe() {
	}

	/** One line for each element with which something is wrong; empty for nothing. */
	public static List<String> violations(Page page) {
		page.evaluate(SCRIPT);
		return ((List<?>) page.evaluate(RUN)).stream().map(String.class::cast).toList();
	}

}
