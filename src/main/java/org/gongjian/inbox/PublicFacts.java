package org.gongjian.inbox;

import java.time.Instant;
import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.shared.Bilingual;

/**
 * What of a case the public may see, and since when. The room that shows it to the public
 * declares a bean; the page of a case says it, or that nothing is public.
 */
public interface PublicFacts {

	/** What is public of a case, oldest first. */
	List<Shown> of(CaseFile file);

	/**
	 * One thing the public sees.
	 *
	 * @param what it is
	 * @param since when it became public, or becomes so
	 * @param href where the public sees it
	 */
	record Shown(Bilingual what, Instant since, String href) {
	}

}
