package org.gongjian.form;

import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * What somebody may want to know before a form is sent, such as an answer that is there
 * already. It stops nobody. A room implements it for its own process.
 */
public interface FormAdvice {

	/** Whether it has something to say about that step. */
	boolean concerns(String process, String step);

	/** What there is to say about a form that passed its checks, most important first. */
	List<Hint> advise(Filled filled);

	/**
	 * One piece of advice.
	 *
	 * @param text what to know, a sentence
	 * @param more what stands below it, or {@code null}
	 * @param href where more is to be read, or {@code null}
	 */
	record Hint(Bilingual text, Bilingual more, String href) {

		/** A sentence alone. */
		public static Hint of(Bilingual text) {
			return new Hint(text, null, null);
		}

	}

}
